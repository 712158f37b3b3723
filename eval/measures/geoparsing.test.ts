import { describe, expect, test } from 'vitest';
import { wordsIn } from './event-location.ts';
import { pairPlaces } from './geoparsing.ts';

const gold = [
  { b: 0, e: 5, text: 'Paris', lat: 48.85, lon: 2.35 },
  { b: 10, e: 16, text: 'Baghdad', lat: 33.3, lon: 44.4 },
];

describe('pairPlaces takes the first overlapping place that is free, as the reference scorer does', () => {
  const a = { b: 3, e: 12, lat: 0, lon: 0 };
  const b = { b: 0, e: 4, lat: 1, lon: 1 };
  test.each([
    [[a], [a, null]],
    [[b], [b, null]],
    [
      [a, b],
      [a, null],
    ],
    [
      [b, a],
      [b, a],
    ],
    [[], [null, null]],
  ])('case %#', (found, pairs) => {
    expect(pairPlaces(gold, found)).toEqual(pairs);
  });
});

test('wordsIn counts running words with apostrophes and hyphens as one', () => {
  const text = "shot in al-Ra'i, New York";
  expect([...wordsIn(text, [{ b: 10, e: 12 }])]).toEqual([8]);
  expect([...wordsIn(text, [{ b: 17, e: 22 }])]).toEqual([17, 21]);
  expect([...wordsIn(text, [])]).toEqual([]);
});
