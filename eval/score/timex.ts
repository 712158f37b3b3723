import { f1Of } from './f1.ts';

/** A time expression, gold or predicted. */
export interface Timex {
  readonly b: number;
  readonly e: number;
  readonly value: string | null;
}

export interface TimexPair {
  readonly gold: Timex | null;
  readonly predicted: Timex | null;
  /** "" where the pair is right in span and value. */
  readonly fault: '' | 'missed' | 'spurious' | 'span' | 'value';
}

export interface TimexScores {
  readonly strict_f1: number;
  readonly relaxed_f1: number;
  readonly value_f1: number;
}

/**
 * Strict, relaxed and value F1 over documents, after TempEval-3: strict is the same span; relaxed is overlap, each
 * expression used once, gold in text order taking the first; value counts relaxed pairs with equal values.
 */
export function scoreTimex(documents: readonly { gold: readonly Timex[]; predicted: readonly Timex[] }[]): TimexScores {
  let [golds, predictions, strict, relaxed, value] = [0, 0, 0, 0, 0];
  for (const { gold, predicted } of documents) {
    golds += gold.length;
    predictions += predicted.length;
    const spans = new Set(gold.map(spanKey));
    strict += new Set(predicted.map(spanKey).filter(key => spans.has(key))).size;
    for (const pair of pairTimex(gold, predicted)) {
      if (pair.gold === null || pair.predicted === null) continue;
      relaxed += 1;
      if (pair.gold.value !== null && pair.gold.value === pair.predicted.value) value += 1;
    }
  }
  const f1 = (hits: number) => f1Of(hits, predictions, golds);
  return { strict_f1: f1(strict), relaxed_f1: f1(relaxed), value_f1: f1(value) };
}

/** The pairs that relaxed matching makes, and what is left on either side, in text order of the gold. */
export function pairTimex(gold: readonly Timex[], predicted: readonly Timex[]): readonly TimexPair[] {
  const golds = [...gold].sort(inOrder);
  const predictions = [...predicted].sort(inOrder);
  const used = new Set<Timex>();
  const pairs: TimexPair[] = golds.map(a => {
    const b = predictions.find(candidate => !used.has(candidate) && a.b < candidate.e && candidate.b < a.e);
    if (b === undefined) return { gold: a, predicted: null, fault: 'missed' };
    used.add(b);
    const fault = spanKey(a) !== spanKey(b) ? 'span' : a.value !== b.value ? 'value' : '';
    return { gold: a, predicted: b, fault };
  });
  const spurious = predictions.filter(timex => !used.has(timex));
  return [...pairs, ...spurious.map((timex): TimexPair => ({ gold: null, predicted: timex, fault: 'spurious' }))];
}

function spanKey({ b, e }: Timex): string {
  return `${b} ${e}`;
}

function inOrder(a: Timex, b: Timex): number {
  return a.b - b.b || a.e - b.e;
}
