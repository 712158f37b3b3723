import type { FoundClaim, Store } from '../ledger/index.ts';
import { review } from '../ledger/review.ts';
import { standingDecisions } from '../ledger/standing.ts';
import type { Claim, Coding, Decision, Report } from '../model/index.ts';

/** A report with its coding as reviewers left it. */
export interface ReviewedReport {
  readonly report: Report;
  readonly coding: Coding;
}

/** These reports as reviewed, in the order asked for; what the ledger does not hold is left out. */
export async function reviewedReports(store: Store, ids: readonly string[]): Promise<readonly ReviewedReport[]> {
  const wanted = [...new Set(ids)];
  const found = await store.codedReports(wanted);
  const decided = decisionsAbout(await decisionsOf(store), new Set(wanted));
  if (decided.length === 0) return found;
  const { codings } = review({
    reports: new Map(found.map(({ report }) => [report.id, report])),
    codings: new Map(found.map(({ report, coding }) => [report.id, coding])),
    decisions: decided,
  });
  return found.map(({ report, coding }) => ({ report, coding: codings.get(report.id) ?? coding }));
}

/** A found claim, which stores give as reviewed, with its report. */
export interface ReviewedClaim {
  readonly report: Report;
  readonly claim: Claim;
}

/** Found claims, each with its report, in their order. */
export async function reviewedClaims(store: Store, found: readonly FoundClaim[]): Promise<readonly ReviewedClaim[]> {
  const held = await store.reportsById(found.map(({ reportId }) => reportId));
  const reports = new Map(held.map(report => [report.id, report]));
  return found.flatMap(({ reportId, claim }) => {
    const report = reports.get(reportId);
    return report === undefined ? [] : [{ report, claim }];
  });
}

async function decisionsOf(store: Store): Promise<readonly Decision[]> {
  return (await store.about()).decisions;
}

/** The decisions that speak of these reports, and the withdrawals, which speak of decisions. */
function decisionsAbout(decisions: readonly Decision[], ids: ReadonlySet<string>): readonly Decision[] {
  const standing = new Set(standingDecisions(decisions).map(({ id }) => id));
  return decisions.filter(decision => standing.has(decision.id) && reportsOf(decision).some(id => ids.has(id)));
}

function reportsOf(decision: Decision): readonly string[] {
  return 'about' in decision ? decision.about.map(({ reportId }) => reportId) : [];
}
