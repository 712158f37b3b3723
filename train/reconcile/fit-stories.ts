import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport } from '../../src/core/ingest/index.ts';
import type { WordRarity } from '../../src/core/reconcile/account-words.ts';
import { reportTerms } from '../../src/core/reconcile/stories/report-terms.ts';
import {
  cosineOf,
  type StoryFeatures,
  storyFeatures,
  storyProfile,
} from '../../src/core/reconcile/stories/story-score.ts';
import { termWeights } from '../../src/core/reconcile/stories/term-weights.ts';
import { readWordRarity } from '../../src/core/reconcile/word-rarity.ts';
import { exponential } from '../arithmetic.ts';
import { sharedFolder } from '../corpora.ts';

const CORPUS = join(sharedFolder, 'corpora', 'coreference', 'ecbplus_train.jsonl');
/** Pairs less alike are never scored by the product. */
const COSINE_MIN = 0.05;
const ROUNDS = 3000;
const STEP = 0.5;
/** How strongly weights are drawn to 0. */
const RIDGE = 8;
/** The start value, chosen with `CHOSEN`. */
const START = -5.25;
/**
 * Weights that the fit holds as they are. `headline`, `days` and `namePairs` stand for what ECB+ lacks (it has no headlines,
 * no days and hardly any rare pairs of names); the others and the start value were chosen on its development half.
 */
const CHOSEN: Partial<StoryFeatures> = {
  headline: 3,
  days: -1,
  namePairs: 0.5,
  names: 1.5,
  rarestName: 1.5,
  figures: 3,
};

/** Pairs of texts: their features one after the other, and whether both tell one story. */
export interface StoryPairs {
  readonly names: readonly string[];
  readonly features: Float64Array;
  readonly isSame: readonly boolean[];
}

/**
 * Fits the weights by which reports are put into one story on the training half of ECB+ and gives the source of
 * `src/core/reconcile/stories/story-weights.ts`, each fitted weight rounded to halves. Reads `data/language/word-rarity.tsv`.
 */
export function storyWeightsSource(rarityTable: string): string {
  const pairs = storyPairs(readFileSync(CORPUS, 'utf8'), readWordRarity(rarityTable));
  const chosen = pairs.names.map(name => CHOSEN[name as keyof StoryFeatures] ?? null);
  const weights = fitWeights(pairs, { start: START, chosen, ridge: RIDGE });
  const rows = pairs.names.map((name, k) => `  ${name}: ${chosen[k] ?? Math.round(2 * weights[k]) / 2},`);
  return `${HEAD}
export const STORY_START = ${START};

/** Weights of what two reports share, in logarithms of odds. */
export const STORY_WEIGHTS = {
${rows.join('\n')}
} as const;
`;
}

const HEAD = `// Written by \`npm run train -- story-weights\` after a fit on the training half of ECB+ (CC BY 3.0): change
// \`train/reconcile/fit-stories.ts\` instead (docs/decisions/0019-weights-of-stories.md).

/** The score of two reports that share nothing. */`;

/** The pairs of a corpus of texts with their sub-topics, with the features by which the product would compare them. */
function storyPairs(corpus: string, rarity: WordRarity): StoryPairs {
  const records: { text: string; subtopic: string }[] = corpus
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
  const terms = records.map(({ text }) => reportTerms(readReport({ text }).value));
  const weigh = termWeights(terms, rarity);
  const profiles = terms.map(one => storyProfile(one, weigh));
  const features: number[] = [];
  const isSame: boolean[] = [];
  let names: readonly string[] = [];
  for (const [b, right] of profiles.entries()) {
    for (const [a, left] of profiles.slice(0, b).entries()) {
      const cosine = cosineOf(left.full, right.full);
      if (cosine < COSINE_MIN) continue;
      const shared = storyFeatures(left, right, cosine, weigh);
      names = Object.keys(shared);
      features.push(...Object.values(shared));
      isSame.push(records[a]?.subtopic === records[b]?.subtopic);
    }
  }
  return { names, features: Float64Array.from(features), isSame };
}

/** How weights are fitted: from which start value, which are held (null where one is fitted), and the size of the ridge. */
export interface StoryFit {
  readonly start: number;
  readonly chosen: readonly (number | null)[];
  readonly ridge: number;
}

/** Logistic regression with weights that are not negative: what two texts share never speaks against one story. */
export function fitWeights({ names, features, isSame }: StoryPairs, { start, chosen, ridge }: StoryFit): Float64Array {
  const weights = Float64Array.from(chosen, weight => weight ?? 0);
  const free = names.map((_, k) => k).filter(k => chosen[k] === null);
  // What is held says the same of a pair in every round.
  const held = Float64Array.from(isSame, (_, pair) =>
    weights.reduce((sum, weight, k) => sum + weight * features[pair * names.length + k], start),
  );
  const own = Float64Array.from(isSame.flatMap((_, pair) => free.map(k => features[pair * names.length + k])));
  const fitted = new Float64Array(free.length);
  const slope = new Float64Array(free.length);
  const same = isSame.filter(Boolean).length;
  for (let round = 0; round < ROUNDS; round++) {
    slope.fill(0);
    for (let pair = 0, at = 0; pair < isSame.length; pair++, at += free.length) {
      let logit = held[pair];
      for (let k = 0; k < free.length; k++) logit += fitted[k] * own[at + k];
      const error = chanceOf(logit) - (isSame[pair] ? 1 : 0);
      for (let k = 0; k < free.length; k++) slope[k] += error * own[at + k];
    }
    for (let k = 0; k < free.length; k++) {
      fitted[k] = Math.max(0, fitted[k] - (STEP * (slope[k] + ridge * fitted[k])) / same);
    }
  }
  for (const [i, k] of free.entries()) weights[k] = fitted[i];
  return weights;
}

function chanceOf(logit: number): number {
  const small = exponential(-Math.abs(logit));
  return logit > 0 ? 1 / (1 + small) : small / (1 + small);
}
