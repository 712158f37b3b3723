import { expect, test } from 'vitest';
import { scoreTimex, type Timex } from './timex.ts';

const timex = (b: number, e: number, value: string | null): Timex => ({ b, e, value });

// Gold, predicted and the figures that the reference scorer (corpora/score/timex.py) gives for them, in percent.
const CASES: readonly { gold: Timex[]; predicted: Timex[]; strict: number; relaxed: number; value: number }[] = [
  {
    gold: [timex(0, 6, '2013-03-22'), timex(10, 14, '2010')],
    predicted: [timex(0, 6, '2013-03-22'), timex(8, 14, '2011')],
    strict: 50,
    relaxed: 100,
    value: 50,
  },
  {
    gold: [timex(0, 10, '2013'), timex(12, 20, 'P3D'), timex(30, 35, null)],
    predicted: [timex(0, 4, '2013'), timex(5, 10, '2013'), timex(14, 33, 'P3D'), timex(40, 45, 'XXXX')],
    strict: 0,
    relaxed: 57.14,
    value: 57.14,
  },
  { gold: [timex(0, 1, null)], predicted: [timex(0, 1, null)], strict: 100, relaxed: 100, value: 0 },
  { gold: [timex(0, 1, '2013')], predicted: [], strict: 0, relaxed: 0, value: 0 },
];

test.each(CASES)('agrees with the reference scorer: %o', ({ gold, predicted, strict, relaxed, value }) => {
  const scores = scoreTimex([{ gold, predicted }]);
  expect(scores.strict_f1 * 100).toBeCloseTo(strict, 1);
  expect(scores.relaxed_f1 * 100).toBeCloseTo(relaxed, 1);
  expect(scores.value_f1 * 100).toBeCloseTo(value, 1);
});
