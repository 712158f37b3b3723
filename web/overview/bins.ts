import { calendarDay, type DayNumber, dayNumber, weekdayOf } from '../../src/core/base/iso-day.ts';
import { isNear, type Prepared, type Surroundings } from './prepared.ts';

/** The length of a bar: chosen so that there are at most about 130 of them. */
export type BinUnit = 'day' | 'week' | 'month' | 'year';

/** A stretch of the timeline. */
export interface Bin {
  /** First and last day, both included. */
  readonly first: DayNumber;
  readonly last: DayNumber;
  /** Incidents that were within it. */
  readonly within: number;
  /** Incidents that may have been within it: what is known of their time reaches beyond. */
  readonly perhaps: number;
}

const MOST_BARS = 130;
const LENGTHS: Readonly<Record<BinUnit, number>> = { day: 1, week: 7, month: 30.44, year: 365.25 };

/** The bars of a timeline over all days that are known. An incident that reaches over several bars is in each, as perhaps. */
export function binsOf(
  prepared: Prepared,
  around: Surroundings | null,
): { readonly unit: BinUnit; readonly bins: readonly Bin[] } {
  const { days, size, from, to } = prepared;
  if (days === null) return { unit: 'day', bins: [] };
  const unit = unitOf(days.last - days.first + 1);
  const starts = startsOf(unit, days.first, days.last);
  const [within, perhaps] = [new Int32Array(starts.length), new Int32Array(starts.length + 1)];
  const indexOf = indexer(unit, starts);
  const near = isNear(prepared, around);
  for (let i = 0; i < size; i++) {
    const start = from[i] ?? 0;
    if (start < days.first || !near(i)) continue;
    const [a, b] = [indexOf(start), indexOf(to[i] ?? start)];
    if (a === b) within[a] = (within[a] ?? 0) + 1;
    else {
      // Marked where they begin and end; summed up below, so that a long one costs no more than a short one.
      perhaps[a] = (perhaps[a] ?? 0) + 1;
      perhaps[b + 1] = (perhaps[b + 1] ?? 0) - 1;
    }
  }
  let open = 0;
  const bins = starts.map((first, i): Bin => {
    open += perhaps[i] ?? 0;
    return { first, last: (starts[i + 1] ?? startAfter(unit, first)) - 1, within: within[i] ?? 0, perhaps: open };
  });
  return { unit, bins };
}

function unitOf(days: number): BinUnit {
  const units: readonly BinUnit[] = ['day', 'week', 'month', 'year'];
  return units.find(unit => days / LENGTHS[unit] <= MOST_BARS) ?? 'year';
}

function startsOf(unit: BinUnit, first: DayNumber, last: DayNumber): readonly DayNumber[] {
  const starts: DayNumber[] = [];
  for (let day = startOf(unit, first); day <= last; day = startAfter(unit, day)) starts.push(day);
  return starts;
}

/** The first day of the week, month or year that a day lies in. */
function startOf(unit: BinUnit, day: DayNumber): DayNumber {
  if (unit === 'day') return day;
  if (unit === 'week') return day - weekdayOf(day) + 1;
  const { year, month } = calendarDay(day);
  return dayNumber(year, unit === 'month' ? month : 1, 1) ?? day;
}

function startAfter(unit: BinUnit, start: DayNumber): DayNumber {
  if (unit === 'day') return start + 1;
  if (unit === 'week') return start + 7;
  const { year, month } = calendarDay(start);
  if (unit === 'year') return dayNumber(year + 1, 1, 1) ?? start + 366;
  return dayNumber(month === 12 ? year + 1 : year, (month % 12) + 1, 1) ?? start + 31;
}

/** Finds the bar of a day: by counting where bars are equally long, by halving where they are not. */
function indexer(unit: BinUnit, starts: readonly DayNumber[]): (day: DayNumber) => number {
  const [first = 0] = starts;
  if (unit === 'day' || unit === 'week') {
    const length = LENGTHS[unit];
    return day => Math.min(starts.length - 1, Math.floor((day - first) / length));
  }
  return day => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}
