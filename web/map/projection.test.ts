import { expect, test } from 'vitest';
import { flatPoint, fromScreen, lonLat, onScreen, pixelsPerKm, viewOfPoints, within, zoomed } from './projection.ts';

const SIZE = { width: 800, height: 400 };

test.each([
  [0, 0],
  [2.1, 13.5],
  [-179.9, 71],
  [66.4, 31.01],
])('a point of the globe (%d, %d) is found again', (lon, lat) => {
  const found = lonLat(flatPoint(lon, lat));
  expect(found.lon).toBeCloseTo(lon, 9);
  expect(found.lat).toBeCloseTo(lat, 9);
});

test('the middle of the view is the middle of the screen, and back', () => {
  const view = { middle: flatPoint(2.1, 13.5), scale: 20_000 };
  expect(onScreen(view.middle, view, SIZE)).toEqual({ x: 400, y: 200 });
  expect(fromScreen({ x: 400, y: 200 }, view, SIZE)).toEqual(view.middle);
});

test('a kilometre is longer on the map in the north', () => {
  const scale = 40_030;
  expect(pixelsPerKm(flatPoint(0, 0), scale)).toBeCloseTo(1, 6);
  expect(pixelsPerKm(flatPoint(0, 60), scale)).toBeCloseTo(2, 6);
});

test('enlarging keeps the point under the pointer in its place', () => {
  const view = { middle: flatPoint(2.1, 13.5), scale: 20_000 };
  const at = { x: 650, y: 90 };
  const point = fromScreen(at, view, SIZE);
  const moved = onScreen(point, zoomed(view, SIZE, 2.5, at), SIZE);
  expect(moved.x).toBeCloseTo(at.x, 6);
  expect(moved.y).toBeCloseTo(at.y, 6);
});

test('the view never leaves the globe', () => {
  expect(within({ middle: { x: -3, y: 9 }, scale: 1 }, SIZE)).toEqual({ middle: { x: 0.5, y: 0.75 }, scale: 800 });
});

test('all points are within the view that is made for them', () => {
  const points = [flatPoint(-76.5, 0.9), flatPoint(122, 6.5), flatPoint(40, 35)];
  const view = viewOfPoints(points, SIZE);
  for (const { x, y } of points.map(point => onScreen(point, view, SIZE))) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(SIZE.width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(SIZE.height);
  }
});
