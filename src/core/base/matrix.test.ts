import { expect, test } from 'vitest';
import { matrixSpace, packMatrix, transpose } from './matrix.ts';

/** Small whole numbers: their products and sums are exact in 32 bits. */
function fill(floats: Float32Array, at: number, length: number, seed: number): void {
  for (let i = 0; i < length; i++) floats[at + i] = ((i * 7 + seed * 13) % 11) - 5;
}

test.each([
  [1, 8, 1],
  [3, 8, 5],
  [4, 16, 24],
  [9, 24, 17],
  [37, 40, 130],
])('the product of %i × %i over %i', (m, n, k) => {
  const space = matrixSpace(20_000);
  const { floats } = space;
  const [a, b, c, packed] = [m * k, k * n, m * n, m * n].map(length => space.allocate(length).at);
  fill(floats, a, m * k, 1);
  fill(floats, b, k * n, 2);
  fill(floats, c, m * n, 3);
  fill(floats, packed, m * n, 3);
  const expected = Array.from({ length: m * n }, (_, at) => {
    let sum = floats[c + at];
    for (let p = 0; p < k; p++) sum += floats[a + Math.floor(at / n) * k + p] * floats[b + p * n + (at % n)];
    return sum;
  });
  space.multiply(a, b, c, m, n, k);
  expect([...floats.subarray(c, c + m * n)]).toEqual(expected);
  packMatrix(space, b, k, n);
  space.multiplyPacked(a, b, packed, m, n, k);
  expect([...floats.subarray(packed, packed + m * n)]).toEqual(expected);
});

test('a transpose', () => {
  const f = Float32Array.of(1, 2, 3, 4, 5, 6, 0, 0, 0, 0, 0, 0);
  transpose(f, 0, 2, 3, 6);
  expect([...f.subarray(6)]).toEqual([1, 4, 2, 5, 3, 6]);
});

test('more floats than the space has are refused', () => {
  expect(() => matrixSpace(10).allocate(1_000_000)).toThrow(/matrix space: \d+ floats wanted, \d+ there/);
});
