import { expect, test } from 'vitest';
import { compare, raise } from './baseline.ts';
import type { Measure } from './measure.ts';

const measure: Measure = {
  name: 'demo',
  about: 'a demonstration',
  data: ['demo.jsonl'],
  scores: { f1: { beat: 0.5 }, mae: { beat: null, lowerIsBetter: true, noise: 0.01 } },
  run: () => ({ records: 0, seconds: 0, scores: {}, errors: [] }),
};
const before = { f1: { value: 0.6, noise: 0.005 }, mae: { value: 0.4, noise: 0.01 } };

const CASES: readonly [Record<string, number>, string[], Record<string, number>][] = [
  [{ f1: 0.61, mae: 0.39 }, ['rise', 'rise'], { f1: 0.61, mae: 0.39 }],
  [{ f1: 0.596, mae: 0.409 }, ['same', 'same'], { f1: 0.6, mae: 0.4 }],
  [{ f1: 0.59, mae: 0.42 }, ['fall', 'fall'], { f1: 0.6, mae: 0.4 }],
  [{ f1: 0.6, p: 0.12345 }, ['same', 'new'], { f1: 0.6, mae: 0.4, p: 0.1235 }],
];

test.each(CASES)('%o against the baseline', (scores, verdicts, kept) => {
  const comparisons = compare(measure, scores, before);
  expect(comparisons.map(({ verdict }) => verdict)).toEqual(verdicts);
  const raised = raise({ 'demo demo.jsonl': before }, measure, 'demo demo.jsonl', comparisons);
  expect(Object.fromEntries(Object.entries(raised['demo demo.jsonl'] ?? {}).map(([k, v]) => [k, v.value]))).toEqual(
    kept,
  );
});
