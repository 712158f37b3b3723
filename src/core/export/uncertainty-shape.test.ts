import { expect, it } from 'vitest';
import { distanceKm } from '../base/distance.ts';
import { priogridCell } from './tables/ucdp.ts';
import { uncertaintyRing } from './uncertainty-shape.ts';

it.each([
  ['a village', 12.833, 1.686, 1.5],
  ['a province', 34.3, 62.2, 180],
  ['across the date line', -17, 179.9, 60],
  ['in the far north', 78.2, 15.6, 300],
])('the ring around %s is as far from it everywhere as it says', (_, lat, lon, radiusKm) => {
  const ring = uncertaintyRing({ lat, lon, radiusKm })!;
  expect(ring[0]).toEqual(ring.at(-1));
  for (const [east, north] of ring) {
    expect(Math.abs(distanceKm(lat, lon, north, east) - radiusKm)).toBeLessThan(Math.max(0.02 * radiusKm, 0.02));
  }
});

it('a place that is not resolved has no ring', () => {
  expect(uncertaintyRing({ lat: null, lon: null, radiusKm: null })).toBeNull();
});

it.each([
  [-90, -180, 1],
  [13.25, 39.25, 148759],
  [89.9, 179.9, 259200],
])('cell of PRIO-GRID at %f, %f', (lat, lon, cell) => {
  expect(priogridCell(lat, lon)).toBe(cell);
});
