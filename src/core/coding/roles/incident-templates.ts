import type { DateMention } from '../../language/dates/date-mention.ts';
import type { Doc } from '../../language/doc.ts';
import type { PlaceMention } from '../../language/places/find-places.ts';
import type { Span } from '../../model/span.ts';
import { anchorsOf } from './anchors.ts';
import type { Candidate } from './candidates.ts';
import { fillerCount, slotFeatures } from './filler-slots.ts';
import { type Entity, entitiesOf, weighFillers } from './find-fillers.ts';
import { dateOptions } from './incident-dates.ts';
import { placeOptions } from './incident-places.ts';
import { type TypedIncident, typedIncidents, typeOdds } from './incident-types.ts';
import { type LinearWeights, oddsOf } from './linear-weights.ts';
import { type Reading, readRoles } from './reading.ts';
import type { RoleModels, SlotModelName } from './role-models.ts';
import type { WordClasses } from './role-words.ts';
import { type FillerRole, fillerRoles, type IncidentType, incidentTypes } from './roles.ts';

/** Who or what has a role in an incident, in the words of the report. */
export interface TemplateFiller {
  readonly role: FillerRole;
  readonly words: string;
  readonly span: Span;
  /** How many, as MUC-4 writes it (`7`, `PLURAL`, `5 - 7`); null for roles that are not counted. */
  readonly count: string | null;
  /** What a victim or target is, by the lists of MUC-4; null for other roles. */
  readonly kind: string | null;
  /** What happened to a victim or target; null where nothing is told, and for other roles. */
  readonly effect: string | null;
  /** How sure it is that an organisation did it; null for other roles. */
  readonly confidence: string | null;
}

/** A country, and the places in it that the report names for an incident, each with its words; the finest is the last. */
export interface TemplatePlace {
  readonly country: string;
  readonly mentions: readonly PlaceMention[];
  readonly names: readonly string[];
}

/** One incident as a report tells it: what it was, when, where, and who had which role. */
export interface IncidentTemplate {
  readonly type: IncidentType;
  /** The words that date it; null where the report only comes after it. */
  readonly date: DateMention | null;
  /** Null where the report names no place at all. */
  readonly place: TemplatePlace | null;
  readonly fillers: readonly TemplateFiller[];
}

/** Finds the incidents that a report tells of and who had which role in them, by trained models (models/roles.md). */
export function incidentTemplates(doc: Doc, models: RoleModels, rankOf: WordClasses['rankOf']): IncidentTemplate[] {
  const reading = readRoles(doc, models, rankOf);
  const weighed = fillerRoles.map((_, role) => weighFillers(reading, role, models.weights.filler));
  const entities = weighed.flatMap((fillers, role) =>
    entitiesOf(fillers, role, models.settings.filler[role], models.aliases),
  );
  const types = typeOdds(reading, weighed, models);
  // An incident without anybody or anything in it has no words of the report.
  const told = typedIncidents(reading, types, entities, models.settings).filter(
    incident => incident.entities.length > 0,
  );
  return told.map(incident => templateOf(reading, incident, models));
}

function templateOf(reading: Reading, incident: TypedIncident, models: RoleModels): IncidentTemplate {
  const anchors = anchorsOf(incident);
  const dates = dateOptions(reading, anchors, models.triggers);
  const places = placeOptions(reading, anchors, models.triggers);
  const date = bestOf(dates, models.weights.date);
  const place = bestOf(places, models.weights.place);
  return {
    type: incidentTypes[incident.type],
    date: date?.mention ?? null,
    place:
      place === null
        ? null
        : {
            country: place.country,
            mentions: place.mentions,
            names: place.mentions.map(({ span }) => reading.doc.report.text.slice(span.start, span.end)),
          },
    fillers: incident.entities.map(entity => fillerOf(reading, entity, incident.type, models)),
  };
}

function bestOf<Option extends { readonly features: Int32Array }>(
  options: readonly Option[],
  weights: LinearWeights,
): Option | null {
  const odds = options.map(({ features }) => oddsOf(weights, features)[0]);
  return options[odds.indexOf(Math.max(...odds))] ?? null;
}

function fillerOf(
  reading: Reading,
  { role, candidate, sentences }: Entity,
  type: number,
  { weights, values, triggers }: RoleModels,
): TemplateFiller {
  const { text } = reading.doc.report;
  const [first, last] = [reading.doc.tokens[candidate.start], reading.doc.tokens[candidate.end - 1]];
  const isVictim = role === 'victim' || role === 'nameless-victim';
  const features = slotFeatures(reading, candidate, sentences, type, triggers);
  const choose = (slot: SlotModelName): string | null => {
    const odds = oddsOf(weights[slot], features);
    return values[slot][odds.indexOf(Math.max(...odds))] ?? null;
  };
  return {
    role,
    words: text.slice(first.start, last.end),
    span: { start: first.start, end: last.end },
    count: isVictim || role === 'target' ? fillerCount(reading, mentionsOf(reading, candidate)) : null,
    kind: isVictim ? choose('victim-kind') : role === 'target' ? choose('target-kind') : null,
    effect: isVictim ? choose('harm') : role === 'target' ? choose('damage') : null,
    confidence: role === 'organisation' ? choose('confidence') : null,
  };
}

/** The candidate itself, then the others with the same text. */
export function mentionsOf(reading: Reading, candidate: Candidate): Candidate[] {
  return [candidate, ...reading.candidates.filter(other => other !== candidate && other.text === candidate.text)];
}
