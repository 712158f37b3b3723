import { isoWeek, parseIsoDay } from '../../base/iso-day.ts';
import type { When } from '../../model/when.ts';

/** Intervals of more days than this are found apart, so that looking for a week need not go back to the beginning. */
export const LONG_DAYS = 31;

/**
 * Days as an interval; week and month only where the whole interval lies in one. `day_key` sorts: undated comes before
 * every day. `is_long` is 1 for an interval of more than a month.
 */
export function dayColumns(when: Pick<When, 'start' | 'end' | 'precision'> | null) {
  const { start = null, end = null, precision = null } = when ?? {};
  const week = weekOf(start);
  const month = start?.slice(0, 7) ?? null;
  return {
    day_start: start,
    day_end: end,
    day_key: start ?? '',
    day_precision: precision,
    iso_week: week === weekOf(end) ? week : null,
    month: month === (end?.slice(0, 7) ?? null) ? month : null,
    is_long: daysBetween(start, end) > LONG_DAYS ? 1 : 0,
  };
}

/** "2025-W42" */
export function weekOf(day: string | null): string | null {
  const number = day === null ? null : parseIsoDay(day);
  if (number === null) return null;
  const { year, week } = isoWeek(number);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

function daysBetween(start: string | null, end: string | null): number {
  if (start === null || end === null) return 0;
  return (parseIsoDay(end) ?? 0) - (parseIsoDay(start) ?? 0);
}
