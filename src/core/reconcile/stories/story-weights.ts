// Written by `npm run train -- story-weights` after a fit on the training half of ECB+ (CC BY 3.0): change
// `train/reconcile/fit-stories.ts` instead (docs/decisions/0019-weights-of-stories.md).

/** The score of two reports that share nothing. */
export const STORY_START = -5.25;

/** Weights of what two reports share, in logarithms of odds. */
export const STORY_WEIGHTS = {
  full: 2,
  fullRoot: 2.5,
  lead: 3,
  headline: 3,
  names: 1.5,
  rarestName: 1.5,
  nameCosine: 2.5,
  leadNameCosine: 2,
  namePairs: 0.5,
  figures: 3,
  days: -1,
} as const;
