import { leak } from '../../src/core/language/syntax/network/activation.ts';
import type { ViewPlace } from './arc-gradients.ts';
import { type Classifier, classifierBackward, classifierForward, softmaxGradient } from './classifier.ts';
import type { TrainingNetwork } from './training-network.ts';

export interface LabelRoom {
  /** A word's dependant view and its head's head view, added up and bent: words × label. */
  readonly merged: number;
  readonly mask: number;
  readonly scores: number;
  readonly gradient: number;
}

/**
 * Scores the label of each word's arc. `place` is of the first word's dependant view, which its head view follows;
 * `headRows` is the row of each word's head, negative for the root.
 */
export function scoreLabels(
  net: TrainingNetwork,
  { views, width }: ViewPlace,
  headRows: Int32Array,
  share: number,
): void {
  const { space, parameters, shape, room, random } = net;
  const { arc, label } = shape;
  const f = space.floats;
  const root = parameters.of('root').at + arc;
  headRows.forEach((head, t) => {
    const own = views + t * width;
    const other = head < 0 ? root : views + head * width + label;
    for (let u = 0; u < label; u++) {
      const sum = f[own + u] + f[other + u];
      const kept = share > 0 ? (random() < share ? 0 : 1 / (1 - share)) : 1;
      const factor = sum < 0 ? leak * kept : kept;
      f[room.label.mask + t * label + u] = factor;
      f[room.label.merged + t * label + u] = sum * factor;
    }
  });
  classifierForward(space, labeller(net), room.label.merged, room.label.scores, headRows.length);
}

/** After `scoreLabels`: the loss of the gold labels; adds to all gradients. */
export function labelGradients(
  net: TrainingNetwork,
  { gradient, width }: ViewPlace,
  headRows: Int32Array,
  gold: Int32Array,
  weight: number,
): { loss: number; right: number } {
  const { space, parameters, shape, room } = net;
  const { arc, label } = shape;
  const f = space.floats;
  const own = room.label;
  const result = softmaxGradient(f, own.scores, labeller(net), gold, weight);
  f.fill(0, own.gradient, own.gradient + headRows.length * label);
  classifierBackward(space, labeller(net), own.merged, own.scores, own.gradient, headRows.length, room.scratch);
  const root = parameters.of('root').gradient + arc;
  headRows.forEach((head, t) => {
    const from = gradient + t * width;
    const to = head < 0 ? root : gradient + head * width + label;
    for (let u = 0; u < label; u++) {
      const slope = f[own.gradient + t * label + u] * f[own.mask + t * label + u];
      f[from + u] += slope;
      f[to + u] += slope;
    }
  });
  return result;
}

function labeller({ parameters, shape }: TrainingNetwork): Classifier {
  return { weights: parameters.of('labels'), bias: parameters.of('labels.bias'), classes: shape.labels };
}
