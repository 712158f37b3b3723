import { expect, test } from 'vitest';
import { matrixSpace } from './matrix.ts';
import { packShort, shorten, shortenKernel, shortProductsMax, shortRoom } from './short-matrix.ts';

/** The product by short numbers and by plain ones, and the largest sum of sizes of its products. */
function products(m: number, n: number, k: number, size: (i: number) => number): [number[], number[], number] {
  const space = matrixSpace(200_000, [shortenKernel]);
  const { floats } = space;
  const [a, b, c, short, unit] = [m * k, (k * n) / 2, m * n, shortRoom(m, k), 1].map(
    length => space.allocate(length).at,
  );
  const weights = Float32Array.from({ length: k * n }, (_, i) => Math.sin(i * 1.7) * 0.3);
  for (let i = 0; i < m * k; i++) floats[a + i] = size(i);
  floats.fill(1, c, c + m * n);
  const largest = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0);
  floats[unit] = packShort(space, weights, largest, b, k, n);
  shorten(space, a, short, m, k, unit);
  space.multiplyShort(short, b, c, m, n, k);
  let sizes = 0;
  const expected = Array.from({ length: m * n }, (_, at) => {
    const terms = Array.from(
      { length: k },
      (_, p) => floats[a + Math.floor(at / n) * k + p] * weights[p * n + (at % n)],
    );
    sizes = Math.max(
      sizes,
      terms.reduce((sum, term) => sum + Math.abs(term), 0),
    );
    return terms.reduce((sum, term) => sum + term, 1);
  });
  return [[...floats.subarray(c, c + m * n)], expected, sizes];
}

test.each([
  [1, 8, 8],
  [3, 8, 16],
  [4, 16, 24],
  [37, 40, 136],
  [9, 24, shortProductsMax],
])('the product of %i × %i over %i is right to a thousandth of what is added up', (m, n, k) => {
  const [found, expected, sizes] = products(m, n, k, i => Math.cos(i * 0.37) * (i % 7));
  for (const [i, value] of found.entries()) expect(Math.abs(value - expected[i])).toBeLessThan(sizes / 1000);
});

test('the largest numbers of all do not run over', () => {
  const space = matrixSpace(20_000, [shortenKernel]);
  const k = shortProductsMax;
  const [a, b, c, short, unit] = [k, 4 * k, 8, shortRoom(1, k), 1].map(length => space.allocate(length).at);
  space.floats.fill(-1, a, a + k);
  space.floats[unit] = packShort(space, new Float32Array(8 * k).fill(1), 1, b, k, 8);
  shorten(space, a, short, 1, k, unit);
  space.multiplyShort(short, b, c, 1, 8, k);
  expect(space.floats[c]).toBeCloseTo(-k, 3);
});

test('a row of nothing gives nothing', () => {
  const [found] = products(2, 8, 8, () => 0);
  expect(found).toEqual(new Array(16).fill(1));
});

test('more products than can be added up are refused', () => {
  expect(() => packShort(matrixSpace(10), [], 1, 0, shortProductsMax + 8, 8)).toThrow(/264 products/);
});
