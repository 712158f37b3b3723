import type { Feature } from './feature.ts';
import { actorsFeature } from './features/actors-feature.ts';
import { figuresFeature } from './features/figures-feature.ts';
import { placeFeature } from './features/place-feature.ts';
import { NEUTRAL, storyFeature } from './features/story-feature.ts';
import { timeFeature } from './features/time-feature.ts';
import { typeFeature } from './features/type-feature.ts';
import { wordsFeature } from './features/words-feature.ts';
import type { Profile } from './profile.ts';
import type { ReportWords } from './report-words.ts';

export const FEATURE_NAMES = ['place', 'time', 'actors', 'type', 'figures', 'story', 'words'] as const;
export type FeatureName = (typeof FEATURE_NAMES)[number];

/** How much each feature moves the score at most, and the value at which it moves it neither way. */
export interface FeatureWeight {
  readonly weight: number;
  readonly neutral: number;
}

/**
 * Weights of the score, in natural logarithms of odds. Place and time together do not reach the start value: nothing
 * is linked by distance and time alone.
 */
export const START = -4.15;
export const WEIGHTS: Readonly<Record<FeatureName, FeatureWeight>> = {
  place: { weight: 2.4, neutral: 0.1 },
  time: { weight: 2.2, neutral: 0.2 },
  actors: { weight: 2.8, neutral: 0.2 },
  type: { weight: 1.4, neutral: 0.4 },
  figures: { weight: 1.6, neutral: 0.45 },
  story: { weight: 6, neutral: NEUTRAL },
  words: { weight: 1.6, neutral: 0.1 },
};

/** From this score on, two accounts are taken for one happening. */
export const THRESHOLD = 0.5;

/** How likely two accounts tell of one happening. */
export interface PairOdds {
  /** From 0 to 1. */
  readonly score: number;
  /** The score as logarithm of odds. */
  readonly logit: number;
  /** The share of the weights that both accounts say something about, from 0 to 1. */
  readonly coverage: number;
}

/** The same, and why. */
export interface PairScore extends PairOdds {
  readonly features: Readonly<Partial<Record<FeatureName, Feature>>>;
}

/** Scores two accounts. A feature about which one of them says nothing moves the score neither way. */
export function pairScore(a: Profile, b: Profile, words: ReportWords): PairScore {
  const found: Readonly<Record<FeatureName, Feature | null>> = {
    place: placeFeature(a.account, b.account),
    time: timeFeature(a.account, b.account),
    actors: actorsFeature(a.account, b.account),
    type: typeFeature(a.account, b.account),
    figures: figuresFeature(a.account, b.account),
    story: storyFeature(a.story, b.story, words),
    words: wordsFeature(a.words, b.words),
  };
  let logit = START;
  let known = 0;
  let all = 0;
  const features: Partial<Record<FeatureName, Feature>> = {};
  for (const name of FEATURE_NAMES) {
    const { weight, neutral } = WEIGHTS[name];
    const feature = found[name];
    all += weight;
    if (feature === null) continue;
    features[name] = feature;
    known += weight;
    logit += weight * (feature.value - neutral);
  }
  return { score: 1 / (1 + Math.exp(-logit)), logit, coverage: known / all, features };
}

/** The score without its reasons, which take many times its room: of a story that all tell there are millions of pairs. */
export function pairOdds(a: Profile, b: Profile, words: ReportWords): PairOdds {
  const { score, logit, coverage } = pairScore(a, b, words);
  return { score, logit, coverage };
}

/** The score in words: every feature that was known, with its value. */
export function explain({ features }: PairScore): string {
  return Object.entries(features)
    .map(([name, { value, why }]) => `${name} ${value.toFixed(2)}: ${why}`)
    .join('; ');
}
