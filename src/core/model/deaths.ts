import type { ActorRef } from './actor.ts';
import type { Toll } from './toll.ts';

/** Bounds on a number of deaths; null where no account sets one. */
export interface DeathRange {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

export const NO_DEATHS_KNOWN: DeathRange = { low: null, best: null, high: null };

type Bound = 'low' | 'best' | 'high';

/** The rows of a toll that count persons killed. "Casualties" (`killed-or-injured`) are never deaths (codebook §4). */
export function deathRows(tolls: readonly Toll[]): readonly Toll[] {
  return tolls.filter(({ harm, unit }) => harm === 'killed' && unit === 'persons');
}

/**
 * How many were killed in all, as far as the rows of one incident tell. Rows overlap: one without a side or status may
 * be the total of the others, so for each bound the larger is taken of such a row and the sum of the more telling ones.
 * `killed-or-injured` rows raise `high` alone: at most all of them died.
 */
export function totalDeaths(tolls: readonly Toll[]): DeathRange {
  const rows = deathRows(tolls);
  const low = totalOf(rows, 'low');
  const bestOrLow = totalOf(rows, 'best');
  const casualties = tolls.filter(({ harm, unit }) => harm === 'killed-or-injured' && unit === 'persons');
  const highs = [highOf(rows), rows.length > 0 ? highOf(casualties) : null].filter(high => high !== null);
  const open = rows.length > 0 && highOf(rows) === null;
  const high = open || highs.length === 0 ? null : Math.max(...highs);
  return { low, best: bestOrLow, high };
}

/** The high bound holds only where every row has one, or a row without side bounds the whole. */
function highOf(rows: readonly Toll[]): number | null {
  if (rows.length === 0) return null;
  if (rows.some(({ high, low }) => high === null && low !== null)) return null;
  return totalOf(rows, 'high');
}

/** The largest of the row for all and the sum over sides, for one bound. */
export function totalOf(rows: readonly Toll[], bound: Bound): number | null {
  const whole = largest(
    rows.filter(({ side, status }) => side === null && status === 'unknown'),
    bound,
  );
  return max([whole, sum([civiliansOf(rows, bound), fightersOf(rows, bound)])]);
}

/** Deaths of those who are not told to be civilians; a row of combatants without a side may be the total of the others. */
function fightersOf(rows: readonly Toll[], bound: Bound): number | null {
  const others = rows.filter(({ side, status }) => status !== 'civilian' && !isCivilians(side));
  const sides = bySide(others.filter(({ side }) => side !== null));
  const anySide = largest(
    others.filter(({ side, status }) => side === null && status === 'combatant'),
    bound,
  );
  return max([anySide, sum([...sides.values()].map(side => sideTotal(side, bound)))]);
}

/** Deaths of civilians, whose row without a nation may be the total of those with one. */
export function civiliansOf(rows: readonly Toll[], bound: Bound): number | null {
  const civilian = rows.filter(row => row.status === 'civilian' || isCivilians(row.side));
  const general = largest(
    civilian.filter(row => row.side === null || isCivilians(row.side)),
    bound,
  );
  const national = sum(
    [...bySide(civilian.filter(row => row.side !== null && !isCivilians(row.side))).values()].map(side =>
      largest(side, bound),
    ),
  );
  return max([general, national]);
}

/** Deaths of one side: those whose status is not told may be the total of those whose status is. */
export function sideTotal(rows: readonly Toll[], bound: Bound): number | null {
  const combatants = largest(
    rows.filter(({ status }) => status === 'combatant'),
    bound,
  );
  const untold = largest(
    rows.filter(({ status }) => status === 'unknown'),
    bound,
  );
  return max([combatants, untold]);
}

function bySide(rows: readonly Toll[]): ReadonlyMap<string, readonly Toll[]> {
  const sides = new Map<string, Toll[]>();
  for (const row of rows) {
    const key = row.side === null ? '' : (row.side.id ?? row.side.name.toLowerCase());
    sides.set(key, [...(sides.get(key) ?? []), row]);
  }
  return sides;
}

function isCivilians(side: ActorRef | null): boolean {
  return side !== null && side.kind === 'civilians';
}

function largest(rows: readonly Toll[], bound: Bound): number | null {
  return max(rows.map(row => (bound === 'best' ? (row.best ?? row.low) : row[bound])));
}

function max(values: readonly (number | null)[]): number | null {
  const known = values.filter(value => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter(value => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}
