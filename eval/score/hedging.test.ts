import { expect, test } from 'vitest';
import { type HedgedTarget, scoreHedging } from './hedging.ts';

const target = (value: number, predicted: number | null): HedgedTarget => ({ value, predicted });

// Targets and the figures that the reference scorer (corpora/score/hedging.py) gives for them.
const CASES: readonly { targets: HedgedTarget[]; r: number; mae: number }[] = [
  { targets: [target(3, 2), target(-3, -2), target(0, 0)], r: 1, mae: 0.6667 },
  { targets: [target(3, 2.5), target(1.2, null), target(-2.4, -4), target(0, 1)], r: 0.9051, mae: 0.975 },
  { targets: [target(3, null), target(-3, null)], r: 0, mae: 3 },
  { targets: [], r: 0, mae: 0 },
];

test.each(CASES)('agrees with the reference scorer: %o', ({ targets, r, mae }) => {
  const scores = scoreHedging(targets);
  expect(scores.r).toBeCloseTo(r, 3);
  expect(scores.mae).toBeCloseTo(mae, 3);
});
