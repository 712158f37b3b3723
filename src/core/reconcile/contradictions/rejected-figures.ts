import type { Denial, Harm } from '../../model/index.ts';
import type { Happening, Statement } from '../happening.ts';
import { isSameActor } from '../party.ts';
import { type TollRow, tollRows } from '../tolls/toll-row.ts';
import type { Conflict } from './conflict.ts';
import { gapBetween, rangeWords } from './figure-range.ts';
import { figureField } from './figures.ts';

type Rejection = Statement<Denial> & { readonly rejects: NonNullable<Denial['rejects']> };

/** A figure that somebody gives and another rejects (RULES §12): they contradict each other, though a denial is no figure. */
export function rejectedFigures(happening: Happening): readonly Conflict[] {
  const rows = tollRows(happening);
  return rejectionsOf(happening).flatMap(rejection => rows.flatMap(row => rejectedIn(row, rejection)));
}

function rejectionsOf({ statements }: Happening): readonly Rejection[] {
  return statements.flatMap(({ claim, ...rest }) =>
    claim.kind === 'denial' && claim.rejects !== null ? [{ claim, ...rest, rejects: claim.rejects }] : [],
  );
}

function rejectedIn(row: TollRow, rejection: Rejection): readonly Conflict[] {
  const { harm, side, estimate } = rejection.rejects;
  if (row.side === null || side === null || !isSameActor(row.side, side) || !covers(harm, row.harm)) return [];
  const rejected = row.entries.filter(({ claim, speaker, supersededBy }) => {
    if (supersededBy !== null || speaker.key === rejection.speaker.key || claim.estimate.high === 0) return false;
    return gapBetween(claim.estimate, estimate) === 0;
  });
  if (rejected.length === 0) return [];
  const field = figureField(row.harm, [row.side]);
  const why = `${rejection.speaker.name} rejects ${rangeWords(estimate)}`;
  return [{ field, statements: [...rejected, rejection], gap: null, why }];
}

/** "No civilians were hit" rejects dead and injured alike. */
function covers(rejected: Harm, harm: Harm): boolean {
  return rejected === harm || (rejected === 'killed-or-injured' && (harm === 'killed' || harm === 'injured'));
}
