import { type WasmFunction, wasm, wasmModule } from './wasm-module.ts';

/** What casus uses of the WebAssembly that every engine has; core's compiler settings know no host object. */
declare const WebAssembly: {
  Memory: new (descriptor: { initial: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, Kernel>> };
};
/** A kernel works on the memory; all of its parameters are whole numbers, its pointers count bytes. */
export type Kernel = (...parameters: number[]) => void;

/** Numbers in a workspace: where they start, counted in floats, and how many there are. */
export interface Tensor {
  readonly at: number;
  readonly length: number;
}

/**
 * Memory for matrices of 32-bit floats, and their product by a SIMD kernel. Floats add up in one fixed order, so that
 * every engine gives the same bytes. Rows lie one after another; the number of columns must be a multiple of 8.
 */
export interface MatrixSpace {
  readonly floats: Float32Array;
  allocate(length: number): Tensor;
  /** `c += a · b` with a of m × k, b of k × n and c of m × n; each pointer counts floats. */
  readonly multiply: Multiply;
  /** The same with a `b` that `packMatrix` has laid out: what does not change is packed once. */
  readonly multiplyPacked: Multiply;
  /** `c += a · b` with short numbers: a written by `shorten`, b by `packShort`; k is even. Twice as fast. */
  readonly multiplyShort: Multiply;
  /** The kernels that the space was made with, by name. */
  readonly kernels: Readonly<Record<string, Kernel>>;
}

export type Multiply = (a: number, b: number, c: number, m: number, n: number, k: number) => void;

const pageBytes = 65536;
/** Floats at the start of memory where the kernel packs eight columns of b. */
const packFloats = 8192;

/** Memory for `floatsMax` numbers, with further kernels for work between the products. */
export function matrixSpace(floatsMax: number, kernels: readonly WasmFunction[] = []): MatrixSpace {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(((floatsMax + packFloats) * 4) / pageBytes) + 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasmModule([...products(), ...kernels])), {
    env: { memory },
  });
  const { multiply, multiplyPacked, multiplyShort } = instance.exports;
  const floats = new Float32Array(memory.buffer);
  let next = packFloats;
  return {
    kernels: instance.exports,
    floats,
    allocate: length => {
      const at = next;
      next += Math.ceil(length / 8) * 8;
      if (next > floats.length) throw new Error(`matrix space: ${next} floats wanted, ${floats.length} there`);
      return { at, length };
    },
    multiply: (a, b, c, m, n, k) => multiply(4 * a, 4 * k, 4 * b, 4 * n, 4 * c, 4 * n, m, n, k),
    multiplyPacked: (a, b, c, m, n, k) => multiplyPacked(4 * a, 4 * k, 4 * b, 4 * n, 4 * c, 4 * n, m, n, k),
    multiplyShort: (a, b, c, m, n, k) => multiplyShort(4 * a, 2 * k + 4, 4 * b, 4 * n, 4 * c, 4 * n, m, n, k / 2),
  };
}

/** Lays out a matrix of k × n for `multiplyPacked`, in its own place. */
export function packMatrix({ floats }: MatrixSpace, at: number, k: number, n: number): void {
  const rows = floats.slice(at, at + k * n);
  for (let j = 0; j < n; j += 8) {
    for (let p = 0; p < k; p++) floats.set(rows.subarray(p * n + j, p * n + j + 8), at + j * k + p * 8);
  }
}

/** Writes the transpose of a matrix of rows × columns to `out`, in blocks that stay in the cache. */
export function transpose(f: Float32Array, from: number, rows: number, columns: number, out: number): void {
  for (let r0 = 0; r0 < rows; r0 += 16) {
    const r1 = Math.min(rows, r0 + 16);
    for (let c = 0; c < columns; c++) for (let r = r0; r < r1; r++) f[out + c * rows + r] = f[from + r * columns + c];
  }
}

const [a, lda, b, ldb, c, ldc, m, n, k] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const [i, j, p, from, packed, a0, a1, a2, a3, cAt, panel] = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19];
const firstVector = 20;
const { get, set, constant, add, multiply: times, greaterOrEqual, lessThan, loopUntil } = wasm;
const { v128Load, v128Load32Splat, v128Store, v128Constant, f32x4Add, f32x4Multiply } = wasm;
const { i32x4Add, i32x4DotI16x8, f32x4FromI32x4 } = wasm;

/** How a kernel multiplies two vectors and adds the product up. */
interface Arithmetic {
  readonly times: readonly number[];
  readonly plus: readonly number[];
  /** Short numbers are added up from 0 as whole ones, and each row of a has behind it what its sums count. */
  readonly short: boolean;
}
const floating: Arithmetic = { times: f32x4Multiply, plus: f32x4Add, short: false };
const whole: Arithmetic = { times: i32x4DotI16x8, plus: i32x4Add, short: true };

/** The product with a b as it is, with a packed one, and with short numbers, two rows of b at a time. */
function products(): WasmFunction[] {
  const kernelOf = (name: string, code: number[]): WasmFunction => ({
    name,
    parameters: 9,
    i32Locals: 11,
    v128Locals: 11,
    code,
  });
  // A packed b holds its eight columns from row to row, so that column j starts after j * k numbers.
  const packedPanel = [...get(b), ...get(j), ...get(k), ...times, ...constant(4), ...times, ...add, ...set(panel)];
  return [
    kernelOf('multiply', product([...constant(0), ...set(panel), ...packColumns()], floating)),
    kernelOf('multiplyPacked', product(packedPanel, floating)),
    kernelOf('multiplyShort', product(packedPanel, whole)),
  ];
}

/** Eight columns at a time: find or pack them, then four rows at a time, then the rows that are left. */
function product(panelCode: readonly number[], arithmetic: Arithmetic): number[] {
  return [
    ...constant(0),
    ...set(j),
    ...loopUntil(
      [...get(j), ...get(n), ...greaterOrEqual],
      [
        ...panelCode,
        ...constant(0),
        ...set(i),
        ...loopUntil([...get(m), ...get(i), ...constant(4), ...add, ...lessThan], tile(4, arithmetic)),
        ...loopUntil([...get(i), ...get(m), ...greaterOrEqual], tile(1, arithmetic)),
        ...increase(j, 8),
      ],
    ),
  ];
}

/** Copies eight columns of b to the start of memory, row after row. */
function packColumns(): number[] {
  return [
    ...[...get(b), ...get(j), ...constant(4), ...times, ...add, ...set(from)],
    ...[...constant(0), ...set(packed), ...constant(0), ...set(p)],
    ...loopUntil(
      [...get(p), ...get(k), ...greaterOrEqual],
      [
        ...[...get(packed), ...get(from), ...v128Load(0), ...v128Store(0)],
        ...[...get(packed), ...get(from), ...v128Load(16), ...v128Store(16)],
        ...[...get(from), ...get(ldb), ...add, ...set(from)],
        ...increase(packed, 32),
        ...increase(p, 1),
      ],
    ),
  ];
}

/** Adds the product to `rows` × 8 numbers of c, kept in registers. */
function tile(rows: 1 | 4, { times: product, plus, short }: Arithmetic): number[] {
  const pointers = [a0, a1, a2, a3].slice(0, rows);
  const sums = pointers.map((_, row) => [firstVector + 2 * row, firstVector + 2 * row + 1]);
  const [left, right, splat] = [firstVector + 8, firstVector + 9, firstVector + 10];
  const rowOf = (base: number, stride: number, row: number): number[] => [
    ...[...get(base), ...get(stride), ...get(i), ...constant(row), ...add, ...times, ...add],
  ];
  const cRow = (row: number): number[] => [
    ...[...rowOf(c, ldc, row), ...get(j), ...constant(4), ...times, ...add, ...set(cAt)],
  ];
  const start = pointers.flatMap((pointer, row) => [
    ...[...rowOf(a, lda, row), ...set(pointer), ...cRow(row)],
    ...sums[row].flatMap((sum, half) => [...(short ? zero : [...get(cAt), ...v128Load(16 * half)]), ...set(sum)]),
  ]);
  const step = pointers.flatMap((pointer, row) => [
    ...[...get(pointer), ...v128Load32Splat(0), ...set(splat)],
    ...[...get(sums[row][0]), ...get(splat), ...get(left), ...product, ...plus, ...set(sums[row][0])],
    ...[...get(sums[row][1]), ...get(splat), ...get(right), ...product, ...plus, ...set(sums[row][1])],
    ...increase(pointer, 4),
  ]);
  const finish = pointers.flatMap((_, row) => [
    ...cRow(row),
    // Behind the last number of its row a pointer stands at what the row's sums count.
    ...(short ? sums[row].flatMap((sum, half) => counted(sum, pointers[row], half)) : []),
    ...[...get(cAt), ...get(sums[row][0]), ...v128Store(0), ...get(cAt), ...get(sums[row][1]), ...v128Store(16)],
  ]);
  return [
    ...start,
    ...[...get(panel), ...set(packed), ...constant(0), ...set(p)],
    ...loopUntil(
      [...get(p), ...get(k), ...greaterOrEqual],
      [
        ...[...get(packed), ...v128Load(0), ...set(left), ...get(packed), ...v128Load(16), ...set(right)],
        ...step,
        ...increase(packed, 32),
        ...increase(p, 1),
      ],
    ),
    ...finish,
    ...increase(i, rows),
  ];
}

const zero = v128Constant(new Array<number>(16).fill(0));

/** Whole sums times what they count, added to what stands in c. */
function counted(sum: number, pointer: number, half: number): number[] {
  return [
    ...[...get(cAt), ...v128Load(16 * half), ...get(sum), ...f32x4FromI32x4],
    ...[...get(pointer), ...v128Load32Splat(0), ...f32x4Multiply, ...f32x4Add, ...set(sum)],
  ];
}

function increase(local: number, by: number): number[] {
  return [...get(local), ...constant(by), ...add, ...set(local)];
}
