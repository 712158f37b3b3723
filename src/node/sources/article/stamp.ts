import { findDay } from '../../../core/ingest/index.ts';

/**
 * The day that a machine's or a person's time stamp names, as it stands there: "2025-03-06T23:30+05:00", "Thu, 06 Mar
 * 2025 10:00:00 GMT", "6 March 2025, 10:00", or seconds or milliseconds since 1970. Null for what names no one day
 * ("3/4/2025"), and for days that cannot be a publication's.
 */
export function dayOfStamp(words: string | null | undefined): string | null {
  const stamp = words?.trim() ?? '';
  if (stamp === '' || stamp.length > 200) return null;
  if (/^\d{10}(?:\d{3})?$/.test(stamp)) {
    return new Date(Number(stamp.padEnd(13, '0'))).toISOString().slice(0, 10);
  }
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(stamp);
  const day = findDay(compact === null ? stamp : `${compact[1]}-${compact[2]}-${compact[3]}`)?.day ?? null;
  return day === null || day < '1800' || day > '2200' ? null : day;
}

/** A time stamp as ISO 8601 in UTC where it names an instant; else null. */
export function instantOf(words: string | null | undefined): string | null {
  const stamp = words?.trim() ?? '';
  if (!/\d{4}/.test(stamp) || !/\d:\d/.test(stamp)) return null;
  const time = Date.parse(stamp);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
