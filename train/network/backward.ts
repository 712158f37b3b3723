import { classifierBackward } from './classifier.ts';
import { addGradient } from './embedding-table.ts';
import type { Batch } from './network-trainer.ts';
import { recurrentBackward } from './recurrent-backward.ts';
import type { TrainingNetwork } from './training-network.ts';

/** The way back of one batch after `forward`: adds to the gradients of all weights and embeddings. */
export function backward(net: TrainingNetwork, { words, bounds }: Batch, scales: Float32Array): void {
  const { space, shape, parameters, room } = net;
  const f = space.floats;
  const n = words.length;
  const width = 2 * shape.hidden;
  const viewWidth = 2 * shape.arc + 2 * shape.label;
  const of = parameters.of;
  multiplyInto(f, room.viewGradient, room.viewMask, n * viewWidth);
  let [above, below] = room.gradients;
  f.fill(0, above, above + n * width);
  const views = { weights: of('views'), bias: of('views.bias'), classes: 0 };
  classifierBackward(space, views, room.last, room.viewGradient, above, n, room.scratch);
  const namer = { weights: of('names'), bias: of('names.bias'), classes: 0 };
  classifierBackward(space, namer, room.last, room.nameScores, above, n, room.scratch);
  multiplyInto(f, above, room.masks[shape.layers], n * width);
  f.fill(0, room.lowerGradient, room.lowerGradient + n * width);
  const tagger = { weights: of('tags'), bias: of('tags.bias'), classes: 0 };
  classifierBackward(space, tagger, room.lower, room.tagScores, room.lowerGradient, n, room.scratch);
  multiplyInto(f, room.lowerGradient, room.lowerMask, n * width);
  for (let l = shape.layers - 1; l >= 0; l--) {
    const layer = { weights: of(`layer${l}`), gateWeights: of(`gates${l}`), hidden: shape.hidden };
    const places = { input: room.states[l], output: above, toInput: below, toDropped: room.droppedGradient };
    recurrentBackward(space, layer, room.layers[l], places, bounds, room.scratch);
    for (let i = 0; i < n * width; i++) f[below + i] += f[room.droppedGradient + i] * f[room.masks[l] + i];
    if (l === shape.layers - 1) for (let i = 0; i < n * width; i++) f[below + i] += f[room.lowerGradient + i];
    [above, below] = [below, above];
  }
  inputGradients(net, words, above, scales);
}

function inputGradients(net: TrainingNetwork, words: Batch['words'], gradient: number, scales: Float32Array): void {
  const { space, shape, parameters, room, embeddings } = net;
  const f = space.floats;
  const inputs = shape.vector + shape.embedding;
  const input = { weights: parameters.of('input'), bias: parameters.of('input.bias'), classes: 0 };
  f.fill(0, room.inputGradient, room.inputGradient + words.length * inputs);
  classifierBackward(space, input, room.inputs, gradient, room.inputGradient, words.length, room.scratch);
  words.forEach((word, t) => {
    if (scales[t] === 0) return;
    const row = room.inputGradient + t * inputs + shape.vector;
    for (let e = 0; e < shape.embedding; e++) f[row + e] *= scales[t];
    for (const r of word.rows) if (r >= 0) addGradient(embeddings, r, f, row);
  });
}

function multiplyInto(f: Float32Array, target: number, factors: number, length: number): void {
  for (let i = 0; i < length; i++) f[target + i] *= f[factors + i];
}
