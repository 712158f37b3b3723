import type { ReportTerms, TermCounts } from './report-terms.ts';
import { STORY_START, STORY_WEIGHTS } from './story-weights.ts';
import type { TermWeight } from './term-weights.ts';

/** Terms with weights, of Euclidean length 1. */
export type TermVector = ReadonlyMap<string, number>;

/** A report's terms, weighed. */
export interface StoryProfile {
  readonly terms: ReportTerms;
  readonly full: TermVector;
  readonly lead: TermVector;
  readonly names: TermVector;
  readonly leadNames: TermVector;
}

/** Names tell stories apart better than other words. */
const NAME_WEIGHT = 2;

const FEATURES = Object.keys(STORY_WEIGHTS) as (keyof typeof STORY_WEIGHTS)[];

export function storyProfile(terms: ReportTerms, weigh: TermWeight): StoryProfile {
  const named = new Map([...terms.full].filter(([term]) => terms.names.has(term)));
  const namedFirst = new Map([...named].filter(([term]) => terms.lead.has(term)));
  return {
    terms,
    full: vectorOf(terms.full, terms, weigh),
    lead: vectorOf(terms.lead, terms, weigh),
    names: vectorOf(named, terms, weigh),
    leadNames: vectorOf(namedFirst, terms, weigh),
  };
}

/** What two reports share, each as a number that speaks for one story the larger it is (`days` against it). */
export type StoryFeatures = Readonly<Record<keyof typeof STORY_WEIGHTS, number>>;

/** How likely two reports tell the same story, as logarithm of odds, from the cosine of their words and more. */
export function storyScore(a: StoryProfile, b: StoryProfile, cosine: number, weigh: TermWeight): number {
  const features = storyFeatures(a, b, cosine, weigh);
  let score = STORY_START;
  for (const name of FEATURES) score += STORY_WEIGHTS[name] * features[name];
  return score;
}

/** The features of two reports, from the cosine of their words and more; `train/reconcile/fit-stories.ts` weighs them. */
export function storyFeatures(a: StoryProfile, b: StoryProfile, cosine: number, weigh: TermWeight): StoryFeatures {
  const [x, y] = [a.terms, b.terms];
  const names = shared(x.names, y.names).map(weigh);
  const days = x.published === null || y.published === null ? 0 : Math.abs(x.published - y.published);
  return {
    full: cosine,
    fullRoot: Math.sqrt(cosine),
    lead: cosineOf(a.lead, b.lead),
    headline: Math.max(coverage(x.headline, y.full, weigh), coverage(y.headline, x.full, weigh)),
    names: capped(sum(names.map(weight => weight ** 3)), 6, 3),
    rarestName: Math.max(0, ...names),
    nameCosine: cosineOf(a.names, b.names),
    leadNameCosine: cosineOf(a.leadNames, b.leadNames),
    namePairs: capped(sum(shared(x.namePairs, y.namePairs).map(pair => weigh(pair) ** 3)), 6, 3),
    figures: capped(sum(shared(x.figures, y.figures).map(figure => weigh(figure) ** 2)), 3, 1),
    days: Math.log(1 + days),
  };
}

/** Cosine of two vectors of length 1. */
export function cosineOf(a: TermVector, b: TermVector): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let total = 0;
  for (const [term, weight] of few) total += weight * (many.get(term) ?? 0);
  return Math.min(1, total);
}

/** Terms in the order of the alphabet, so that sums over them are the same whoever comes first. */
function vectorOf(counts: TermCounts, { names }: ReportTerms, weigh: TermWeight): TermVector {
  const vector = new Map<string, number>();
  let square = 0;
  for (const term of [...counts.keys()].sort()) {
    const weight = (1 + Math.log(counts.get(term) ?? 1)) * weigh(term) * (names.has(term) ? NAME_WEIGHT : 1);
    if (weight <= 0) continue;
    vector.set(term, weight);
    square += weight * weight;
  }
  for (const [term, weight] of vector) vector.set(term, weight / Math.sqrt(square));
  return vector;
}

/** Which part of one's headline the other's text has, by weight. */
function coverage(headline: TermCounts, text: TermCounts, weigh: TermWeight): number {
  let all = 0;
  let found = 0;
  for (const term of headline.keys()) {
    all += weigh(term);
    if (text.has(term)) found += weigh(term);
  }
  return all === 0 ? 0 : found / all;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): readonly string[] {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  return [...few].filter(term => many.has(term)).sort();
}

function capped(value: number, most: number, unit: number): number {
  return Math.min(value, most) / unit;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
