import type { ActorRef, Harm, Incident, Toll, VictimStatus } from '../model/index.ts';
import { standingEntries } from './toll-words.ts';

/** Losses of one side and status over many incidents. Null is what no account sets: unknown is not zero. */
export interface SideLoss {
  readonly side: ActorRef | null;
  readonly status: VictimStatus;
  readonly harm: Harm;
  readonly low: number | null;
  readonly high: number | null;
  /** In how many incidents somebody gives a figure. */
  readonly incidents: number;
  readonly claimIds: readonly string[];
}

interface Group {
  readonly toll: Toll;
  readonly rows: Map<string, Toll[]>;
}

/**
 * Losses by side and harm over all incidents, in the order in which they first occur. A side's row in one incident is the
 * larger of its rows there, which may overlap; those of different incidents are added, which is why periods and background
 * never come in. The high bound is open as soon as that of one incident is. Families are no persons, and left out.
 */
export function sideLosses(incidents: readonly Pick<Incident, 'id' | 'tolls'>[]): readonly SideLoss[] {
  const groups = new Map<string, Group>();
  const ids = new Map<string, string>();
  for (const incident of incidents) {
    for (const toll of incident.tolls) {
      if (toll.unit !== 'persons') continue;
      const key = `${toll.harm} ${toll.status} ${sideKey(toll.side, ids)}`;
      const group = groups.get(key) ?? { toll, rows: new Map<string, Toll[]>() };
      groups.set(key, group);
      const rows = group.rows.get(incident.id);
      if (rows === undefined) group.rows.set(incident.id, [toll]);
      else rows.push(toll);
    }
  }
  return Array.from(groups.values(), lossOf);
}

/** One key for an actor, by its id or, where one of two namings has none, by its name. */
function sideKey(side: ActorRef | null, ids: Map<string, string>): string {
  if (side === null) return '';
  const name = side.name.toLowerCase();
  if (side.id !== null && !ids.has(name)) ids.set(name, side.id);
  return side.id ?? ids.get(name) ?? name;
}

function lossOf({ toll: { side, status, harm }, rows }: Group): SideLoss {
  const perIncident = [...rows.values()];
  const highs = perIncident.map(tolls =>
    tolls.some(({ high }) => high === null) ? null : max(tolls.map(({ high }) => high)),
  );
  return {
    side,
    status,
    harm,
    low: sum(perIncident.map(tolls => max(tolls.map(({ low }) => low)))),
    high: highs.includes(null) ? null : sum(highs),
    incidents: rows.size,
    claimIds: perIncident.flat().flatMap(toll => standingEntries(toll).map(({ claimId }) => claimId)),
  };
}

function max(values: readonly (number | null)[]): number | null {
  const known = values.filter(value => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter(value => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}
