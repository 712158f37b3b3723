import type { Claim } from '../model/claim.ts';
import type { Contradiction } from '../model/contradiction.ts';
import type { Toll } from '../model/toll.ts';

/** A claim that was looked for, with the report it stands in. */
export interface FoundClaim {
  readonly reportId: string;
  readonly claim: Claim;
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
