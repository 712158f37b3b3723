import { calendarDay, type DayNumber, dayNumber, formatIsoDay, shiftMonth } from '../../base/iso-day.ts';
import { lowerWord } from './pattern.ts';
import type { CalendarReading, Candidate } from './reading.ts';
import { type Context, isFuture, type Story } from './resolve-context.ts';

/** A date with its year and month, and where those come from. */
export interface Completed {
  readonly reading: CalendarReading;
  readonly basis: 'stated' | 'implied';
  readonly why: string;
}

/** Gives a date without a year, or a bare day, the rest: from the publication, or from the time the text has come to. */
export function completeDate(candidate: Candidate, reading: CalendarReading, context: Context): Completed | null {
  const { published } = context;
  if (reading.yearShift !== undefined) {
    if (published === null) return null;
    const year = calendarDay(published).year + reading.yearShift;
    return { reading: { ...reading, year }, basis: 'stated', why: 'year counted from the publication date' };
  }
  if (reading.monthShift !== undefined) {
    if (published === null) return null;
    const at = calendarDay(published);
    const month = shiftMonth(at.year, at.month, reading.monthShift);
    return { reading: { ...reading, ...month }, basis: 'stated', why: 'month counted from the publication date' };
  }
  if (reading.month === null) return completeDay(candidate, reading, context);
  return completeTurn(reading, reading.month, context) ?? completeYear(candidate, reading, reading.month, context);
}

function completeYear(
  candidate: Candidate,
  reading: CalendarReading,
  month: number,
  context: Context,
): Completed | null {
  const { published, story, narrative } = context;
  if (story !== null && (narrative || published === null || isStillOf(story, month, candidate, context))) {
    const why = `year of "${story.words}" before it`;
    return { reading: { ...reading, year: storyYear(month, story) }, basis: 'implied', why };
  }
  if (published === null) return null;
  const year = yearBy(reading, month, published, direction(candidate, context));
  return {
    reading: { ...reading, year },
    basis: 'stated',
    why: `year from the publication day ${formatIsoDay(published)}`,
  };
}

/** "last May": the last one that is over; "next May": the first to begin; "that May": of the year the text has come to. */
function completeTurn(reading: CalendarReading, month: number, context: Context): Completed | null {
  const { published, story, narrative } = context;
  const { turn } = reading;
  if (turn === undefined) return null;
  const fromStory = turn === 'that' || turn === 'previous' || turn === 'following';
  if (fromStory && story === null) return null;
  const anchor = story !== null && (narrative || fromStory) ? story.end : published;
  if (anchor === null) return null;
  const at = calendarDay(anchor);
  const before = turn === 'last' || turn === 'previous';
  const after = turn === 'next' || turn === 'following';
  const step = before && month >= at.month ? -1 : after && month <= at.month ? 1 : 0;
  const why = `the ${turn} one, counted from ${anchor === published ? 'the publication' : `"${story?.words}"`}`;
  return { reading: { ...reading, year: at.year + step }, basis: 'implied', why };
}

/** "on the 14th": in the month of the text so far, else the last such day before the publication, or the next to come. */
function completeDay(candidate: Candidate, reading: CalendarReading, context: Context): Completed | null {
  const { published, story, narrative } = context;
  const day = reading.day ?? 1;
  const inStory =
    narrative || published === null || (story !== null && sameSentence(context, story.from, candidate.from));
  if (story !== null && story.grain !== 'year' && inStory) {
    const { year, month } = calendarDay(story.end);
    return { reading: { ...reading, year, month }, basis: 'implied', why: `month of "${story.words}" before it` };
  }
  if (published === null) return null;
  const at = calendarDay(published);
  const future = isFuture(context, candidate);
  const step = future ? (day < at.day ? 1 : 0) : day > at.day ? -1 : 0;
  const why = `the ${future ? 'next' : 'last'} such day at the publication`;
  return { reading: { ...reading, ...shiftMonth(at.year, at.month, step) }, basis: 'implied', why };
}

type Direction = 'past' | 'future' | 'nearest';

/** Where a date without a year is looked for: deadlines and verbs in the present may look either way. */
function direction(candidate: Candidate, context: Context): Direction {
  if (isFuture(context, candidate)) return 'future';
  const lead = lowerWord(context.source, context.source.pieces[candidate.from - 1] ?? null);
  if (/^(?:by|until|till|before)$/.test(lead)) return 'nearest';
  return context.tenseAt(candidate.from) === 'open' ? 'nearest' : 'past';
}

/** The year that puts the date on the wanted side of the publication; a day of slack for other time zones. */
function yearBy({ day }: CalendarReading, month: number, published: DayNumber, direction: Direction): number {
  const at = calendarDay(published).year;
  const start = (year: number) => dayNumber(year, month, day ?? 1) ?? dayNumber(year, month, 28) ?? 0;
  const end = (year: number) => (day === null ? start(year) + 27 : start(year));
  const past = start(at) <= published + 1 ? at : at - 1;
  const future = end(at) >= published ? at : at + 1;
  if (direction === 'past') return past;
  if (direction === 'future') return future;
  return published - end(past) <= start(future) - published ? past : future;
}

/**
 * Whether a month belongs to an older year that the text has just written: in the same sentence, or in the same paragraph
 * where it lies within the time named there ("Between June and November 2022 …. On 28 November …").
 */
function isStillOf(story: Story, month: number, candidate: Candidate, context: Context): boolean {
  const { source, published } = context;
  if (!story.yearStated || published === null) return false;
  if (calendarDay(story.start).year === calendarDay(published).year) return false;
  if (sameSentence(context, story.from, candidate.from)) return true;
  const first = dayNumber(storyYear(month, story), month, 1) ?? 0;
  const within = story.isMonths && story.start <= first + 30 && first <= story.end;
  return within && !source.letters.slice(story.from, candidate.from).includes('|');
}

/** A text that runs on from December to February has come to the next year. */
function storyYear(month: number, { start, end, grain }: Story): number {
  const at = calendarDay(end);
  if (grain === 'year') return calendarDay(start).year === at.year || month <= at.month ? at.year : at.year - 1;
  return month + 8 < at.month ? at.year + 1 : at.year;
}

function sameSentence({ source }: Context, from: number, to: number): boolean {
  return !/[.|]/.test(source.letters.slice(from, to));
}
