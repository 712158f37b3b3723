import type { MatrixSpace } from '../../src/core/base/matrix.ts';
import { exponential } from '../arithmetic.ts';
import type { Trained } from './parameters.ts';
import { productOfTransposes, transposedProduct } from './products.ts';

/** A linear layer and a softmax over it, for words that have a gold class. */
export interface Classifier {
  readonly weights: Trained;
  readonly bias: Trained;
  readonly classes: number;
}

/** Scores of each row of `input`: rows × columns of the weights. */
export function classifierForward(
  space: MatrixSpace,
  { weights, bias }: Classifier,
  input: number,
  scores: number,
  rows: number,
): void {
  const { columns } = weights;
  for (let r = 0; r < rows; r++) space.floats.copyWithin(scores + r * columns, bias.at, bias.at + columns);
  space.multiply(input, weights.at, scores, rows, columns, weights.rows);
}

/** Turns scores into their gradient under cross-entropy, times `weight`; rows without gold (-1) get none. */
export function softmaxGradient(
  f: Float32Array,
  scores: number,
  { weights, classes }: Classifier,
  gold: Int32Array,
  weight: number,
): { loss: number; right: number } {
  return softmaxOver(f, scores, weights.columns, classes, gold, weight);
}

/** The same for scores of any width. */
export function softmaxOver(
  f: Float32Array,
  scores: number,
  columns: number,
  classes: number,
  gold: Int32Array,
  weight: number,
): { loss: number; right: number } {
  let loss = 0;
  let right = 0;
  for (let r = 0; r < gold.length; r++) {
    const at = scores + r * columns;
    if (gold[r] < 0) {
      f.fill(0, at, at + columns);
      continue;
    }
    let best = 0;
    for (let c = 1; c < classes; c++) if (f[at + c] > f[at + best]) best = c;
    const top = f[at + best];
    let sum = 0;
    for (let c = 0; c < classes; c++) sum += exponential(f[at + c] - top);
    loss -= f[at + gold[r]] - top - Math.log(sum);
    right += Number(best === gold[r]);
    for (let c = 0; c < classes; c++) f[at + c] = (exponential(f[at + c] - top) / sum - Number(c === gold[r])) * weight;
    f.fill(0, at + classes, at + columns);
  }
  return { loss, right };
}

/** From the gradient of the scores: adds to the gradients of weights and bias, and to that of the input. */
export function classifierBackward(
  space: MatrixSpace,
  { weights, bias }: Classifier,
  input: number,
  scoreGradient: number,
  inputGradient: number,
  rows: number,
  scratch: number,
): void {
  const { columns } = weights;
  const f = space.floats;
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) f[bias.gradient + c] += f[scoreGradient + r * columns + c];
  transposedProduct(space, input, scoreGradient, weights.gradient, rows, weights.rows, columns, scratch);
  productOfTransposes(space, scoreGradient, weights.at, inputGradient, rows, weights.rows, columns, scratch);
}
