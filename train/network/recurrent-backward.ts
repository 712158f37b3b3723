import type { MatrixSpace } from '../../src/core/base/matrix.ts';
import type { RecurrentRoom } from '../../src/core/language/syntax/network/recurrent.ts';
import type { Trained } from './parameters.ts';
import { productOfTransposes, transposedProduct } from './products.ts';

export interface RecurrentLayer {
  readonly weights: Trained;
  /** Per direction: forget memory weight, reset memory weight, forget bias, reset bias; H each. */
  readonly gateWeights: Trained;
  readonly hidden: number;
}

/** The layer's input, and the gradients of its output, of its input by the highway, and of its input with dropout. */
export interface RecurrentGradients {
  readonly input: number;
  readonly output: number;
  readonly toInput: number;
  readonly toDropped: number;
}

/**
 * The way back through `recurrentForward`: takes the gradient of the output, adds to the gradients of the weights,
 * overwrites the gates with their gradients, and writes both gradients of the input.
 */
export function recurrentBackward(
  space: MatrixSpace,
  { weights, gateWeights, hidden: H }: RecurrentLayer,
  room: RecurrentRoom,
  { input, output, toInput, toDropped }: RecurrentGradients,
  bounds: readonly number[],
  scratch: number,
): void {
  const f = space.floats;
  const tokens = bounds[bounds.length - 1];
  const carry = new Float32Array(H);
  for (let direction = 0; direction < 2; direction++) {
    const w = gateWeights.at + direction * 4 * H;
    const dw = gateWeights.gradient + direction * 4 * H;
    for (let s = 0; s + 1 < bounds.length; s++) {
      const length = bounds[s + 1] - bounds[s];
      carry.fill(0);
      for (let step = length - 1; step >= 0; step--) {
        const t = direction === 0 ? bounds[s] + step : bounds[s + 1] - 1 - step;
        const before = step === 0 ? -1 : direction === 0 ? t - 1 : t + 1;
        const g = room.gates + t * 6 * H + direction * 3 * H;
        const side = direction * H;
        const c = room.memory + t * 2 * H + side;
        const last = room.memory + before * 2 * H + side;
        for (let u = 0; u < H; u++) {
          const at = t * 2 * H + side + u;
          const previous = before < 0 ? 0 : f[last + u];
          const forget = f[g + H + u];
          const reset = f[g + 2 * H + u];
          const dh = f[output + at];
          const dReset = dh * (f[c + u] - f[input + at]) * reset * (1 - reset);
          const dc = dh * reset + carry[u];
          const dForget = dc * (previous - f[g + u]) * forget * (1 - forget);
          f[toInput + at] = dh * (1 - reset);
          f[g + u] = dc * (1 - forget);
          f[g + H + u] = dForget;
          f[g + 2 * H + u] = dReset;
          f[dw + u] += dForget * previous;
          f[dw + H + u] += dReset * previous;
          f[dw + 2 * H + u] += dForget;
          f[dw + 3 * H + u] += dReset;
          carry[u] = dc * forget + dForget * f[w + u] + dReset * f[w + H + u];
        }
      }
    }
  }
  transposedProduct(space, room.dropped, room.gates, weights.gradient, tokens, 2 * H, 6 * H, scratch);
  f.fill(0, toDropped, toDropped + tokens * 2 * H);
  productOfTransposes(space, room.gates, weights.at, toDropped, tokens, 2 * H, 6 * H, scratch);
}
