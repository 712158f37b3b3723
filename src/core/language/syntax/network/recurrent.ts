import type { Multiply } from '../../../base/matrix.ts';

/** The weights of one recurrent layer: where they start in the floats of the space. */
export interface RecurrentWeights {
  /** 2H × 6H: candidate, forget and reset of the one direction, then of the other. */
  readonly weights: number;
  /** Per direction: memory's weight in forget and in reset, bias of forget and of reset; H numbers each. */
  readonly gateWeights: number;
  readonly hidden: number;
}

/** Where one recurrent layer works. */
export interface RecurrentRoom {
  /** What the gates are computed from, with dropout in training: tokens × 2H. */
  readonly dropped: number;
  /** Candidate, forget and reset of both directions: tokens × 6H. */
  readonly gates: number;
  /** Memory: tokens × 2H. */
  readonly memory: number;
}

/**
 * A simple recurrent layer in both directions: the gates come from one product over all tokens; only the memory goes
 * from word to word. `input` and `output` are tokens × 2H; `bounds` holds the first row of each sentence and the end.
 */
export function recurrentForward(
  f: Float32Array,
  multiply: Multiply,
  { weights, gateWeights, hidden: H }: RecurrentWeights,
  room: RecurrentRoom,
  input: number,
  output: number,
  bounds: readonly number[],
  sigmoid: (x: number) => number,
): void {
  const tokens = bounds[bounds.length - 1];
  f.fill(0, room.gates, room.gates + tokens * 6 * H);
  multiply(room.dropped, weights, room.gates, tokens, 6 * H, 2 * H);
  for (let direction = 0; direction < 2; direction++) {
    const w = gateWeights + direction * 4 * H;
    for (let s = 0; s + 1 < bounds.length; s++) {
      const length = bounds[s + 1] - bounds[s];
      let before = -1;
      for (let step = 0; step < length; step++) {
        const t = direction === 0 ? bounds[s] + step : bounds[s + 1] - 1 - step;
        const g = room.gates + t * 6 * H + direction * 3 * H;
        const side = t * 2 * H + direction * H;
        for (let u = 0; u < H; u++) {
          const last = before < 0 ? 0 : f[before + u];
          const forget = sigmoid(f[g + H + u] + f[w + u] * last + f[w + 2 * H + u]);
          const reset = sigmoid(f[g + 2 * H + u] + f[w + H + u] * last + f[w + 3 * H + u]);
          const now = forget * last + (1 - forget) * f[g + u];
          f[g + H + u] = forget;
          f[g + 2 * H + u] = reset;
          f[room.memory + side + u] = now;
          f[output + side + u] = reset * now + (1 - reset) * f[input + side + u];
        }
        before = room.memory + side;
      }
    }
  }
}
