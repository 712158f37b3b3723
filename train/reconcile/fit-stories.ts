import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport } from '../../src/core/ingest/index.ts';
import { reportTerms } from '../../src/core/reconcile/stories/report-terms.ts';
import { cosineOf, storyFeatures, storyProfile } from '../../src/core/reconcile/stories/story-score.ts';
import { termWeights } from '../../src/core/reconcile/stories/term-weights.ts';
import { loadWordRarity } from '../../src/node/resources/load.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpora/coreference/ecbplus_train.jsonl');
/** Pairs less alike are never scored by the product. */
const COSINE_MIN = 0.05;
const ROUNDS = 1500;
const STEP = 0.5;

/** One pair of texts: its features, and whether both tell one story. */
export interface StoryPair {
  readonly features: readonly number[];
  readonly isSame: boolean;
}

/** The pairs of a corpus of texts with their sub-topics, and the names of their features. */
export function storyPairs(corpus: string): {
  readonly names: readonly string[];
  readonly pairs: readonly StoryPair[];
} {
  const records: { text: string; subtopic: string }[] = corpus
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
  const terms = records.map(({ text }) => reportTerms(readReport({ text }).value));
  const weigh = termWeights(terms, loadWordRarity());
  const profiles = terms.map(one => storyProfile(one, weigh));
  const pairs: StoryPair[] = [];
  let names: readonly string[] = [];
  for (const [b, right] of profiles.entries()) {
    for (const [a, left] of profiles.slice(0, b).entries()) {
      const cosine = cosineOf(left.full, right.full);
      if (cosine < COSINE_MIN) continue;
      const features = storyFeatures(left, right, cosine, weigh);
      names = Object.keys(features);
      pairs.push({ features: Object.values(features), isSame: records[a]?.subtopic === records[b]?.subtopic });
    }
  }
  return { names, pairs };
}

/**
 * Logistic regression with weights that are not negative and a ridge of that size: what two texts share never speaks
 * against one story. Features that the corpus lacks (it has no headlines and no days) get weight 0.
 */
export function fitWeights(pairs: readonly StoryPair[], ridge: number): { start: number; weights: readonly number[] } {
  const weights = (pairs[0]?.features ?? []).map(() => 0);
  const same = pairs.filter(({ isSame }) => isSame).length;
  let start = -4;
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = weights.map(() => 0);
    let startSlope = 0;
    for (const { features, isSame } of pairs) {
      const logit = features.reduce((sum, value, k) => sum + (weights[k] ?? 0) * value, start);
      const error = 1 / (1 + Math.exp(-logit)) - Number(isSame);
      startSlope += error;
      for (const [k, value] of features.entries()) slope[k] = (slope[k] ?? 0) + error * value;
    }
    start -= (STEP * startSlope) / same;
    for (const [k, value] of slope.entries()) {
      weights[k] = Math.max(0, (weights[k] ?? 0) - (STEP * (value + ridge * (weights[k] ?? 0))) / same);
    }
  }
  return { start, weights };
}

if (process.argv[1] === import.meta.filename) {
  const { names, pairs } = storyPairs(readFileSync(CORPUS, 'utf8'));
  for (const ridge of [1, 20]) {
    const { start, weights } = fitWeights(pairs, ridge);
    console.log(
      `ridge ${ridge}: start ${start.toFixed(2)}`,
      names.map((name, k) => `${name} ${weights[k]?.toFixed(2)}`).join(', '),
    );
  }
}
