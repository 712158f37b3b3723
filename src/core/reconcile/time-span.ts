import { parseIsoDay } from '../base/iso-day.ts';
import type { When } from '../model/index.ts';
import type { Account } from './account.ts';

/** The days on which something was, by number, both included, and how the account knows them. */
export interface TimeSpan {
  readonly first: number;
  readonly last: number;
  /** Whether the account gives single days that could clash with another's. */
  readonly exact: boolean;
  /** By how many days a vaguer time ("last week") may miss, or a day that is not said but concluded. */
  readonly slack: number;
  /** Whether it was around midnight, so that another account may give the day before or after. */
  readonly atNight: boolean;
}

/** A day of news older than this is rarely told as news (RULES §18: the last month or so). */
const NEWS_DAYS = 35;
/** Days by which a time may miss, by UCDP's date_prec. */
const SLACK_DAYS: Readonly<Record<number, number>> = { 3: 5, 4: 10, 5: 30 };
const NIGHT: ReadonlySet<string> = new Set(['night', 'overnight', 'early', 'late', 'dawn', 'evening']);

/** The days of an account: from the first to the last day that its events give, the vague ones only where no other does. */
export function timeSpanOf(account: Account): TimeSpan | null {
  const days = account.events.map(({ when }) => whenSpan(when)).filter(span => span !== null);
  const precise = days.filter(({ exact }) => exact);
  const used = precise.length > 0 ? precise : days;
  if (used.length === 0) return null;
  return {
    first: Math.min(...used.map(({ first }) => first)),
    last: Math.max(...used.map(({ last }) => last)),
    exact: precise.length > 0,
    slack: Math.max(...used.map(({ slack }) => slack)),
    atNight: used.some(({ atNight }) => atNight),
  };
}

/** The days in which the happening of an account without a day must lie, from its publication; null for an undated one. */
export function newsSpanOf(account: Account): TimeSpan | null {
  const published = account.report.publishedAt === null ? null : parseIsoDay(account.report.publishedAt);
  return published === null
    ? null
    : { first: published - NEWS_DAYS, last: published + 1, exact: false, slack: 0, atNight: false };
}

/** The days that news of a report is mostly about: that of its publication and the one before. */
export function publicationSpanOf(account: Account): TimeSpan | null {
  const published = account.report.publishedAt === null ? null : parseIsoDay(account.report.publishedAt);
  return published === null ? null : { first: published - 1, last: published, exact: false, slack: 0, atNight: false };
}

/** Days between two spans: 0 where they touch or overlap, 1 for neighbouring days. */
export function daysApart(a: TimeSpan, b: TimeSpan): number {
  return Math.max(0, a.first - b.last, b.first - a.last);
}

/** How many days both hold. */
export function daysShared(a: TimeSpan, b: TimeSpan): number {
  return Math.max(0, Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1);
}

function whenSpan(when: When): TimeSpan | null {
  const first = when.start === null ? null : parseIsoDay(when.start);
  const last = when.end === null ? null : parseIsoDay(when.end);
  if (first === null || last === null) return null;
  const atNight = when.partOfDay !== null && NIGHT.has(when.partOfDay);
  const precision = when.precision ?? 5;
  const slack = SLACK_DAYS[precision] ?? (when.basis === 'implied' ? 1 : 0);
  return { first, last, exact: precision <= 2, slack, atNight };
}
