import type { Claim } from '../model/claim.ts';
import type { Contradiction } from '../model/contradiction.ts';
import type { Toll } from '../model/toll.ts';
import type { ReviewedAs } from './reviewed-claims.ts';

/** A claim that was looked for, as reviewed, with the report it stands in. */
export interface FoundClaim {
  readonly reportId: string;
  readonly claim: Claim;
  /** What reviewers made of it. */
  readonly review: ReviewedAs;
}

/** A row of the toll of an incident. */
export interface FoundToll {
  readonly incidentId: string;
  readonly toll: Toll;
}

/** What the accounts of an incident contradict each other on. */
export interface FoundContradiction {
  readonly incidentId: string;
  readonly contradiction: Contradiction;
}
