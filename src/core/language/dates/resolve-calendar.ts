import { calendarDay, type DayNumber, dayNumber, daysInMonth, shiftMonth } from '../../base/iso-day.ts';
import type { CalendarReading, Candidate, Edge } from './reading.ts';
import { type Context, days, isFuture, noDays, type Resolved } from './resolve-context.ts';
import { calendarValue } from './timex-value.ts';

/** A written date: what it leaves open is taken from the publication date or from the year the text has come to. */
export function resolveCalendar(candidate: Candidate, reading: CalendarReading, context: Context): Resolved {
  if (reading.year !== null) return place(reading, candidate.edge, 'stated', 'the date is written out');
  const full = complete(candidate, reading, context);
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

interface Completed {
  readonly reading: CalendarReading;
  readonly basis: 'stated' | 'implied';
  readonly why: string;
}

function complete(candidate: Candidate, reading: CalendarReading, context: Context): Completed | null {
  const { published, story, narrative } = context;
  if (reading.yearShift !== undefined) {
    if (published === null) return null;
    const year = calendarDay(published).year + reading.yearShift;
    return { reading: { ...reading, year }, basis: 'stated', why: 'year counted from the publication date' };
  }
  if (reading.month === null) return completeDay(candidate, reading, context);
  if (reading.turn !== undefined) return completeTurn(reading, reading.month, context);
  const near =
    story?.yearStated && sameSentence(context, story.from, candidate.from) && !isPublicationYear(context, story.start);
  if (story !== null && (near || narrative || published === null)) {
    return {
      reading: { ...reading, year: storyYear(reading.month, story) },
      basis: 'implied',
      why: `year of "${story.words}" before it`,
    };
  }
  if (published === null) return null;
  const year = nearestYear(reading, published, isFuture(context, candidate));
  const why = `year from the publication date ${calendarValue({ type: 'calendar', ...calendarDay(published) })}`;
  return { reading: { ...reading, year }, basis: 'stated', why };
}

/** "last May": the last one that is over; "next May": the first to begin. */
function completeTurn(
  reading: CalendarReading,
  month: number,
  { published, story, narrative }: Context,
): Completed | null {
  const anchor = narrative && story !== null ? story.end : published;
  if (anchor === null) return null;
  const at = calendarDay(anchor);
  const step =
    reading.turn === 'last' ? (month < at.month ? 0 : -1) : reading.turn === 'next' ? (month > at.month ? 0 : 1) : 0;
  return {
    reading: { ...reading, year: at.year + step },
    basis: 'implied',
    why: `the ${reading.turn} one, counted from the publication`,
  };
}

/** "on the 14th": in the month of the text so far, else the last such day before the publication, or the next to come. */
function completeDay(candidate: Candidate, reading: CalendarReading, context: Context): Completed | null {
  const { published, story, narrative } = context;
  const day = reading.day ?? 1;
  if (
    story !== null &&
    story.grain !== 'year' &&
    (narrative || published === null || sameSentence(context, story.from, candidate.from))
  ) {
    const { year, month } = calendarDay(story.end);
    return { reading: { ...reading, year, month }, basis: 'implied', why: `month of "${story.words}" before it` };
  }
  if (published === null) return null;
  const at = calendarDay(published);
  const future = isFuture(context, candidate);
  const step = future ? (day < at.day ? 1 : 0) : day > at.day ? -1 : 0;
  return {
    reading: { ...reading, ...shiftMonth(at.year, at.month, step) },
    basis: 'implied',
    why: `the ${future ? 'next' : 'last'} such day at the publication`,
  };
}

/** The year in which a month, or a day of it, was last reached before the publication, or will next be. */
function nearestYear({ month, day }: CalendarReading, published: DayNumber, future: boolean): number {
  const at = calendarDay(published);
  if (month === null) return at.year;
  if (month === at.month) {
    if (day === null || day === at.day) return at.year;
    // A report of the first hours of a day may still carry the date of the day before as its publication date.
    return day > at.day + 1 && !future ? at.year - 1 : at.year;
  }
  if (month > at.month) return future ? at.year : at.year - 1;
  return future ? at.year + 1 : at.year;
}

/** A text that runs on from December to February has come to the next year. */
function storyYear(month: number, story: { readonly end: DayNumber; readonly grain: string }): number {
  const at = calendarDay(story.end);
  if (story.grain === 'year') return at.year;
  return month + 8 < at.month ? at.year + 1 : at.year;
}

function isPublicationYear({ published }: Context, day: DayNumber): boolean {
  return published !== null && calendarDay(published).year === calendarDay(day).year;
}

function sameSentence({ source }: Context, from: number, to: number): boolean {
  return !/[.|]/.test(source.letters.slice(from, to));
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
  if (number === null) return noDays(`when-impossible: there is no ${value}`, 'day', null);
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
