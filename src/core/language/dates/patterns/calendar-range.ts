import { numberIn, type Pattern, type PatternMatch } from '../pattern.ts';
import type { CalendarReading, Candidate, Reading } from '../reading.ts';

/** Ranges whose ends share a month or a year: "7–8 October", "between 1 and 5 May", "April 6-7", "1915-17", "499–493 BC". */
export const calendarRangePatterns: readonly Pattern[] = [
  {
    rule: 'days-of-month',
    letters: /t?(?<first>[dO])(?:,[dO]){0,8},?[->&]t?(?<last>[dO])o?(?<month>M)(?:,?(?<year>y))?/,
    read: match => ({ reading: days(match) }),
  },
  {
    rule: 'month-days',
    letters: /(?<month>M)(?<first>[dO])(?:,[dO]){0,8},?[->&](?<last>[dO])(?:,?(?<year>y))?/,
    read: match => ({ reading: days(match) }),
  },
  {
    rule: 'years-short',
    letters: /(?<first>y)[-/](?<last>[dn])/,
    read: match => {
      const first = numberIn(match, 'first') ?? 0;
      const last = numberIn(match, 'last') ?? 0;
      const piece = match.group('last')?.first;
      if (piece === undefined || piece.end - piece.start !== 2 || last <= first % 100) return null;
      return { reading: range(match, year(first), year(first - (first % 100) + last)) };
    },
  },
  {
    rule: 'years-bc',
    letters: /(?<first>[dny])[->](?<last>[dny])k/,
    read: match => {
      const era = match.source.pieces[match.to - 1]?.value;
      if (era !== 'bc' && era !== 'bce') return null;
      return {
        reading: range(match, year(1 - (numberIn(match, 'first') ?? 0)), year(1 - (numberIn(match, 'last') ?? 0))),
      };
    },
  },
];

function days(match: PatternMatch): Reading {
  const month = numberIn(match, 'month');
  const stated = numberIn(match, 'year');
  const day = (name: string): CalendarReading => ({
    type: 'calendar',
    year: stated,
    month,
    day: numberIn(match, name),
  });
  return range(match, day('first'), day('last'));
}

/** Both ends as candidates of their own: the first ends where its words end, the last reaches to the end of the match. */
function range(match: PatternMatch, from: CalendarReading, to: CalendarReading): Reading {
  const end = (reading: CalendarReading, start: number, stop: number): Candidate => ({
    from: start,
    to: stop,
    rule: 'range-end',
    reading,
    part: null,
    clock: null,
    edge: null,
  });
  const first = match.group('first');
  const last = match.group('last');
  const lastFrom = last?.from ?? match.from;
  const article = match.source.letters[lastFrom - 1] === 't' ? 1 : 0;
  return {
    type: 'range',
    from: end(from, match.from, first?.to ?? match.to),
    to: end(to, lastFrom - article, match.to),
  };
}

function year(value: number | null): CalendarReading {
  return { type: 'calendar', year: value, month: null, day: null };
}
