import { z } from 'zod';
import { incidentSentence } from '../export/incident-words.ts';
import { tollsInWords } from '../export/toll-words.ts';
import { totalDeaths } from '../model/deaths.ts';
import { ActorRef, ActorRole, EventType, Harm, type Incident, Place, VictimStatus, When } from '../model/index.ts';

const Bound = z.int().min(0).nullable();

/** Bounds and the preferred figure; null is what nobody says. */
export const Range = z.object({ low: Bound, best: Bound, high: Bound }).readonly().meta({ id: 'Range' });
export type Range = z.infer<typeof Range>;

/** A row of a toll without its accounts. Rows of one incident overlap: never add them up. */
export const TollLine = z
  .object({
    harm: Harm,
    side: ActorRef.nullable(),
    status: VictimStatus,
    unit: z.enum(['persons', 'families']),
    low: Bound,
    best: Bound,
    high: Bound,
    policy: z.string(),
  })
  .readonly()
  .meta({ id: 'TollLine' });
export type TollLine = z.infer<typeof TollLine>;

/** An incident in short. */
export const IncidentSummary = z
  .object({
    id: z.string(),
    /** What happened, in one line. */
    sentence: z.string(),
    type: EventType,
    roles: z.array(ActorRole).readonly(),
    places: z.array(Place).readonly(),
    when: When,
    tolls: z.array(TollLine).readonly(),
    /** The tolls in one line, every figure with who gives it. */
    losses: z.string(),
    /** Killed in all, as far as the rows tell; "casualties" are never deaths. */
    deaths: Range,
    contradictions: z.int().min(0),
    independentSources: z.int().min(1),
    reports: z.int().min(1),
  })
  .readonly()
  .meta({ id: 'IncidentSummary' });
export type IncidentSummary = z.infer<typeof IncidentSummary>;

export function incidentSummary(incident: Incident): IncidentSummary {
  const { id, type, roles, places, when, tolls, contradictions, independentSources, links } = incident;
  return {
    id,
    sentence: incidentSentence(incident),
    type,
    roles,
    places,
    when,
    tolls: tolls.map(({ harm, side, status, unit, low, best, high, policy }) => {
      return { harm, side, status, unit, low, best, high, policy };
    }),
    losses: tollsInWords(incident),
    deaths: totalDeaths(tolls),
    contradictions: contradictions.length,
    independentSources,
    reports: new Set(links.map(({ reportId }) => reportId)).size,
  };
}
