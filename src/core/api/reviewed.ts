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
  const held = await Promise.all(
    wanted.map(async id => ({ report: await store.report(id), coding: await store.coding(id) })),
  );
  const found = held.flatMap(({ report, coding }) => (report === null || coding === null ? [] : [{ report, coding }]));
  const decided = decisionsAbout(await decisionsOf(store), new Set(wanted));
  if (decided.length === 0) return found;
  const { codings } = review({
    reports: new Map(found.map(({ report }) => [report.id, report])),
    codings: new Map(found.map(({ report, coding }) => [report.id, coding])),
    decisions: decided,
  });
  return found.map(({ report, coding }) => ({ report, coding: codings.get(report.id) ?? coding }));
}

/** A found claim as reviewed, with its report. */
export interface ReviewedClaim {
  readonly report: Report;
  readonly claim: Claim;
}

/** Found claims as reviewed, each with its report, in their order; rejected ones are left out. */
export async function reviewedClaims(store: Store, found: readonly FoundClaim[]): Promise<readonly ReviewedClaim[]> {
  const ids = [...new Set(found.map(({ reportId }) => reportId))];
  const touched = new Set(decisionsAbout(await decisionsOf(store), new Set(ids)).flatMap(reportsOf));
  const reviewed = await reviewedReports(
    store,
    ids.filter(id => touched.has(id)),
  );
  const claims = new Map(reviewed.flatMap(({ coding }) => coding.claims.map(claim => [claim.id, claim] as const)));
  const reports = new Map(
    (await Promise.all(ids.map(id => store.report(id)))).flatMap(report =>
      report === null ? [] : [[report.id, report]],
    ),
  );
  return found.flatMap(({ reportId, claim }) => {
    const report = reports.get(reportId);
    const kept = touched.has(reportId) ? claims.get(claim.id) : claim;
    return report === undefined || kept === undefined ? [] : [{ report, claim: kept }];
  });
}

async function decisionsOf(store: Store): Promise<readonly Decision[]> {
  return (await store.side()).decisions;
}

/** The decisions that speak of these reports, and the withdrawals, which speak of decisions. */
function decisionsAbout(decisions: readonly Decision[], ids: ReadonlySet<string>): readonly Decision[] {
  const standing = new Set(standingDecisions(decisions).map(({ id }) => id));
  return decisions.filter(decision => standing.has(decision.id) && reportsOf(decision).some(id => ids.has(id)));
}

function reportsOf(decision: Decision): readonly string[] {
  return 'about' in decision ? decision.about.map(({ reportId }) => reportId) : [];
}
