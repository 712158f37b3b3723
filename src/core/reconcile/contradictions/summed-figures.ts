import type { ActorRef } from '../../model/index.ts';
import type { Happening } from '../happening.ts';
import { isCivilians, isSameParty } from '../party.ts';
import { type RowEntry, type TollRow, tollRows } from '../tolls/toll-row.ts';
import type { Conflict } from './conflict.ts';
import { type Bounds, gapBetween, rangeWords, together } from './figure-range.ts';
import { figureField } from './figures.ts';

/**
 * One speaker's figures for several sides against another's total of fighters whose side is not said: nine bodies on the
 * field, and a group that counts eleven of its enemies and two of its own. The total must be of both sides: a party's
 * figure for its enemy alone has that side.
 */
export function summedFigures(happening: Happening): readonly Conflict[] {
  const rows = tollRows(happening);
  const totals = rows.filter(({ side, status, harm }) => side === null && status === 'combatant' && harm === 'killed');
  return totals.flatMap(total => {
    const sided = rows.filter(row => isSidedRow(row, total));
    return speakersOf(sided).flatMap(key => sumConflict(key, sided, total));
  });
}

function isSidedRow(row: TollRow, total: TollRow): boolean {
  return (
    row.side !== null &&
    !isCivilians(row.side) &&
    row.status === total.status &&
    row.harm === total.harm &&
    row.unit === total.unit
  );
}

function speakersOf(rows: readonly TollRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({ entries }) => entries.map(({ speaker }) => speaker.key)))];
}

function sumConflict(key: string, rows: readonly TollRow[], total: TollRow): readonly Conflict[] {
  const sides: ActorRef[] = [];
  const parts: RowEntry[] = [];
  let sum: Bounds = { low: 0, high: 0 };
  for (const { side, entries } of rows) {
    const said = entries.filter(({ speaker, supersededBy }) => speaker.key === key && supersededBy === null).at(-1);
    if (said === undefined || side === null) continue;
    sides.push(side);
    parts.push(said);
    sum = together(sum, said.claim.estimate);
  }
  if (sides.length < 2) return [];
  const against = total.entries.filter(
    ({ speaker, claim, supersededBy }) =>
      supersededBy === null &&
      speaker.key !== key &&
      // What a party counts of the others leaves its own out.
      !sides.some(side => speaker.actor !== null && isSameParty(side, speaker.actor)) &&
      gapBetween(sum, claim.estimate) > 0,
  );
  if (against.length === 0) return [];
  const gap = Math.max(...against.map(({ claim }) => gapBetween(sum, claim.estimate)));
  const why = `${parts[0]?.speaker.name} gives ${rangeWords(sum)} in all, ${against[0]?.speaker.name} ${rangeWords(against[0]?.claim.estimate ?? sum)}`;
  return [{ field: figureField(total.harm, sides), statements: [...parts, ...against], gap, why }];
}
