import { expect, test } from 'vitest';
import { scoreClusters } from './clusters.ts';

/** Gold labels, predicted labels, and what the reference scorer (`../shared/corpora/score/clusters.py`) gives. */
const CASES: readonly (readonly [string, string, number, number])[] = [
  ['aaabb', '11222', 0.733, 0.5],
  ['aabbcc', '112233', 1, 1],
  ['aabbcc', '123456', 0.667, 0],
  ['abcd', '1111', 0.4, 0],
];

test.each(CASES)('%s against %s', (gold, mine, b3, pairwise) => {
  const scores = scoreClusters([...gold], [...mine]);
  expect(scores.b3).toBeCloseTo(b3, 3);
  expect(scores.pairwise).toBeCloseTo(pairwise, 3);
});
