import { expect, test } from 'vitest';
import { flatPoint, viewOfPoints } from './projection.ts';
import { type MapPlace, symbolAt, symbolsOf } from './symbols.ts';

const SIZE = { width: 800, height: 400 };

function place(lon: number, lat: number, radiusKm: number, precision: number): MapPlace {
  return { lon, lat, flat: flatPoint(lon, lat), radiusKm, precision };
}

test('a province is drawn at its size and never as a dot', () => {
  const province = place(2, 13.5, 150, 4);
  const near = symbolsOf([province], [3], { middle: province.flat, scale: 20_000 }, SIZE);
  expect(near.map(({ kind, count }) => [kind, count])).toEqual([['area', 3]]);
  expect(near[0]?.radius).toBeCloseTo((150 * 20_000) / 40_030 / Math.cos((13.5 * Math.PI) / 180), 3);
  const far = symbolsOf([province], [3], { middle: province.flat, scale: 800 }, SIZE);
  expect(far.map(({ kind }) => kind)).toEqual(['area']);
});

test('a village is a dot from afar, and the circle within which it lies from near', () => {
  const village = place(1.8, 12.8, 2, 1);
  expect(symbolsOf([village], [1], { middle: village.flat, scale: 5_000 }, SIZE)[0]?.kind).toBe('dot');
  expect(symbolsOf([village], [1], { middle: village.flat, scale: 900_000 }, SIZE)[0]?.kind).toBe('area');
});

test('places that lie together are one symbol, at the one of most incidents; exact and vague ones stay apart', () => {
  const places = [place(1.8, 12.8, 2, 1), place(1.81, 12.81, 2, 1), place(1.8, 12.8, 30, 3)];
  const view = { middle: flatPoint(1.8, 12.8), scale: 800 };
  const symbols = symbolsOf(places, [1, 4, 2], view, SIZE);
  expect(symbols.map(({ kind, count, places: held }) => [kind, count, held]).sort()).toEqual([
    ['area', 2, [2]],
    ['dot', 5, [1, 0]],
  ]);
});

test('what is filtered out or out of sight is not drawn', () => {
  const places = [place(1.8, 12.8, 2, 1), place(120, 50, 2, 1)];
  expect(symbolsOf(places, [0, 5], { middle: flatPoint(1.8, 12.8), scale: 50_000 }, SIZE)).toEqual([]);
});

test('no incident is lost however many there are', () => {
  const places = Array.from({ length: 2_000 }, (_, i) =>
    place((i * 37) % 170, (i * 17) % 70, 1 + (i % 60), 1 + (i % 5)),
  );
  const counts = places.map((_, i) => i % 4);
  const view = viewOfPoints(
    places.map(({ flat }) => flat),
    SIZE,
  );
  const drawn = symbolsOf(places, counts, view, SIZE).reduce((sum, { count }) => sum + count, 0);
  expect(drawn).toBe(counts.reduce((sum, count) => sum + count, 0));
});

test('the smallest symbol under the pointer is the one meant', () => {
  const symbols = [
    { kind: 'area', x: 100, y: 100, radius: 80, count: 1, places: [0] },
    { kind: 'dot', x: 120, y: 100, radius: 5, count: 1, places: [1] },
  ] as const;
  expect(symbolAt(symbols, { x: 122, y: 99 })?.places).toEqual([1]);
  expect(symbolAt(symbols, { x: 60, y: 100 })?.places).toEqual([0]);
  expect(symbolAt(symbols, { x: 300, y: 300 })).toBeNull();
});
