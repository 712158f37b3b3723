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

/** Incidents column by column, the newest days first: so many that only their outlines are asked for. */
export interface Outline {
  /** How many fit, in the columns or not. */
  readonly total: number;
  readonly columns: { readonly [Name in keyof OutlineRow]: readonly OutlineRow[Name][] };
}

/** What an outline tells of one incident. The place is the first that is on the map, else the first. */
export interface OutlineRow {
  readonly id: string;
  readonly type: string;
  readonly placeId: string | null;
  readonly placeName: string | null;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly radiusKm: number | null;
  readonly precision: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly deathsLow: number | null;
  readonly deathsHigh: number | null;
  readonly contradictions: number;
  readonly independentSources: number;
}

/** The rows of the tolls of incidents, column by column, without the accounts behind them. */
export interface TollOutline {
  readonly incidentId: readonly string[];
  readonly harm: readonly string[];
  readonly status: readonly string[];
  readonly unit: readonly string[];
  readonly sideId: readonly (string | null)[];
  readonly sideName: readonly (string | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
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
