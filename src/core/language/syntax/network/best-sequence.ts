import type { Scores } from './network.ts';

/**
 * How well one class follows another: `transitions[before * classes + after]`, the row after the last for the first word;
 * minus infinity where it cannot.
 */
export type Transitions = Float32Array;

/** The sequence of classes with the highest sum of scores and transitions, for the rows `[from, to)`. */
export function bestSequence(
  { floats, at, columns, classes }: Scores,
  from: number,
  to: number,
  transitions: Transitions,
): Int32Array {
  const length = to - from;
  const sums = new Float64Array(length * classes);
  const links = new Int32Array(length * classes);
  for (let i = 0; i < length; i++) {
    const row = at + (from + i) * columns;
    for (let c = 0; c < classes; c++) {
      let best = transitions[classes * classes + c];
      if (i > 0) {
        best = Number.NEGATIVE_INFINITY;
        for (let b = 0; b < classes; b++) {
          const sum = sums[(i - 1) * classes + b] + transitions[b * classes + c];
          if (sum <= best) continue;
          best = sum;
          links[i * classes + c] = b;
        }
      }
      sums[i * classes + c] = floats[row + c] + best;
    }
  }
  const result = new Int32Array(length);
  const last = (length - 1) * classes;
  for (let c = 1; c < classes; c++) if (sums[last + c] > sums[last + result[length - 1]]) result[length - 1] = c;
  for (let i = length - 1; i > 0; i--) result[i - 1] = links[i * classes + result[i]];
  return result;
}
