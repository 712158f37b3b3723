import { type WasmFunction, wasm } from '../../../base/wasm-module.ts';

const { get, set, constant, add, subtract, multiply, greaterOrEqual, loopUntil, v128Load, v128Store, v128Constant } =
  wasm;
const { f32x4Add, f32x4Subtract, f32x4Multiply, f32x4Divide, f32x4Negate, f32x4Nearest, f32x4Min, f32x4Max } = wasm;
const { i32x4Add, i32x4FromF32x4, i32x4ShiftLeft } = wasm;

const [gates, weights, input, output, last, memory, bytes, words, step] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const [at, end, g1, g2, w1, w2, w3] = [9, 10, 11, 12, 13, 14, 15];
const [before, forget, reset, now, x, whole, part] = [16, 17, 18, 19, 20, 21, 22];

/**
 * One sentence in one direction of a recurrent layer, four units at a time; see `recurrentForward` for what it computes.
 * Parameters: pointers to the first word's gates, the direction's gate weights, the first word's input and output, zeros
 * for the memory before it, and its memory; the bytes of H numbers; how many words; and 1 to go on to the next word each
 * time, -1 to go back.
 */
export const recurrentKernel: WasmFunction = {
  name: 'recur',
  parameters: 9,
  i32Locals: 7,
  v128Locals: 7,
  code: [
    ...[...get(weights), ...get(bytes), ...add, ...set(w1), ...get(w1), ...get(bytes), ...add, ...set(w2)],
    ...[...get(w2), ...get(bytes), ...add, ...set(w3)],
    ...[...get(bytes), ...set(end), ...get(step), ...get(bytes), ...multiply, ...set(step)],
    ...loopUntil(
      [...constant(0), ...get(words), ...greaterOrEqual],
      [
        ...[...get(gates), ...get(bytes), ...add, ...set(g1), ...get(g1), ...get(bytes), ...add, ...set(g2)],
        ...[...constant(0), ...set(at)],
        ...loopUntil([...get(at), ...get(end), ...greaterOrEqual], fourUnits()),
        ...[...get(memory), ...set(last), ...move(gates, 6), ...move(input, 2), ...move(output, 2), ...move(memory, 2)],
        ...[...get(words), ...constant(1), ...subtract, ...set(words)],
      ],
    ),
  ],
};

function fourUnits(): number[] {
  return [
    ...[...load(last), ...set(before)],
    ...gate(g1, weights, w2, forget),
    ...gate(g2, w1, w3, reset),
    // now = candidate + forget * (before - candidate)
    ...[
      ...load(gates),
      ...get(forget),
      ...get(before),
      ...load(gates),
      ...f32x4Subtract,
      ...f32x4Multiply,
      ...f32x4Add,
    ],
    ...set(now),
    ...[...pointer(memory), ...get(now), ...v128Store(0)],
    // output = input + reset * (now - input)
    ...[...load(input), ...set(x), ...pointer(output), ...get(x)],
    ...[...get(reset), ...get(now), ...get(x), ...f32x4Subtract, ...f32x4Multiply, ...f32x4Add, ...v128Store(0)],
    ...[...get(at), ...constant(16), ...add, ...set(at)],
  ];
}

/** Moves a pointer to the next word, so many times H numbers away. */
function move(base: number, by: number): number[] {
  return [...get(base), ...get(step), ...constant(by), ...multiply, ...add, ...set(base)];
}

/** `target = sigmoid(own + memoryWeight * before + bias)`. */
function gate(own: number, memoryWeight: number, bias: number, target: number): number[] {
  return [
    ...[...load(own), ...load(memoryWeight), ...get(before), ...f32x4Multiply, ...f32x4Add],
    ...[...load(bias), ...f32x4Add, ...set(x)],
    ...sigmoidOfX(target),
  ];
}

/** 1 / (1 + e^-x): e^-x as a power of two times a short series, which is the same on every engine. */
function sigmoidOfX(target: number): number[] {
  const series = [1 / 120, 1 / 24, 1 / 6, 1 / 2, 1, 1];
  return [
    ...[
      ...get(x),
      ...splat(-30),
      ...f32x4Max,
      ...splat(30),
      ...f32x4Min,
      ...f32x4Negate,
      ...splat(Math.LOG2E),
      ...f32x4Multiply,
    ],
    ...[...set(x), ...get(x), ...f32x4Nearest, ...set(whole)],
    ...[...get(x), ...get(whole), ...f32x4Subtract, ...splat(Math.LN2), ...f32x4Multiply, ...set(part)],
    ...splat(series[0]),
    ...series.slice(1).flatMap(term => [...get(part), ...f32x4Multiply, ...splat(term), ...f32x4Add]),
    ...[
      ...get(whole),
      ...i32x4FromF32x4,
      ...integers(127),
      ...i32x4Add,
      ...constant(23),
      ...i32x4ShiftLeft,
      ...f32x4Multiply,
    ],
    ...set(part),
    ...[...splat(1), ...splat(1), ...get(part), ...f32x4Add, ...f32x4Divide, ...set(target)],
  ];
}

function pointer(base: number): number[] {
  return [...get(base), ...get(at), ...add];
}

function load(base: number): number[] {
  return [...pointer(base), ...v128Load(0)];
}

function splat(value: number): number[] {
  return v128Constant([...new Uint8Array(Float32Array.of(value, value, value, value).buffer)]);
}

function integers(value: number): number[] {
  return v128Constant([...new Uint8Array(Int32Array.of(value, value, value, value).buffer)]);
}
