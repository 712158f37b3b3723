import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spans } from '../../../test/arbitrary/nouns.ts';
import { compareSpans, holds, overlaps, Span } from './span.ts';

type Pair = readonly [start: number, end: number];

const PAIRS: readonly [a: Pair, b: Pair, overlap: boolean, hold: boolean][] = [
  [[0, 5], [5, 9], false, false],
  [[0, 5], [4, 9], true, false],
  [[0, 9], [2, 5], true, true],
  [[2, 5], [2, 5], true, true],
  [[2, 5], [0, 9], true, false],
  [[0, 5], [3, 3], true, true],
  [[0, 5], [7, 9], false, false],
];

test.each(PAIRS)('%o and %o: overlap %o, first holds second %o', ([a, b], [c, d], overlap, hold) => {
  const [first, second] = [
    { start: a, end: b },
    { start: c, end: d },
  ];
  expect(overlaps(first, second)).toBe(overlap);
  expect(holds(first, second)).toBe(hold);
});

test.each([
  [5, 4],
  [-1, 4],
  [0.5, 4],
])('[%d, %d) is no span', (start, end) => {
  expect(Span.safeParse({ start, end }).success).toBe(false);
});

test('text order puts the earlier first, and the longer first of two with one start', () => {
  const inOrder = [
    { start: 0, end: 9 },
    { start: 0, end: 3 },
    { start: 2, end: 4 },
  ];
  expect(inOrder.toReversed().sort(compareSpans)).toEqual(inOrder);
});

test('overlap has no direction, what is held overlaps unless it is empty, and the order is total', () => {
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      expect(overlaps(a, b)).toBe(overlaps(b, a));
      if (holds(a, b) && b.start < b.end && a.start < b.end) expect(overlaps(a, b)).toBe(true);
      expect(Math.sign(compareSpans(a, b)) + Math.sign(compareSpans(b, a))).toBe(0);
      if (compareSpans(a, b) === 0) expect(a).toEqual(b);
    }),
    { seed: 2 },
  );
});
