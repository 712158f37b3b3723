import { calendarDay, type DayNumber, dayNumber, formatIsoDay, shiftMonth } from '../../base/iso-day.ts';
import { islamicMonthStart, islamicYearOf } from './islamic-calendar.ts';
import type { Candidate, Feast, Reading, Unit } from './reading.ts';
import { resolveCalendar } from './resolve-calendar.ts';
import { type Context, days, isFuture, noDays, type Resolved } from './resolve-context.ts';
import { monthsFrom } from './resolve-relative.ts';
import { lengthValue, seasonValue } from './timex-value.ts';

type Of<Type extends Reading['type']> = Extract<Reading, { type: Type }>;

const FIRST_MONTH = { SP: 3, SU: 6, FA: 9, WI: 12 } as const;

/** A season of the northern half of the earth, three months; winter begins in the year that names it. */
export function resolveSeason(candidate: Candidate, reading: Of<'season'>, context: Context): Resolved {
  const month = FIRST_MONTH[reading.season];
  const { published, story, narrative } = context;
  let year = reading.year;
  let why = 'northern season of the written year';
  if (
    year === null &&
    story !== null &&
    (narrative || published === null) &&
    (reading.shift === null || reading.shift === 0)
  ) {
    year = calendarDay(story.end).year;
    why = `northern season of the year of "${story.words}" before it`;
  } else if (year === null && story !== null && narrative) {
    year = calendarDay(story.end).year + (reading.shift ?? 0);
    why = `northern season counted from "${story.words}" before it`;
  } else if (year === null && published !== null) {
    const at = calendarDay(published);
    const begun = at.month >= month;
    const future = (reading.shift ?? 0) > 0 || isFuture(context, candidate);
    year = future
      ? begun
        ? at.year + 1
        : at.year
      : begun && !(reading.shift === -1 && at.month < month + 3)
        ? at.year
        : at.year - 1;
    why = 'northern season nearest to the publication';
  }
  if (year === null)
    return noDays(
      'published-unknown: no year given, and no publication date to count from',
      'interval',
      seasonValue(null, reading.season),
    );
  const { start, end } = monthsFrom({ year, month }, 3);
  return days(start, end, 'implied', why, seasonValue(year, reading.season));
}

export function resolveDecade(candidate: Candidate, { year, bc }: Of<'decade'>): Resolved {
  const value = `${bc ? 'BC' : ''}${String(Math.floor(year / 10)).padStart(3, '0')}`;
  if (bc) return noDays('a date before our era has no ISO day', 'interval', value);
  const [from, count] =
    candidate.edge === null ? [0, 10] : ({ early: [0, 4], mid: [3, 4], late: [6, 4] } as const)[candidate.edge];
  const { start, end } = monthsFrom({ year: year + from, month: 1 }, 12 * count);
  return days(start, end, 'stated', 'the decade is written out', value);
}

export function resolveCentury({ century, bc }: Of<'century'>): Resolved {
  const value = `${bc ? 'BC' : ''}${String(century - 1).padStart(2, '0')}`;
  if (bc) return noDays('a date before our era has no ISO day', 'interval', value);
  const { start, end } = monthsFrom({ year: (century - 1) * 100 + 1, month: 1 }, 1200);
  return days(start, end, 'stated', 'the century is written out', value);
}

export function resolvePartOfYear({ part, year, months: [first, last] }: Of<'part-of-year'>): Resolved {
  const { start, end } = monthsFrom({ year, month: first }, last - first + 1);
  return days(start, end, 'stated', 'the part of the year is written out', `${year}-${part}`);
}

/** "the last week of August": a part of a month or year by its number, weeks and days counted from its first or last day. */
export function resolveSlice(candidate: Candidate, { nth, amount, unit, of }: Of<'slice'>, context: Context): Resolved {
  const whole = resolveCalendar({ ...candidate, edge: null }, of, context);
  const value = lengthValue(unit, amount);
  if (whole.start === null || whole.end === null) return { ...whole, kind: 'interval', value };
  const length = DAYS[unit] ?? null;
  if (length === null || amount === null) return { ...whole, basis: 'implied', kind: 'interval', value };
  const skipped = nth < 0 ? 0 : nth - 1;
  let start: DayNumber;
  let end: DayNumber;
  if (unit === 'month') {
    const at = calendarDay(nth < 0 ? whole.end : whole.start);
    ({ start, end } = monthsFrom(shiftMonth(at.year, at.month, nth < 0 ? 1 - amount : skipped * amount), amount));
  } else if (nth < 0) [start, end] = [whole.end - length * amount + 1, whole.end];
  else [start, end] = [whole.start + skipped * length, whole.start + (skipped + amount) * length - 1];
  if (start < whole.start || end > whole.end) return { ...whole, basis: 'implied', kind: 'interval', value };
  return {
    ...days(start, end, whole.basis === 'stated' ? 'stated' : 'implied', `counted in ${whole.value}`, value),
    kind: 'interval',
  };
}

const DAYS: Readonly<Partial<Record<Unit, number>>> = { day: 1, week: 7, month: 30 };

/** Months and feasts of the Islamic year by the tabular calendar, a day of slack for the seen moon on either side. */
export function resolveHijri(candidate: Candidate, reading: Of<'hijri'>, context: Context): Resolved {
  const { published } = context;
  if (reading.year === null && published === null) {
    return noDays('published-unknown: no year given, and no publication date to count from', 'interval', null);
  }
  const year = reading.year ?? islamicYearOf(published ?? 0);
  const startIn = (y: number): DayNumber => islamicMonthStart(y, reading.month) + (reading.day ?? 1) - 1;
  let start = startIn(year);
  if (reading.year === null && published !== null) {
    const future = isFuture(context, candidate);
    if (future && start < published - 1) start = startIn(year + 1);
    else if (!future && start > published + 1) start = startIn(year - 1);
  }
  const length = reading.day === null ? 30 : (reading.length ?? 1);
  return days(
    start - 1,
    start + length,
    'implied',
    'tabular Islamic calendar, a day of slack for the seen moon',
    formatIsoDay(start),
  );
}

/** Feasts of the solar year; what has a name and no reckoning stays open. */
export function resolveNamed(candidate: Candidate, { name, year, feast }: Of<'named'>, context: Context): Resolved {
  if (feast === undefined) return noDays(`when-unresolved: ${name}`, 'interval', null);
  const known = year ?? (context.narrative && context.story !== null ? calendarDay(context.story.end).year : null);
  if (known === null && context.published === null) {
    return noDays('published-unknown: no year given, and no publication date to count from', 'day', null);
  }
  let day = feastDay(feast, known ?? calendarDay(context.published ?? 0).year);
  if (known === null && context.published !== null) {
    const future = isFuture(context, candidate);
    if (!future && day > context.published) day = feastDay(feast, calendarDay(context.published).year - 1);
    if (future && day < context.published) day = feastDay(feast, calendarDay(context.published).year + 1);
  }
  return days(day, day, 'implied', `the day of ${name}`, formatIsoDay(day));
}

function feastDay(feast: Feast, year: number): DayNumber {
  switch (feast) {
    case 'christmas':
      return dayNumber(year, 12, 25) ?? 0;
    case 'christmas-eve':
      return dayNumber(year, 12, 24) ?? 0;
    case 'new-year':
      return dayNumber(year, 1, 1) ?? 0;
    case 'new-year-eve':
      return dayNumber(year, 12, 31) ?? 0;
    case 'nowruz':
      return dayNumber(year, 3, 21) ?? 0;
    case 'easter':
      return easter(year);
  }
}

/** Western Easter Sunday by the anonymous Gregorian algorithm. */
function easter(year: number): DayNumber {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const epact =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1) ?? 0;
}
