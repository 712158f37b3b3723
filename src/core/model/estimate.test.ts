import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimates } from '../../../test/arbitrary/nouns.ts';
import { compatible, Estimate, estimate, exactly } from './estimate.ts';

type Bounds = readonly [low: number | null, best: number | null, high: number | null];

/** "12", "at least 12", "nearly 12", "up to 12", "10 to 12", "dozens", "casualties" with no number. */
const ORDERED: readonly Bounds[] = [
  [12, 12, 12],
  [12, 12, null],
  [null, 12, 12],
  [null, null, 12],
  [10, null, 12],
  [24, null, null],
  [null, null, null],
  [0, 0, 0],
];

const NOT_COUNTS: readonly Bounds[] = [
  [13, 12, 12],
  [12, 13, 12],
  [13, null, 12],
  [-1, null, null],
  [1.5, null, null],
];

test.each(ORDERED)('%o, %o, %o is an estimate', (low, best, high) => {
  const made = estimate(low, best, high, 'about');
  expect(made).toEqual({ low, best, high, qualifier: 'about' });
  expect(Estimate.parse(made)).toEqual(made);
});

test.each(NOT_COUNTS)('%o, %o, %o is none', (low, best, high) => {
  expect(Estimate.safeParse({ low, best, high, qualifier: 'exact' }).success).toBe(false);
});

test('out of order is a bug in the caller, and the message names the numbers', () => {
  expect(() => estimate(13, null, 12, 'between')).toThrow('low ≤ best ≤ high, got 13, null, 12');
});

test('a bare number bounds itself', () => {
  expect(exactly(7)).toEqual({ low: 7, best: 7, high: 7, qualifier: 'exact' });
});

const TOGETHER: readonly [a: Bounds, b: Bounds, together: boolean][] = [
  [[12, 12, 12], [12, 12, 12], true],
  [[12, 12, 12], [13, 13, 13], false],
  [[12, 12, null], [17, 17, 17], true],
  [[18, 18, null], [17, 17, 17], false],
  [[null, null, 40], [3, 3, 3], true],
  [[null, null, 40], [41, 41, null], false],
  [[null, null, null], [0, 0, 0], true],
  [[10, null, 12], [12, null, 15], true],
];

test.each(TOGETHER)('%o and %o can both hold: %o', (a, b, together) => {
  const [first, second] = [a, b].map(([low, best, high]) => estimate(low, best, high, 'about'));
  expect(compatible(first!, second!)).toBe(together);
  expect(compatible(second!, first!)).toBe(together);
});

test('every estimate is compatible with itself, and with any number between its bounds', () => {
  fc.assert(
    fc.property(estimates, fc.nat(60_000), (made, count) => {
      expect(compatible(made, made)).toBe(true);
      const isWithin = (made.low ?? 0) <= count && count <= (made.high ?? Number.POSITIVE_INFINITY);
      expect(compatible(made, exactly(count))).toBe(isWithin);
    }),
    { seed: 1 },
  );
});
