import { calendarDay, type DayNumber, formatIsoDay } from '../../base/iso-day.ts';
import { unreachable } from '../../base/unreachable.ts';
import { datelineDay } from './dateline-day.ts';
import { isDay } from './join.ts';
import type { Pieces } from './pieces.ts';
import type { Candidate, Reading } from './reading.ts';
import { resolveCalendar, resolveNumeric } from './resolve-calendar.ts';
import { type Context, noDays, type Resolved, type Story } from './resolve-context.ts';
import {
  resolveCentury,
  resolveDecade,
  resolveHijri,
  resolveNamed,
  resolvePartOfYear,
  resolveSeason,
  resolveSlice,
} from './resolve-other.ts';
import { monthsFrom, resolveShift, resolveStretch, resolveWeekday, resolveWeekend } from './resolve-relative.ts';
import { lengthValue, withPart } from './timex-value.ts';

/** A candidate with its days; the ends of a range keep theirs. */
export interface ResolvedCandidate {
  readonly candidate: Candidate;
  readonly resolved: Resolved;
  readonly ends: readonly ResolvedCandidate[];
}

/** Turns candidates, in text order, into days: each may count from what those before it came to. */
export function resolveAll(
  candidates: readonly Candidate[],
  source: Pieces,
  published: DayNumber | null,
  tenseAt: Context['tenseAt'],
): readonly ResolvedCandidate[] {
  const years = statedYears(candidates);
  const narrative = isNarrative(years, published);
  const out: ResolvedCandidate[] = [];
  const anchor = datelineDay(candidates, source, published) ?? published;
  const dayFirst = slashOrder(candidates, source);
  let story: Story | null = narrative ? firstYear(years) : null;
  for (const [i, candidate] of candidates.entries()) {
    const context: Context = { source, published, anchor, story, narrative, tenseAt, dayFirst };
    const found = resolveCandidate(candidate, context);
    out.push(found);
    if (!narrative || !isAside(years, i)) story = nextStory(found, context);
  }
  return out;
}

/** Whether "9/2/2023" gives the day first, by the dates of the text that can be read in one way only ("13/2/2023"). */
function slashOrder(candidates: readonly Candidate[], { pieces, text }: Pieces): boolean | null {
  for (const { rule, reading, from } of candidates) {
    const start = pieces[from]?.start ?? 0;
    if (rule !== 'numeric-day' || reading.type !== 'calendar' || !/^\d+\//.test(text.slice(start, start + 3))) continue;
    const first = Number.parseInt(text.slice(start, start + 2), 10);
    if (reading.day !== reading.month) return first === reading.day;
  }
  return null;
}

interface StatedYear {
  readonly index: number;
  readonly year: number;
}

function statedYears(candidates: readonly Candidate[]): readonly StatedYear[] {
  return candidates.flatMap(({ reading }, index) => {
    const dated = reading.type === 'range' ? reading.to.reading : reading;
    return dated.type === 'calendar' && dated.year !== null ? [{ index, year: dated.year }] : [];
  });
}

/** Whether most years written in the text lie well before its publication: an account of history, not news. */
function isNarrative(years: readonly StatedYear[], published: DayNumber | null): boolean {
  if (published === null) return years.length > 0;
  const limit = calendarDay(published).year - 1;
  const old = years.filter(({ year }) => year < limit).length;
  return old >= 5 && old > years.length - old;
}

/** A history whose first dates lack a year begins in the first year that it names. */
function firstYear(years: readonly StatedYear[]): Story | null {
  const first = years[0];
  if (first === undefined) return null;
  const { start, end } = monthsFrom({ year: first.year, month: 1 }, 12);
  return { start, end, grain: 'year', words: String(first.year), yearStated: false, isMonths: false, from: 0 };
}

/** A look aside in a history: a year far from the ones named before and after it, which agree with each other. */
function isAside(years: readonly StatedYear[], index: number): boolean {
  const at = years.findIndex(year => year.index === index);
  const [before, own, after] = [years[at - 1], years[at], years[at + 1]];
  if (at < 0 || before === undefined || own === undefined || after === undefined) return false;
  const far = (a: StatedYear, b: StatedYear) => Math.abs(a.year - b.year) > 4;
  return far(own, before) && far(own, after) && !far(before, after);
}

function resolveCandidate(candidate: Candidate, context: Context): ResolvedCandidate {
  const { reading } = candidate;
  if (reading.type === 'range') return resolveRange(candidate, reading, context);
  const bare = resolveReading(candidate, reading, context);
  const dated = ofNight(candidate, bare, context);
  const part =
    reading.type === 'part' ? bare : { ...dated, value: withPart(bare.value, candidate.part, candidate.clock) };
  return { candidate, resolved: since(candidate, part, context), ends: [] };
}

/** "overnight on Tuesday": that night and the day that it ends on, as far as the publication allows. */
function ofNight({ part, reading }: Candidate, resolved: Resolved, { anchor }: Context): Resolved {
  const { start, end } = resolved;
  if (part !== 'overnight' || reading.type === 'shift' || start === null || start !== end) return resolved;
  const first = anchor !== null && start >= anchor ? start - 1 : start;
  return { ...resolved, start: first, end: first + 1, kind: 'interval', basis: 'implied' };
}

function resolveReading(
  candidate: Candidate,
  reading: Exclude<Reading, { type: 'range' }>,
  context: Context,
): Resolved {
  switch (reading.type) {
    case 'calendar':
      return resolveCalendar(candidate, reading, context);
    case 'weekday':
      return resolveWeekday(candidate, reading, context);
    case 'shift':
      return resolveShift(candidate, reading, context);
    case 'weekend':
      return resolveWeekend(candidate, context);
    case 'stretch':
      return resolveStretch(reading, context);
    case 'season':
      return resolveSeason(candidate, reading, context);
    case 'decade':
      return resolveDecade(candidate, reading);
    case 'century':
      return resolveCentury(reading);
    case 'part-of-year':
      return resolvePartOfYear(reading);
    case 'slice':
      return resolveSlice(candidate, reading, context);
    case 'hijri':
      return resolveHijri(candidate, reading, context);
    case 'numeric':
      return resolveNumeric(reading, context);
    case 'named':
      return resolveNamed(candidate, reading, context);
    case 'length':
      return noDays(
        'a length of time has no place in the calendar',
        'duration',
        lengthValue(reading.unit, reading.amount),
      );
    case 'repeated':
      return noDays(
        'a repetition has no single time',
        'frequency',
        reading.weekday === null ? lengthValue(reading.unit, 1) : `XXXX-WXX-${reading.weekday}`,
      );
    case 'reference':
      return noDays('when-unresolved: no day is named', 'reference', reading.value);
    case 'part':
      return resolvePart(candidate, context);
    default:
      return unreachable(reading);
  }
}

/** A part of the day or an hour without a day: an hour is of the publication day, or of the day the sentence has named. */
function resolvePart(candidate: Candidate, { source, anchor, story }: Context): Resolved {
  const near =
    story !== null && story.grain === 'day' && !source.letters.slice(story.from, candidate.from).includes('|')
      ? story.end
      : null;
  const day = candidate.clock === null ? null : (near ?? anchor);
  const value = withPart(near === null ? 'XXXX-XX-XX' : formatIsoDay(near), candidate.part, candidate.clock);
  if (day === null) return noDays('when-unresolved: a part of the day without a day', 'part-of-day', value);
  const why =
    day === near ? `the day of "${story?.words}" before it` : 'an hour without a day is taken for the publication day';
  return { start: day, end: day, basis: 'implied', why, kind: 'part-of-day', value };
}

function resolveRange(
  candidate: Candidate,
  { from, to }: Extract<Reading, { type: 'range' }>,
  context: Context,
): ResolvedCandidate {
  const second = resolveCandidate(to, context);
  const first = resolveCandidate({ ...from, part: null }, { ...context, story: anchoredBy(from, second, context) });
  const ends = [first, second];
  let start = first.resolved.start;
  const end = second.resolved.end;
  // "Saturday to Monday": each was resolved backwards on its own; the first lies before the second.
  if (start !== null && end !== null && end < start && to.reading.type === 'weekday') start -= 7;
  const value =
    first.resolved.value !== null && second.resolved.value !== null
      ? `${first.resolved.value}/${second.resolved.value}`
      : null;
  if (start === null || end === null) {
    const why = first.resolved.start === null ? first.resolved.why : second.resolved.why;
    return { candidate, resolved: noDays(why, 'interval', value), ends };
  }
  if (end < start)
    return { candidate, resolved: noDays('when-impossible: it ends before it starts', 'interval', value), ends };
  const basis = first.resolved.basis === 'stated' && second.resolved.basis === 'stated' ? 'stated' : 'implied';
  const why = `from ${formatIsoDay(start)} to ${formatIsoDay(end)}: ${second.resolved.why}`;
  return { candidate, resolved: { start, end, basis, why, kind: 'interval', value }, ends };
}

/** "1 May to 5 June": the first end is of the year that was found for the second. */
function anchoredBy(from: Candidate, second: ResolvedCandidate, { story }: Context): Story | null {
  const { start } = second.resolved;
  if (from.reading.type !== 'calendar' || from.reading.year !== null || start === null) return story;
  return {
    start,
    end: start,
    grain: 'year',
    words: 'the end of the range',
    yearStated: true,
    isMonths: false,
    from: from.from,
  };
}

/** "since January": from then up to the publication. */
function since(candidate: Candidate, resolved: Resolved, { source, published }: Context): Resolved {
  const lead = source.letters.slice(Math.max(0, candidate.from - 2), candidate.from);
  if (!/s[@t~]?$/.test(lead) || resolved.start === null || resolved.kind === 'period') return resolved;
  if (published === null || published < resolved.start) return { ...resolved, kind: 'interval' };
  return {
    ...resolved,
    end: published,
    kind: 'interval',
    basis: 'implied',
    why: `since ${formatIsoDay(resolved.start)}, up to the publication: ${resolved.why}`,
  };
}

function nextStory(
  { candidate, resolved, ends }: ResolvedCandidate,
  { source, story, narrative }: Context,
): Story | null {
  const last = ends.at(-1)?.candidate ?? candidate;
  const { start, end } = resolved;
  const { reading } = last;
  if (start === null || end === null || !MOVES_STORY.has(reading.type)) return story;
  if (reading.type === 'shift' && reading.amount === 0 && reading.unit !== 'day') return story;
  const year = reading.type === 'calendar' && reading.year !== null && reading.month === null;
  if (narrative) {
    // In a history only dates of its own move it, and a bare year that it is in already does not set it back to January.
    if (reading.type === 'weekday' || reading.type === 'named' || reading.type === 'hijri') return story;
    if (reading.type === 'shift' && reading.from === 'published') return story;
    if (year && story !== null && start <= story.start && story.end <= end) return story;
  }
  const words = source.text.slice(source.pieces[candidate.from]?.start, source.pieces[candidate.to - 1]?.end);
  const length = end - start + 1;
  const grain = isDay(reading) || length === 1 ? 'day' : length <= 7 ? 'week' : length <= 31 ? 'month' : 'year';
  const yearStated = reading.type === 'calendar' && reading.year !== null;
  const isSince = source.letters[candidate.from - 1] === 's';
  const reached = isSince && grain !== 'day' ? start : end;
  const isMonths = reading.type === 'calendar' && reading.month !== null && reading.day === null;
  return { start, end: reached, grain, words, yearStated, isMonths, from: candidate.from };
}

const MOVES_STORY: ReadonlySet<Reading['type']> = new Set(['calendar', 'weekday', 'shift', 'season', 'named', 'hijri']);
