import type { Claim, Coding, Event, Report } from '../model/index.ts';
import { byText } from './order.ts';

/**
 * What one report tells about one happening: its event, or several events of it that tell the same twice, and the
 * claims about them. Accounts are what gets linked.
 */
export interface Account {
  /** The id of its first event. */
  readonly id: string;
  readonly report: Report;
  readonly events: readonly Event[];
  /** The claims of scope `incident` about these events, in text order. */
  readonly claims: readonly Claim[];
}

/**
 * The events of all codings with their reports and claims, the earliest published report first and undated reports
 * last, so that the order of the input makes no difference. A coding whose report is not there is left out; of several
 * codings of one report the one with the greatest id counts.
 */
export function accountsOf(reports: readonly Report[], codings: readonly Coding[]): readonly Account[] {
  const byId = new Map(reports.map(report => [report.id, report]));
  const chosen = new Map<string, Coding>();
  for (const coding of codings) {
    const other = chosen.get(coding.reportId);
    if (other === undefined || other.id < coding.id) chosen.set(coding.reportId, coding);
  }
  const accounts: Account[] = [];
  for (const coding of chosen.values()) {
    const report = byId.get(coding.reportId);
    if (report === undefined) continue;
    for (const event of coding.events) accounts.push(accountOf(report, [event], coding.claims));
  }
  return accounts.sort(compareAccounts);
}

/** The account that some events of one report make, with those of the claims that are about them. */
export function accountOf(report: Report, events: readonly Event[], claims: readonly Claim[]): Account {
  const ordered = [...events].sort((a, b) => byText(a.id, b.id));
  const ids = new Set(ordered.map(({ id }) => id));
  const own = claims.filter(({ eventId, scope }) => eventId !== null && ids.has(eventId) && scope === 'incident');
  own.sort((a, b) => a.evidence.span.start - b.evidence.span.start || byText(a.id, b.id));
  return { id: ordered[0]?.id ?? report.id, report, events: ordered, claims: own };
}

/** The earliest published first, undated last, then by id. */
export function compareAccounts(a: Account, b: Account): number {
  return (
    byText(a.report.publishedAt ?? '9999-12-31', b.report.publishedAt ?? '9999-12-31') ||
    byText(a.report.id, b.report.id) ||
    byText(a.id, b.id)
  );
}
