import type { Claim } from '../model/claim.ts';
import type { Coding } from '../model/coding.ts';
import type { Decision } from '../model/decision.ts';
import type { CodedReport } from './plan-append.ts';
import { review } from './review.ts';

/** What reviewers made of a claim: it stands as it was coded, stands with a field that a person set, or counts no more. */
export type ReviewedAs = 'coded' | 'edited' | 'rejected';

/** A claim of a coding as it is found once its reviewers have decided. */
export interface ReviewedClaim {
  /** With what a person set; a rejected one as it was coded. */
  readonly claim: Claim;
  /** Its place in the coding that it was coded in. */
  readonly position: number;
  readonly review: ReviewedAs;
  /** The coding with the events under which it is found: as reviewed, for a rejected claim as coded. */
  readonly coding: Coding;
}

/** The claims of a report, rejected ones too, in the order in which they were coded, after all decisions of a ledger. */
export function reviewedClaims(
  { report, coding }: CodedReport,
  decisions: readonly Decision[],
): readonly ReviewedClaim[] {
  if (!decisions.some(decision => speaksOf(decision, report.id))) return asReviewed(coding, coding);
  const { codings } = review({
    reports: new Map([[report.id, report]]),
    codings: new Map([[report.id, coding]]),
    decisions,
  });
  return asReviewed(coding, codings.get(report.id) ?? coding);
}

/** What reviewing changed: the claims of `coded`, each as it stands in `reviewed`, which keeps their order. */
export function asReviewed(coded: Coding, reviewed: Coding): readonly ReviewedClaim[] {
  let at = 0;
  return coded.claims.map((claim, position): ReviewedClaim => {
    const now = reviewed.claims[at];
    if (now === undefined || now.id !== claim.id) return { claim, position, review: 'rejected', coding: coded };
    at++;
    return { claim: now, position, review: now === claim ? 'coded' : 'edited', coding: reviewed };
  });
}

/** Whether a decision changes what is found of a report. A withdrawal does by what it takes back. */
function speaksOf(decision: Decision, reportId: string): boolean {
  return 'about' in decision && decision.about.some(anchor => anchor.reportId === reportId);
}
