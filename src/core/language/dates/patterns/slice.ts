import {
  AMOUNT,
  amountIn,
  numberIn,
  type Pattern,
  type PatternMatch,
  type Proposal,
  unitIn,
  wordIn,
} from '../pattern.ts';
import type { CalendarReading, Edge } from '../reading.ts';

/** Parts of a month or year: "the last week of August", "the first three months of 2023", "by the end of the year". */
export const slicePatterns: readonly Pattern[] = [
  {
    rule: 'slice',
    letters: new RegExp(`t?(?<which>[OL])(?:${AMOUNT})?(?<unit>[UV])o(?:(?<month>M)(?:[,o]?(?<year>y))?|(?<lone>y))`),
    read: readSlice,
  },
  {
    rule: 'end-of-year',
    letters: /t?(?<edge>[EFB])[o@]t(?<unit>U)/,
    read: match => {
      const unit = unitIn(match);
      if (unit !== 'week' && unit !== 'month' && unit !== 'year' && unit !== 'decade' && unit !== 'century')
        return null;
      const edge = match.group('edge')?.first;
      const reading = { type: 'shift', unit, amount: 0, sign: 1, from: 'published' } as const;
      if (edge?.letter === 'E') return { reading, edge: edge.value as Edge };
      return edge?.value === 'later' || edge?.value === 'earlier' ? { reading } : null;
    },
  },
];

function readSlice(match: PatternMatch): Proposal | null {
  const which = match.group('which')?.first;
  if (which === undefined || (which.letter === 'L' && which.value !== 'last')) return null;
  const nth = which.letter === 'L' ? -1 : Number(which.value);
  const plural = match.group('unit')?.first.letter === 'V';
  const unit = unitIn(match);
  if (wordIn(match, 'unit') === 'weekend' || nth > 5 || unit === 'quarter') return null;
  const of: CalendarReading = {
    type: 'calendar',
    year: numberIn(match, 'year') ?? numberIn(match, 'lone'),
    month: numberIn(match, 'month'),
    day: null,
  };
  const amount = match.group('amount') !== null ? amountIn(match) : plural ? null : 1;
  return { reading: { type: 'slice', nth, amount, unit, of } };
}
