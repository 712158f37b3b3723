import type { Measure } from './measure.ts';

/** The committed scores: measure and data path → score → value and the fall that is taken for noise. */
export type Baseline = Readonly<Record<string, Readonly<Record<string, BaselineScore>>>>;

export interface BaselineScore {
  readonly value: number;
  readonly noise: number;
}

/** How one score stands against the baseline. */
export interface Comparison {
  readonly score: string;
  readonly value: number;
  readonly before: number | null;
  readonly verdict: 'new' | 'rise' | 'same' | 'fall';
}

const NOISE = 0.005;

/** The key of a measure on one file: scores on different files are different scores. */
export function baselineKey(measure: Measure, data: string): string {
  return `${measure.name} ${data}`;
}

/** Compares scores, rounded to four decimals, with the baseline: a fall within the noise counts as the same. */
export function compare(
  measure: Measure,
  scores: Readonly<Record<string, number>>,
  before: Readonly<Record<string, BaselineScore>>,
): readonly Comparison[] {
  return Object.entries(scores).map(([score, exact]) => {
    const value = round(exact);
    const old = before[score];
    if (old === undefined) return { score, value, before: null, verdict: 'new' };
    const gain = measure.scores[score]?.lowerIsBetter ? old.value - value : value - old.value;
    const verdict = gain > 0 ? 'rise' : gain < -old.noise ? 'fall' : 'same';
    return { score, value, before: old.value, verdict };
  });
}

/** The baseline with new and risen scores taken over; a score that fell keeps its old value. */
export function raise(baseline: Baseline, measure: Measure, key: string, comparisons: readonly Comparison[]): Baseline {
  const gained = comparisons.filter(({ verdict }) => verdict === 'new' || verdict === 'rise');
  if (gained.length === 0) return baseline;
  const scores: Record<string, BaselineScore> = { ...baseline[key] };
  for (const { score, value } of gained) {
    scores[score] = { value, noise: scores[score]?.noise ?? measure.scores[score]?.noise ?? NOISE };
  }
  return { ...baseline, [key]: scores };
}

/** The file's text: keys in order, so that two people's rises meet in few lines. */
export function baselineText(baseline: Baseline): string {
  const sorted = Object.fromEntries(Object.entries(baseline).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  return `${JSON.stringify(sorted, null, 2)}\n`;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
