import { leak } from '../../src/core/language/syntax/network/activation.ts';
import { type ArcWeights, scoreArcs } from '../../src/core/language/syntax/network/arc-scores.ts';
import { recurrentForward } from '../../src/core/language/syntax/network/recurrent.ts';
import { unpackVector, vectorDimensions } from '../../src/core/language/syntax/network/word-input.ts';
import { arcGradients } from './arc-gradients.ts';
import { classifierForward, softmaxGradient } from './classifier.ts';
import { labelGradients, scoreLabels } from './label-scorer.ts';
import type { Batch } from './network-trainer.ts';
import type { TrainingNetwork } from './training-network.ts';

/** Words and right answers of one batch, layer by layer, and the sum of all losses. */
export interface BatchResult {
  readonly words: number;
  readonly loss: number;
  readonly tagsRight: number;
  readonly namesRight: number;
  readonly headsRight: number;
  readonly labelsRight: number;
}

/**
 * The whole way forward, up to the gradients of all scores: what they are scored from is left in the room for the way
 * back. `training` turns dropout on. Returns how each word's embeddings were scaled, too.
 */
export function forward(net: TrainingNetwork, batch: Batch, training: boolean): BatchResult & { scales: Float32Array } {
  const share = training ? net.dropout : 0;
  const scales = readInputs(net, batch, training);
  encode(net, batch, share);
  const { space, shape, parameters, room } = net;
  const { words, tags, names } = batch;
  const n = words.length;
  const of = parameters.of;
  const tagger = { weights: of('tags'), bias: of('tags.bias'), classes: shape.tags };
  const namer = { weights: of('names'), bias: of('names.bias'), classes: shape.names };
  classifierForward(space, tagger, room.lower, room.tagScores, n);
  classifierForward(space, namer, room.last, room.nameScores, n);
  const tagged = softmaxGradient(space.floats, room.tagScores, tagger, tags, 1 / n);
  const named = softmaxGradient(space.floats, room.nameScores, namer, names, net.nameWeight / n);
  makeViews(net, n, share);
  const arcs = scoreTrees(net, batch);
  const labels = scoreRelations(net, batch, share);
  return {
    words: n,
    loss: tagged.loss + named.loss + arcs.loss + labels.loss,
    tagsRight: tagged.right,
    namesRight: named.right,
    headsRight: arcs.right,
    labelsRight: labels.right,
    scales,
  };
}

/** Scores of the names only, as they are: they are left in the room, a row for each word. */
export function forwardNames(net: TrainingNetwork, batch: Batch): void {
  readInputs(net, batch, false);
  encode(net, batch, 0);
  const { space, shape, parameters, room } = net;
  const namer = { weights: parameters.of('names'), bias: parameters.of('names.bias'), classes: shape.names };
  classifierForward(space, namer, room.last, room.nameScores, batch.words.length);
}

/** Writes each word's vector and embeddings; in training some words lose one or the other. */
function readInputs(net: TrainingNetwork, { words }: Batch, training: boolean): Float32Array {
  const { space, shape, room, embeddings, table, random } = net;
  const f = space.floats;
  const width = shape.vector + shape.embedding;
  const drop = (): number => (!training ? 1 : random() < net.wordDropout ? 0 : 1 / (1 - net.wordDropout));
  const scales = new Float32Array(words.length);
  words.forEach((word, t) => {
    const row = room.inputs + t * width;
    f.fill(0, row, row + width);
    const vectorScale = drop();
    const scale = drop();
    scales[t] = scale;
    if (word.rank >= 0 && vectorScale > 0) {
      unpackVector(table.packed, word.rank, vectorDimensions, f, row);
      for (let d = 0; d < vectorDimensions; d++) f[row + d] *= vectorScale;
    }
    if (scale === 0) return;
    for (const r of word.rows) {
      if (r < 0) continue;
      const from = r * shape.embedding;
      for (let e = 0; e < shape.embedding; e++) f[row + shape.vector + e] += embeddings.values[from + e] * scale;
    }
  });
  return scales;
}

function encode(net: TrainingNetwork, { words, bounds }: Batch, share: number): void {
  const { space, shape, parameters, room, sigmoid } = net;
  const width = 2 * shape.hidden;
  const input = { weights: parameters.of('input'), bias: parameters.of('input.bias'), classes: width };
  classifierForward(space, input, room.inputs, room.states[0], words.length);
  room.layers.forEach((layer, l) => {
    drop(net, room.states[l], room.masks[l], layer.dropped, bounds, share);
    const [weights, gateWeights] = [parameters.of(`layer${l}`).at, parameters.of(`gates${l}`).at];
    const own = { weights, gateWeights, hidden: shape.hidden };
    recurrentForward(space.floats, space.multiply, own, layer, room.states[l], room.states[l + 1], bounds, sigmoid);
  });
  drop(net, room.states[shape.layers], room.masks[shape.layers], room.last, bounds, share);
  drop(net, room.states[shape.layers - 1], room.lowerMask, room.lower, bounds, share);
}

/** Fills a mask with one pattern a sentence, and writes the masked matrix of width 2H. */
function drop(
  { space, shape, random }: TrainingNetwork,
  from: number,
  mask: number,
  to: number,
  bounds: readonly number[],
  share: number,
): void {
  const f = space.floats;
  const columns = 2 * shape.hidden;
  for (let s = 0; s + 1 < bounds.length; s++) {
    const first = mask + bounds[s] * columns;
    for (let u = 0; u < columns; u++) f[first + u] = share > 0 && random() < share ? 0 : 1 / (1 - share);
    for (let t = bounds[s] + 1; t < bounds[s + 1]; t++) f.copyWithin(mask + t * columns, first, first + columns);
  }
  const length = bounds[bounds.length - 1] * columns;
  for (let i = 0; i < length; i++) f[to + i] = f[from + i] * f[mask + i];
}

/** The views of a word: those of an arc are bent and dropped here, those of a label after they are added up. */
function makeViews({ space, shape, parameters, room, random }: TrainingNetwork, words: number, share: number): void {
  const f = space.floats;
  const { arc, label } = shape;
  const width = 2 * arc + 2 * label;
  const classifier = { weights: parameters.of('views'), bias: parameters.of('views.bias'), classes: width };
  classifierForward(space, classifier, room.last, room.views, words);
  for (let t = 0; t < words; t++) {
    for (let u = 0; u < width; u++) {
      const i = t * width + u;
      const kept = u < 2 * arc && share > 0 ? (random() < share ? 0 : 1 / (1 - share)) : 1;
      const factor = u < 2 * arc && f[room.views + i] < 0 ? leak * kept : kept;
      f[room.viewMask + i] = factor;
      f[room.views + i] *= factor;
    }
  }
  f.fill(0, room.viewGradient, room.viewGradient + words * width);
}

function scoreTrees(
  { space, shape, parameters, room }: TrainingNetwork,
  batch: Batch,
): { loss: number; right: number } {
  const width = 2 * shape.arc + 2 * shape.label;
  const at = (name: string): number => parameters.of(name).at;
  const weights: ArcWeights = {
    arcs: at('arcs'),
    bias: at('arcs.bias'),
    root: at('root'),
    distance: at('distance'),
    size: shape.arc,
  };
  let loss = 0;
  let right = 0;
  batch.sentences.forEach(({ heads }, s) => {
    if (heads.length === 0 || heads[0] === -2) return;
    const views = room.views + batch.bounds[s] * width;
    const gradient = room.viewGradient + batch.bounds[s] * width;
    scoreArcs(space, space.multiply, weights, room.arcs, views, width, heads.length);
    const own = arcGradients(
      space,
      parameters,
      room.arcs,
      { views, gradient, width },
      heads,
      shape.arc,
      1 / batch.words.length,
    );
    loss += own.loss;
    right += own.right;
  });
  return { loss, right };
}

function scoreRelations(
  net: TrainingNetwork,
  { words, headRows, labels }: Batch,
  share: number,
): { loss: number; right: number } {
  const { shape, room } = net;
  const width = 2 * shape.arc + 2 * shape.label;
  const place = { views: room.views + 2 * shape.arc, gradient: room.viewGradient + 2 * shape.arc, width };
  scoreLabels(net, place, headRows, share);
  return labelGradients(net, place, headRows, labels, 1 / words.length);
}
