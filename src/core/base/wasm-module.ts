/**
 * Writes small WebAssembly modules as bytes, so that a kernel needs no compiler, no file and no dependency.
 * A function's code is a flat list of numbers: opcodes with their operands already encoded.
 */
export interface WasmFunction {
  readonly name: string;
  /** Number of parameters, all i32. */
  readonly parameters: number;
  /** How many more i32 locals and v128 locals the code uses, numbered after the parameters in this order. */
  readonly i32Locals: number;
  readonly v128Locals: number;
  readonly code: readonly number[];
}

const i32 = 0x7f;
const v128 = 0x7b;

/** A module that imports its memory as `env.memory` and exports these functions; none returns a value. */
export function wasmModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [0x60, ...vector(new Array(parameters).fill([i32])), 0]);
  const memory = [...name('env'), ...name('memory'), 2, 0, 1];
  const exports = functions.map((f, i) => [...name(f.name), 0, ...unsigned(i)]);
  const bodies = functions.map(f => {
    const locals = vector([
      [...unsigned(f.i32Locals), i32],
      [...unsigned(f.v128Locals), v128],
    ]);
    return sized([...locals, ...f.code, 0x0b]);
  });
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(types)),
    ...section(2, vector([memory])),
    ...section(3, vector(functions.map((_, i) => unsigned(i)))),
    ...section(7, vector(exports)),
    ...section(10, vector(bodies)),
  ]);
}

/** Instructions, by the names of the specification. */
export const wasm = {
  get: (local: number): number[] => [0x20, ...unsigned(local)],
  set: (local: number): number[] => [0x21, ...unsigned(local)],
  constant: (value: number): number[] => [0x41, ...signed(value)],
  add: [0x6a],
  subtract: [0x6b],
  multiply: [0x6c],
  lessThan: [0x48],
  greaterOrEqual: [0x4e],
  loadF32: [0x2a, 2, 0],
  /** `block { loop { … } }` with the loop's own exit test first: jumps out when it leaves a non-zero number. */
  loopUntil: (exit: readonly number[], body: readonly number[]): number[] => [
    ...[0x02, 0x40, 0x03, 0x40],
    ...exit,
    ...[0x0d, 1],
    ...body,
    ...[0x0c, 0, 0x0b, 0x0b],
  ],
  v128Load: (offset: number): number[] => [0xfd, 0, 4, ...unsigned(offset)],
  v128Load32Splat: (offset: number): number[] => [0xfd, 9, 2, ...unsigned(offset)],
  v128Store: (offset: number): number[] => [0xfd, 11, 4, ...unsigned(offset)],
  v128Constant: (bytes: readonly number[]): number[] => [0xfd, 12, ...bytes],
  f32Max: [0x97],
  f32Store: [0x38, 2, 0],
  f32x4Splat: [0xfd, 0x13],
  f32x4Lane: (lane: number): number[] => [0xfd, 0x1f, lane],
  f32x4Nearest: [0xfd, 0x6a],
  f32x4Absolute: [0xfd, 0xe0, 1],
  f32x4Negate: [0xfd, 0xe1, 1],
  f32x4Add: [0xfd, 0xe4, 1],
  f32x4Subtract: [0xfd, 0xe5, 1],
  f32x4Multiply: [0xfd, 0xe6, 1],
  f32x4Divide: [0xfd, 0xe7, 1],
  f32x4Min: [0xfd, 0xe8, 1],
  f32x4Max: [0xfd, 0xe9, 1],
  i32x4ShiftLeft: [0xfd, 0xab, 1],
  i32x4Add: [0xfd, 0xae, 1],
  i32x4FromF32x4: [0xfd, 0xf8, 1],
  f32x4FromI32x4: [0xfd, 0xfa, 1],
  i16x8FromI32x4: [0xfd, 0x85, 1],
  /** Of two times eight numbers of 16 bits: the four sums of the products of two neighbours. */
  i32x4DotI16x8: [0xfd, 0xba, 1],
};

function section(id: number, content: readonly number[]): number[] {
  return [id, ...sized(content)];
}

function sized(content: readonly number[]): number[] {
  return [...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function name(text: string): number[] {
  return sized([...text].map(char => char.charCodeAt(0)));
}

/** LEB128 without sign. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  return [...bytes, rest];
}

/** LEB128 with sign. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 63 || rest < -64) {
    bytes.push((rest & 127) | 128);
    rest >>= 7;
  }
  return [...bytes, rest & 127];
}
