import fc from 'fast-check';
import { expect, test } from 'vitest';
import { places } from '../../../test/arbitrary/nouns.ts';
import { geoPrecision, Place } from './place.ts';

const unresolved: Place = {
  name: 'the northern outpost',
  span: null,
  id: null,
  lat: null,
  lon: null,
  radiusKm: null,
  precision: null,
  country: null,
  admin1: null,
  basis: 'stated',
  why: 'not in the gazetteer',
};

const CASES: readonly [what: string, change: Partial<Place>, valid: boolean][] = [
  ['an unresolved place keeps its words', {}, true],
  ['coordinates come with a radius', { lat: 14.2, lon: -4.4, radiusKm: 5, precision: 2 }, true],
  ['a pin without a radius claims to be exact', { lat: 14.2, lon: -4.4 }, false],
  ['half a coordinate is none', { lat: 14.2, radiusKm: 5 }, false],
  ['a radius needs a middle', { radiusKm: 5 }, false],
  ['a latitude ends at the pole', { lat: 94.2, lon: -4.4, radiusKm: 5 }, false],
  ['a radius is more than nothing', { lat: 14.2, lon: -4.4, radiusKm: 0 }, false],
  ['precision ends at 7', { precision: 8 }, false],
  ['a place has a name', { name: '' }, false],
];

test.each(CASES)('%s', (_, change, valid) => {
  expect(Place.safeParse({ ...unresolved, ...change }).success).toBe(valid);
});

test('random places keep the rules', () => {
  fc.assert(
    fc.property(places, place => {
      expect(Place.parse(place)).toEqual(place);
    }),
    { seed: 4 },
  );
});

test.each([
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 3],
  [5, 3],
  [6, null],
  [7, null],
])('where_prec %d is geo_precision %o', (precision, expected) => {
  expect(geoPrecision(precision)).toBe(expected);
});
