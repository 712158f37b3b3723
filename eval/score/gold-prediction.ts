/** A prediction for one folder of the gold set, in the form that `../shared/gold-dev/score.py` reads. */
export interface FolderPrediction {
  readonly folder: string;
  readonly reports: readonly { readonly file: string; readonly claims: readonly PredictedClaim[] }[];
  readonly incidents: readonly PredictedIncident[];
}

export interface PredictedClaim {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly claimant: string;
  readonly act: string;
  readonly certainty: string;
  readonly polarity: string;
  readonly scope: string;
  /** Key of a predicted incident. */
  readonly incident: string | null;
  readonly harm?: string;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly qualifier?: string;
  readonly side?: string | null;
  readonly status?: string;
  readonly partOf?: string | null;
}

export interface PredictedIncident {
  /** Global: one key in two folders says that they tell one incident. */
  readonly key: string;
  readonly reports: readonly string[];
  readonly when: { readonly start: string | null; readonly end: string | null };
  readonly place: { readonly lat: number; readonly lon: number } | null;
  readonly tolls: readonly PredictedToll[];
  /** Claims as `r2#p7`: file without its ending, and the claim's id. */
  readonly contradictions: readonly { readonly field: string; readonly claims: readonly string[] }[];
}

export interface PredictedToll {
  readonly harm: string;
  readonly side: string | null;
  readonly status: string;
  readonly unit: string | null;
  readonly low: number | null;
  readonly high: number | null;
}
