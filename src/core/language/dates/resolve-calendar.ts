import { type DayNumber, dayNumber, daysInMonth } from '../../base/iso-day.ts';
import { completeDate } from './complete-date.ts';
import type { CalendarReading, Candidate, Edge, Reading } from './reading.ts';
import { type Context, days, noDays, type Resolved } from './resolve-context.ts';
import { calendarValue } from './timex-value.ts';

/** A written date: what it leaves open is taken from the publication date or from the year the text has come to. */
export function resolveCalendar(candidate: Candidate, reading: CalendarReading, context: Context): Resolved {
  if (reading.year !== null) return place(reading, candidate.edge, 'stated', 'the date is written out');
  const full = completeDate(candidate, reading, context);
  if (full === null) {
    const what = reading.month === null ? 'no month and year' : 'no year';
    return noDays(
      `published-unknown: ${what} given, and no publication date or earlier date to count from`,
      kindOf(reading),
      calendarValue(reading),
    );
  }
  return place(full.reading, candidate.edge, full.basis, full.why);
}

/** "9/2/2023": by the other dates of the text, else the reading that does not lie after the publication. */
export function resolveNumeric(
  { one, other, year }: Extract<Reading, { type: 'numeric' }>,
  { published, dayFirst }: Context,
): Resolved {
  const days = { dayFirst: dayNumber(year, other, one), monthFirst: dayNumber(year, one, other) };
  const reading = (isDayFirst: boolean): CalendarReading => ({
    type: 'calendar',
    year,
    month: isDayFirst ? other : one,
    day: isDayFirst ? one : other,
  });
  if (dayFirst !== null) return place(reading(dayFirst), null, 'implied', 'written as other dates of the text are');
  const early = (day: DayNumber | null) => day !== null && published !== null && day <= published;
  if (early(days.dayFirst) !== early(days.monthFirst)) {
    return place(
      reading(early(days.dayFirst)),
      null,
      'implied',
      'read the other way it would lie after the publication',
    );
  }
  return noDays('when-unresolved: nothing tells the day from the month', 'day', null);
}

/** The days of a date whose year is known. */
function place(reading: CalendarReading, edge: Edge | null, basis: 'stated' | 'implied', why: string): Resolved {
  const { year, month, day } = reading;
  const value = calendarValue(reading);
  if (year === null) return noDays('when-unresolved: no year', kindOf(reading), value);
  if (month === null) {
    const [first, last] = edge === null ? [1, 12] : THIRDS_OF_YEAR[edge];
    return days(first_(year, first), last_(year, last), basis, why, value);
  }
  if (day === null) {
    const [first, last] = edge === null ? [1, 31] : THIRDS_OF_MONTH[edge];
    const from = first_(year, month);
    return days(from + first - 1, from + Math.min(last, daysInMonth(year, month)) - 1, basis, why, value);
  }
  const number = dayNumber(year, month, day);
  if (number === null) return noDays(`when-impossible: ${value} does not exist`, 'day', null);
  return days(number, number, basis, why, value);
}

const THIRDS_OF_YEAR: Readonly<Record<Edge, readonly [number, number]>> = { early: [1, 4], mid: [5, 8], late: [9, 12] };
const THIRDS_OF_MONTH: Readonly<Record<Edge, readonly [number, number]>> = {
  early: [1, 10],
  mid: [11, 20],
  late: [21, 31],
};

function first_(year: number, month: number): DayNumber {
  return dayNumber(year, month, 1) ?? 0;
}

function last_(year: number, month: number): DayNumber {
  return first_(year, month) + daysInMonth(year, month) - 1;
}

function kindOf(reading: CalendarReading): 'day' | 'interval' {
  return reading.day === null ? 'interval' : 'day';
}
