import {
  calendarDay,
  type DayNumber,
  dayNumber,
  daysInMonth,
  formatIsoDay,
  shiftMonth,
  weekdayOf,
} from '../../base/iso-day.ts';
import type { Candidate, Reading, Unit } from './reading.ts';
import { type Context, days, isFuture, noDays, type Resolved, type Story } from './resolve-context.ts';
import { lengthValue, openValue, unitValue } from './timex-value.ts';

type Shift = Extract<Reading, { type: 'shift' }>;
type Stretch = Extract<Reading, { type: 'stretch' }>;
type Weekday = Extract<Reading, { type: 'weekday' }>;

const NO_ANCHOR = 'published-unknown: counts from the publication date, which is not known';

/** A day of the week: the last one up to the publication day, that day included; the next one where the tense says so. */
export function resolveWeekday(candidate: Candidate, reading: Weekday, context: Context): Resolved {
  const { anchor: published } = context;
  if (published === null) return noDays(NO_ANCHOR, 'day', `XXXX-WXX-${reading.weekday}`);
  const back = (weekdayOf(published) - reading.weekday + 7) % 7;
  const future = reading.weeks === 'next' || (reading.weeks === null && back !== 0 && isFuture(context, candidate));
  let day = future ? published + (7 - back) : published - back;
  if (reading.weeks === 'last' && back === 0) day -= 7;
  if (reading.weeks === 'this') day = published - weekdayOf(published) + reading.weekday;
  const side = day > published ? 'next one after' : 'last one up to';
  return days(day, day, 'stated', `the ${side} ${nameOf(context)} ${formatIsoDay(published)}`, formatIsoDay(day));
}

/** "yesterday", "last week", "three days ago", "two days later". */
export function resolveShift(candidate: Candidate, reading: Shift, context: Context): Resolved {
  const kind = reading.unit === 'day' ? 'day' : 'interval';
  if (reading.amount === null) {
    const value = reading.sign < 0 ? 'PAST_REF' : 'FUTURE_REF';
    return noDays('when-unresolved: how many is not said', kind, value);
  }
  const anchor = anchorOf(reading, context);
  if (anchor.day === null) return noDays(anchor.why, kind, openValue(reading.unit));
  const amount = reading.sign * reading.amount;
  const { start, end } = moved(anchor.day, reading.unit, amount, reading.from);
  const value = unitValue(start === end ? start : Math.floor((start + end) / 2), reading.unit);
  const why = `${amount === 0 ? 'the' : `${Math.abs(amount)} ${amount < 0 ? 'before' : 'after'} the`} ${reading.unit} of ${anchor.name}`;
  const deictic = reading.from === 'published' && reading.unit === 'day' && reading.amount <= 1;
  const [from, to] =
    overnight(candidate, start, end) ?? third(candidate, start, end) ?? soFar(reading, context, start, end);
  return days(from, to, deictic && candidate.part !== 'overnight' ? 'stated' : 'implied', why, value);
}

/** "overnight" is the night that ends on the publication day. */
function overnight(candidate: Candidate, start: DayNumber, end: DayNumber): [DayNumber, DayNumber] | null {
  return candidate.part === 'overnight' && start === end ? [start, start + 1] : null;
}

/** "late last month", "the end of the year": the first, middle or last third. */
function third({ edge }: Candidate, start: DayNumber, end: DayNumber): [DayNumber, DayNumber] | null {
  if (edge === null || start === end) return null;
  const length = (end - start + 1) / 3;
  const index = edge === 'early' ? 0 : edge === 'mid' ? 1 : 2;
  return [start + Math.round(index * length), start + Math.round((index + 1) * length) - 1];
}

/** "this week" ends, for what has happened in it, with the publication day. */
function soFar(
  reading: Shift,
  { anchor: published }: Context,
  start: DayNumber,
  end: DayNumber,
): [DayNumber, DayNumber] {
  const open =
    reading.from === 'published' && reading.amount === 0 && published !== null && start <= published && published < end;
  return [start, open ? published : end];
}

/** "over the weekend": the last one that has begun, or the one to come. */
export function resolveWeekend(candidate: Candidate, context: Context): Resolved {
  const { anchor } = context;
  if (anchor === null) return noDays(NO_ANCHOR, 'interval', openValue('weekend'));
  const ahead = 6 - weekdayOf(anchor);
  const saturday = anchor + (ahead <= 0 || isFuture(context, candidate) ? ahead : ahead - 7);
  const why = `the weekend nearest to ${nameOf(context)}`;
  return days(saturday, saturday + 1, 'implied', why, unitValue(saturday, 'weekend'));
}

/** What a relative expression counts from, or why it has nothing to count from. */
type RelativeAnchor = { readonly day: DayNumber; readonly name: string } | { readonly day: null; readonly why: string };

function anchorOf({ from, unit, amount, sign }: Shift | Stretch, context: Context): RelativeAnchor {
  const { anchor, story, narrative } = context;
  // "this month" in a history is the month it has come to.
  if (story !== null && (from === 'story' || (narrative && amount === 0 && unit !== 'day'))) {
    const name = `"${story.words}"`;
    if (GRAINS[story.grain] <= finest(unit)) return { day: story.end, name };
    return { day: null, why: `when-unresolved: counts from ${name}, which is longer than a ${unit}` };
  }
  if (anchor === null) return { day: null, why: NO_ANCHOR };
  // "two days later" without a day before it would lie in the future if it were counted from the publication.
  if (from === 'story' && sign > 0) return { day: null, why: 'when-unresolved: no day before it to count from' };
  return { day: anchor, name: nameOf(context) };
}

const GRAINS: Readonly<Record<Story['grain'], number>> = { day: 0, week: 1, month: 2, year: 3 };

/** The coarsest grain of a time from which a unit can still be counted. */
function finest(unit: Unit): number {
  if (unit === 'day') return GRAINS.day;
  if (unit === 'week' || unit === 'weekend') return GRAINS.week;
  return unit === 'month' ? GRAINS.month : GRAINS.year;
}

function nameOf({ anchor, published }: Context): string {
  return anchor === published ? 'the publication day' : 'the day of the dateline';
}

/** The days `amount` units away; "a week later" is a day either way, "three weeks later" three. */
function moved(
  day: DayNumber,
  unit: Unit,
  amount: number,
  from: Shift['from'],
): { readonly start: DayNumber; readonly end: DayNumber } {
  const { year, month } = calendarDay(day);
  switch (unit) {
    case 'second':
    case 'minute':
      return { start: day, end: day };
    case 'hour': {
      const away = Math.trunc(amount / 24);
      return { start: amount < 0 ? day + away - (amount % 24 === 0 ? 0 : 1) : day + away, end: day + away };
    }
    case 'day':
      return { start: day + amount, end: day + amount };
    case 'weekend': {
      const saturday = day - weekdayOf(day) + 6 + 7 * amount;
      return { start: saturday, end: saturday + 1 };
    }
    case 'week': {
      if (from === 'story' && amount !== 0) {
        const slack = Math.abs(amount) === 1 ? 1 : 3;
        return { start: day + 7 * amount - slack, end: day + 7 * amount + slack };
      }
      const monday = day - weekdayOf(day) + 1 + 7 * amount;
      return { start: monday, end: monday + 6 };
    }
    case 'month':
      return monthsFrom(shiftMonth(year, month, amount), 1);
    case 'quarter':
      return monthsFrom(shiftMonth(year, month - ((month - 1) % 3), 3 * amount), 3);
    case 'year':
      return monthsFrom({ year: year + amount, month: 1 }, 12);
    case 'decade':
      return monthsFrom({ year: Math.floor(year / 10) * 10 + 10 * amount, month: 1 }, 120);
    case 'century':
      return monthsFrom({ year: Math.floor(year / 100) * 100 + 100 * amount, month: 1 }, 1200);
  }
}

/** "in the past week", "over the last 24 hours", "the next three days": a stretch that ends or begins at its anchor. */
export function resolveStretch(reading: Stretch, context: Context): Resolved {
  const value = lengthValue(reading.unit, reading.amount);
  if (reading.amount === null) return noDays('when-unresolved: how many is not said', 'period', value);
  const anchor = anchorOf(reading, context);
  if (anchor.day === null) return noDays(anchor.why, 'period', value);
  const length = Math.max(1, Math.round(DAYS[reading.unit] * reading.amount));
  const start = reading.sign < 0 ? anchor.day - length : anchor.day;
  const end = reading.sign < 0 ? anchor.day : anchor.day + length;
  const why = `${length} ${length === 1 ? 'day' : 'days'} ${reading.sign < 0 ? 'up to' : 'from'} ${anchor.name}`;
  return { ...days(start, end, 'implied', why, value), kind: 'period' };
}

const DAYS: Readonly<Record<Unit, number>> = {
  second: 1 / 86_400,
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  weekend: 2,
  week: 7,
  month: 30.44,
  quarter: 91.3,
  year: 365.25,
  decade: 3652.5,
  century: 36_525,
};

/** `count` months from a first one. */
export function monthsFrom(
  first: { readonly year: number; readonly month: number },
  count: number,
): { readonly start: DayNumber; readonly end: DayNumber } {
  const last = shiftMonth(first.year, first.month, count - 1);
  const start = dayNumber(first.year, first.month, 1) ?? 0;
  return { start, end: (dayNumber(last.year, last.month, 1) ?? 0) + daysInMonth(last.year, last.month) - 1 };
}
