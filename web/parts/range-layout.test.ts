import { expect, test } from 'vitest';
import { letterOf, placeMarks, type RangeMark, scaleTop } from './range-layout.ts';

function mark(low: number | null, best: number | null, high: number | null): RangeMark {
  return { id: `${low}-${best}-${high}`, claimant: 'a speaker', status: 'counted', low, best, high };
}

test.each([
  [[], 1],
  [[mark(0, 0, 0)], 1],
  [[mark(9, 9, 9)], 9],
  [[mark(9, 9, 9), mark(26, 26, 26)], 30],
  [[mark(100, 100, 100)], 100],
  [[mark(90, 90, null)], 150],
  [[mark(null, null, null)], 1],
])('a scale for %j ends at %i', (bounds, top) => {
  expect(scaleTop(bounds)).toBe(top);
});

test('marks that would cover each other stand in rows of their own, and each keeps its letter', () => {
  const placed = placeMarks(
    [mark(9, 9, 9), mark(10, 10, 10), mark(40, 40, 40), mark(null, null, null), mark(9, 9, null)],
    50,
  );
  expect(placed.map(({ letter, lane, at, to }) => [letter, lane, at, to])).toEqual([
    ['A', 0, 0.18, 0.18],
    ['B', 1, 0.2, 0.2],
    ['C', 0, 0.8, 0.8],
    ['E', 2, 0.18, null],
  ]);
});

test('letters go on after Z', () => {
  expect([0, 25, 26, 51, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
});
