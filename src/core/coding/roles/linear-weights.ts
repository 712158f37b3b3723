/** Weights of a linear model over hashed features: `outputs` numbers for each of `2^bits` slots, and a bias for each output. */
export interface LinearWeights {
  readonly outputs: number;
  readonly bits: number;
  readonly values: Float32Array | Int16Array | Int8Array;
  /** What a value is divided by. */
  readonly scale: number;
  readonly bias: ArrayLike<number>;
}

/** The log odds of every output. */
export function oddsOf({ outputs, bits, values, scale, bias }: LinearWeights, features: Int32Array): number[] {
  const mask = 2 ** bits - 1;
  const sums = new Array<number>(outputs).fill(0);
  for (let k = 0; k < features.length; k++) {
    const at = (features[k] & mask) * outputs;
    for (let o = 0; o < outputs; o++) sums[o] += values[at + o];
  }
  return sums.map((sum, o) => sum / scale + bias[o]);
}
