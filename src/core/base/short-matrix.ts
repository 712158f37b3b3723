import type { MatrixSpace } from './matrix.ts';
import { type WasmFunction, wasm } from './wasm-module.ts';

/**
 * Matrices of short numbers: 12 bits and a sign for what is multiplied, 11 for what does not change, so that the sum of
 * 256 products is a whole number of 32 bits. Whole numbers add up to the same on every engine, twice as fast as floats.
 */
const changingMax = 4095;
const lastingMax = 2047;
/** So many products can be added up. */
export const shortProductsMax = 256;

/** Room that a matrix of rows × k takes as short numbers, in floats: each row has behind it what its numbers count. */
export function shortRoom(rows: number, k: number): number {
  return rows * (k / 2 + 1);
}

/**
 * Lays out numbers of k × n for `multiplyShort` at `at`, in half the room of floats: two rows beside each other, eight
 * columns after another. `largest` is the greatest of them; returns what one of the short numbers counts.
 */
export function packShort(
  { floats }: MatrixSpace,
  numbers: { readonly [index: number]: number },
  largest: number,
  at: number,
  k: number,
  n: number,
): number {
  if (k > shortProductsMax || k % 8 !== 0)
    throw new Error(`short numbers: ${k} products, and not eights up to ${shortProductsMax}`);
  const shorts = new Int16Array(floats.buffer, 4 * at, k * n);
  const factor = largest === 0 ? 0 : lastingMax / largest;
  for (let p = 0; p < k; p++) {
    for (let j = 0; j < n; j++) {
      const panel = (j >> 3) * 8 * k;
      shorts[panel + (p >> 1) * 16 + (j & 7) * 2 + (p & 1)] = Math.round(numbers[p * n + j] * factor);
    }
  }
  return factor === 0 ? 0 : 1 / factor;
}

/**
 * Writes rows of k floats as short numbers for `multiplyShort`, each with what its products count behind it. The float at
 * `unit` is what the numbers count that they are multiplied with.
 */
export function shorten(
  { kernels }: MatrixSpace,
  from: number,
  to: number,
  rows: number,
  k: number,
  unit: number,
): void {
  kernels.shorten(4 * from, 4 * to, rows, 4 * k, 4 * unit);
}

const [source, target, rows, bytes, unit, end, largest, factor] = [0, 1, 2, 3, 4, 5, 6, 7];
const { get, set, constant, add, subtract, multiply, greaterOrEqual, loopUntil, v128Load, v128Load32Splat, v128Store } =
  wasm;
const { f32Max, f32Store, f32x4Splat, f32x4Lane, f32x4Nearest, f32x4Absolute, f32x4Max } = wasm;
const { f32x4Multiply, f32x4Divide, i32x4FromF32x4, i16x8FromI32x4, v128Constant } = wasm;

/** `shorten`, row by row: the largest number first, then all in parts of it. Its pointers run on from row to row. */
export const shortenKernel: WasmFunction = {
  name: 'shorten',
  parameters: 5,
  i32Locals: 1,
  v128Locals: 2,
  code: [
    // The rows are counted by where the last one ends.
    ...[...get(source), ...get(rows), ...get(bytes), ...multiply, ...add, ...set(rows)],
    ...loopUntil(
      [...get(source), ...get(rows), ...greaterOrEqual],
      [
        ...[...four(1e-20), ...set(largest), ...get(source), ...get(bytes), ...add, ...set(end)],
        ...loopUntil(
          [...get(source), ...get(end), ...greaterOrEqual],
          [
            ...[...get(largest), ...get(source), ...v128Load(0), ...f32x4Absolute, ...f32x4Max, ...set(largest)],
            ...step(source, 16),
          ],
        ),
        ...[0, 1, 2, 3].flatMap(lane => [...get(largest), ...f32x4Lane(lane), ...(lane > 0 ? f32Max : [])]),
        ...[...f32x4Splat, ...set(largest), ...four(changingMax), ...get(largest), ...f32x4Divide, ...set(factor)],
        ...[...get(end), ...get(bytes), ...subtract, ...set(source)],
        ...loopUntil(
          [...get(source), ...get(end), ...greaterOrEqual],
          [
            ...[...get(target), ...whole(0), ...whole(16), ...i16x8FromI32x4, ...v128Store(0)],
            ...[...step(source, 32), ...step(target, 16)],
          ],
        ),
        ...[...get(target), ...get(unit), ...v128Load32Splat(0), ...get(factor), ...f32x4Divide],
        ...[...f32x4Lane(0), ...f32Store, ...step(target, 4)],
      ],
    ),
  ],
};

/** Four numbers in parts of the largest, rounded. */
function whole(offset: number): number[] {
  return [...get(source), ...v128Load(offset), ...get(factor), ...f32x4Multiply, ...f32x4Nearest, ...i32x4FromF32x4];
}

function step(pointer: number, by: number): number[] {
  return [...get(pointer), ...constant(by), ...add, ...set(pointer)];
}

function four(value: number): number[] {
  return v128Constant([...new Uint8Array(Float32Array.of(value, value, value, value).buffer)]);
}
