import type { LinearWeights } from '../../src/core/coding/roles/linear-weights.ts';
import { exponential } from '../arithmetic.ts';
import { seededRandom, shuffle } from '../random.ts';

/** How a logistic regression is learned: AdaGrad over hashed features, one output or several that share their features. */
export interface Course {
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  /** A pull of every weight towards zero. */
  readonly pull: number;
  /** Log odds that an untrained model gives. */
  readonly bias: number;
  /** Models learned from different orders, whose mean is taken; 1 where it is not said. */
  readonly models?: number;
}

/** Something to learn from: hashed features and, for each output, how far it is so. */
export interface Lesson {
  readonly features: Int32Array;
  readonly labels: readonly number[];
}

/** Weights while they are learned. */
export interface LearntWeights extends LinearWeights {
  readonly values: Float32Array;
  readonly bias: Float32Array;
}

/** Learns all outputs at once. The same lessons and course give the same weights. */
export function learn(lessons: readonly Lesson[], outputs: number, course: Course): LearntWeights {
  const models = Array.from({ length: course.models ?? 1 }, (_, seed) => learnOnce(lessons, outputs, course, seed + 1));
  const [first, ...others] = models;
  for (const { values, bias } of others) {
    for (let i = 0; i < values.length; i++) first.values[i] += values[i];
    for (let i = 0; i < outputs; i++) first.bias[i] += bias[i];
  }
  for (let i = 0; i < first.values.length; i++) first.values[i] /= models.length;
  for (let i = 0; i < outputs; i++) first.bias[i] /= models.length;
  return first;
}

function learnOnce(lessons: readonly Lesson[], outputs: number, course: Course, seed: number): LearntWeights {
  const size = 2 ** course.bits;
  const mask = size - 1;
  const values = new Float32Array(size * outputs);
  const squares = new Float32Array(size * outputs).fill(1);
  const bias = new Float32Array(outputs).fill(course.bias);
  const biasSquares = new Float32Array(outputs).fill(1);
  const sums = new Float64Array(outputs);
  const random = seededRandom(seed);
  const order = lessons.map((_, index) => index);
  for (let epoch = 0; epoch < course.epochs; epoch++) {
    for (const index of shuffle(order, random)) {
      const { features, labels } = lessons[index];
      sums.set(bias);
      for (let k = 0; k < features.length; k++) {
        const at = (features[k] & mask) * outputs;
        for (let o = 0; o < outputs; o++) sums[o] += values[at + o];
      }
      for (let o = 0; o < outputs; o++) {
        const slope = chanceOf(sums[o]) - labels[o];
        if (Math.abs(slope) < slopeMin) continue;
        for (let k = 0; k < features.length; k++) {
          const at = (features[k] & mask) * outputs + o;
          const step = slope + course.pull * values[at];
          squares[at] += step * step;
          values[at] -= (course.rate * step) / Math.sqrt(squares[at]);
        }
        biasSquares[o] += slope * slope;
        bias[o] -= (course.rate * slope) / Math.sqrt(biasSquares[o]);
      }
    }
  }
  return { outputs, bits: course.bits, values, scale: 1, bias };
}

/** What is already known so well teaches nothing. */
const slopeMin = 2e-4;

function chanceOf(odds: number): number {
  return odds < 0 ? 1 - 1 / (1 + exponential(odds)) : 1 / (1 + exponential(-odds));
}
