import { Features } from './features.ts';
import type { Entity, WeighedFiller } from './find-fillers.ts';
import { oddsOf } from './linear-weights.ts';
import type { Reading } from './reading.ts';
import type { RoleModels, RoleSettings } from './role-models.ts';
import { incidentTypes } from './roles.ts';

/** An incident of a document, by its type, and who has which role in it. */
export interface TypedIncident {
  /** Number of its type in `incidentTypes`. */
  readonly type: number;
  readonly entities: readonly Entity[];
}

/** What tells which types of incident a document is about: its surest sentences, its beginning, its surest fillers. */
export function typeFeatures(reading: Reading, weighed: readonly (readonly WeighedFiller[])[]): Int32Array {
  const features = new Features();
  features.add(1, 0);
  features.step(2, reading.document, 1, 8);
  incidentTypes.forEach((_, type) => {
    const all = reading.sentences.map(odds => odds[type + 1]);
    const sorted = [...all].sort((a, b) => b - a);
    features.step(10 + type, sorted[0] ?? -9, 0.7, 10);
    features.step(20 + type, sorted[1] ?? -9, 1, 10);
    features.step(30 + type, all[0] ?? -9, 1, 8);
    features.step(40 + type, Math.max(-9, ...all.slice(0, 3)), 1, 8);
  });
  weighed.forEach((fillers, role) => {
    features.step(50 + role, Math.max(-6, fillers[0]?.odds ?? -6), 1, 6);
  });
  return features.all;
}

/** The log odds of each type for a document. */
export function typeOdds(
  reading: Reading,
  weighed: readonly (readonly WeighedFiller[])[],
  models: RoleModels,
): number[] {
  return oddsOf(models.weights.type, typeFeatures(reading, weighed));
}

/** One incident for each type that a document tells of, each filler where its sentences put it. */
export function typedIncidents(
  reading: Reading,
  types: readonly number[],
  entities: readonly Entity[],
  settings: RoleSettings,
): TypedIncident[] {
  const likely = types.flatMap((odds, type) => (odds > settings.type[type] ? [type] : []));
  const fillers = entities.filter(({ role }) => role !== 'nameless-victim').length;
  if (likely.length === 0 && fillers >= settings.fillersMin) likely.push(types.indexOf(Math.max(...types)));
  const incidents = likely.map(type => ({ type, entities: [] as Entity[] }));
  for (const entity of entities) {
    const told = (type: number): number => Math.max(...entity.sentences.map(at => reading.sentences[at][type + 1]));
    const fit = incidents.map(({ type }) => told(type) + settings.typeShare * types[type]);
    const best = fit.indexOf(Math.max(...fit));
    incidents.forEach((incident, at) => {
      if (at === best || told(incident.type) > settings.also) incident.entities.push(entity);
    });
  }
  return incidents;
}
