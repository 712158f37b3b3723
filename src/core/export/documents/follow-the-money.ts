import { contentId } from '../../base/content-id.ts';
import type { ActorRef, Incident, Report } from '../../model/index.ts';
import { claimsOfIncident, type ExportContext, reportsOfIncident } from '../export-context.ts';
import { incidentSentence } from '../incident-words.ts';
import { stampLine } from '../stamp.ts';
import { tollsInWords } from '../toll-words.ts';

interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** Entities of FollowTheMoney, one JSON object a line: documents, organisations and persons, events, and who is in them. */
export function* followTheMoneyLines(context: ExportContext): Generator<string> {
  const seen = new Set<string>();
  const fresh = ({ id }: Entity): boolean => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  };
  for (const report of context.record.reports) yield `${JSON.stringify(documentEntity(report))}\n`;
  for (const incident of context.record.incidents) {
    const actors = incident.roles.map(({ actor }) => actorEntity(actor));
    for (const entity of actors) if (fresh(entity)) yield `${JSON.stringify(entity)}\n`;
    yield `${JSON.stringify(eventEntity(incident, context))}\n`;
    for (const mention of evidenceEntities(incident, context)) if (fresh(mention)) yield `${JSON.stringify(mention)}\n`;
  }
}

function documentEntity(report: Report): Entity {
  const title = report.headline === null ? [] : [report.text.slice(report.headline.start, report.headline.end)];
  const publisher = report.source === null ? [] : [report.source.name];
  return entity(report.id, 'Article', {
    title,
    publisher,
    publishedAt: listed(report.publishedAt),
    sourceUrl: listed(report.url),
    language: listed(report.language),
  });
}

function actorEntity(actor: ActorRef): Entity {
  const schema =
    actor.kind === 'person'
      ? 'Person'
      : actor.kind === 'government' || actor.kind === 'military' || actor.kind === 'police'
        ? 'PublicBody'
        : 'Organization';
  return entity(actorId(actor), schema, { name: [actor.name], country: listed(actor.country?.toLowerCase() ?? null) });
}

function actorId(actor: ActorRef): string {
  return contentId('act', { id: actor.id, name: actor.id === null ? actor.name.toLowerCase() : '' });
}

function eventEntity(incident: Incident, context: ExportContext): Entity {
  const place = incident.places.map(({ name }) => name);
  const countries = [...new Set(incident.places.flatMap(({ country }) => country ?? []))];
  return entity(incident.id, 'Event', {
    name: [incidentSentence(incident)],
    startDate: listed(incident.when.start),
    endDate: listed(incident.when.end),
    location: place,
    country: countries.map(code => code.toLowerCase()),
    summary: listed(tollsInWords(incident) || null),
    involved: [...new Set(incident.roles.map(({ actor }) => actorId(actor)))],
    proof: reportsOfIncident(incident, context).map(({ id }) => id),
    notes: [stampLine(context.stamp)],
  });
}

/** Every claim of an incident as a note on the event, with its exact words and its document. */
function evidenceEntities(incident: Incident, context: ExportContext): readonly Entity[] {
  return claimsOfIncident(incident, context).map(claim =>
    entity(claim.id, 'Note', {
      name: [`${claim.kind}: ${claim.act}`],
      description: [claim.evidence.quote],
      entity: [incident.id],
      proof: [claim.evidence.reportId],
    }),
  );
}

function entity(id: string, schema: string, properties: Readonly<Record<string, readonly string[]>>): Entity {
  return {
    id,
    schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([, values]) => values.length > 0)),
  };
}

function listed(value: string | null): readonly string[] {
  return value === null ? [] : [value];
}
