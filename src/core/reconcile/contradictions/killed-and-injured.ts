import type { Casualty } from '../../model/index.ts';
import { casualtiesOf, type Happening } from '../happening.ts';
import { type RowEntry, type TollRow, tollRows } from '../tolls/toll-row.ts';
import type { Conflict } from './conflict.ts';
import { type Bounds, gapBetween, rangeWords, together } from './figure-range.ts';
import { figureField } from './figures.ts';

/**
 * "Casualties" of a side against another speaker's dead and injured of it: a contradiction only where the numbers exclude
 * each other (RULES §23). With the dead alone known, only more dead than casualties do.
 */
export function killedAndInjured(happening: Happening): readonly Conflict[] {
  const rows = tollRows(happening);
  return rows.flatMap(row => {
    if (row.harm !== 'killed-or-injured' || row.side === null) return [];
    return row.entries.flatMap(entry => against(entry, row, rows, happening));
  });
}

function against(entry: RowEntry, row: TollRow, rows: readonly TollRow[], happening: Happening): readonly Conflict[] {
  if (entry.supersededBy !== null || entry.claim.estimate.high === 0 || row.side === null) return [];
  const casualties = withParts(entry.claim, happening);
  const killed = sameVictims(row, rows, 'killed');
  const injured = sameVictims(row, rows, 'injured');
  for (const key of new Set([...killed, ...injured].map(({ speaker }) => speaker.key))) {
    if (key === entry.speaker.key) continue;
    const dead = killed.filter(({ speaker }) => speaker.key === key).at(-1);
    const hurt = injured.filter(({ speaker }) => speaker.key === key).at(-1);
    const sum = together(dead?.claim.estimate ?? OPEN, hurt?.claim.estimate ?? OPEN);
    const gap = gapBetween(casualties, sum);
    if (gap === 0) continue;
    const parts = [dead, hurt].filter(part => part !== undefined);
    const why = `${entry.speaker.name} ${rangeWords(casualties)}, ${parts[0]?.speaker.name} ${rangeWords(sum)} killed and injured`;
    return [{ field: figureField(row.harm, [row.side]), statements: [entry, ...parts], gap, why }];
  }
  return [];
}

const OPEN: Bounds = { low: null, high: null };

/** The live figures for dead or injured of the same side. */
function sameVictims(row: TollRow, rows: readonly TollRow[], harm: Casualty['harm']): readonly RowEntry[] {
  const found = rows.find(other => other.harm === harm && other.key === row.key.replace(row.harm, harm));
  return found?.entries.filter(({ supersededBy }) => supersededBy === null) ?? [];
}

/** "They had losses; three were seen carried away": a whole is at least its largest part. */
function withParts(claim: Casualty, happening: Happening): Bounds {
  const parts = casualtiesOf(happening).filter(({ claim: part }) => part.victims.partOf === claim.id);
  const low = Math.max(claim.estimate.low ?? 0, ...parts.map(({ claim: part }) => part.estimate.low ?? 0));
  return { low, high: claim.estimate.high };
}
