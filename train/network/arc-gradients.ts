import { type MatrixSpace, transpose } from '../../src/core/base/matrix.ts';
import type { ArcRoom } from '../../src/core/language/syntax/network/arc-scores.ts';
import { distanceBucket, padded } from '../../src/core/language/syntax/network/network-shape.ts';
import { softmaxOver } from './classifier.ts';
import type { Parameters } from './parameters.ts';

/** More room for the way back of one sentence. */
export interface ArcGradientRoom {
  readonly scratch: number;
  readonly queryGradient: number;
  readonly headGradient: number;
}

export function placeArcGradientRoom(space: MatrixSpace, words: number, arc: number): ArcGradientRoom {
  const rows = padded(words + 1);
  const at = (length: number): number => space.allocate(length).at;
  return { scratch: at(Math.max(rows * rows, arc * arc)), queryGradient: at(rows * arc), headGradient: at(rows * arc) };
}

/** The views of a sentence's first word and their gradient, and how far the next word's are. */
export interface ViewPlace {
  readonly views: number;
  readonly gradient: number;
  readonly width: number;
}

/** After `scoreArcs`: the loss of the gold heads (-1 root, -2 unknown); adds to all gradients, those of the views too. */
export function arcGradients(
  space: MatrixSpace,
  parameters: Parameters,
  room: ArcRoom & ArcGradientRoom,
  { views, gradient: viewGradient, width: stride }: ViewPlace,
  heads: Int32Array,
  arc: number,
  weight: number,
): { loss: number; right: number } {
  const f = space.floats;
  const words = heads.length;
  const columns = padded(words + 1);
  const [weights, bias, root] = [parameters.of('arcs'), parameters.of('arcs.bias'), parameters.of('root')];
  for (let i = 0; i < words; i++) f[room.scores + i * columns + i + 1] = -1e9;
  const gold = heads.map(head => head + 1);
  const result = softmaxOver(f, room.scores, columns, words + 1, gold, weight);
  const distance = parameters.of('distance').gradient;
  for (let i = 0; i < words; i++) {
    for (let j = 0; j <= words; j++) f[distance + distanceBucket(i, j - 1)] += f[room.scores + i * columns + j];
  }
  f.fill(0, room.queryGradient, room.queryGradient + words * arc);
  space.multiply(room.scores, room.heads, room.queryGradient, words, arc, columns);
  f.fill(0, room.headGradient, room.headGradient + columns * arc);
  transpose(f, room.scores, words, columns, room.scratch);
  space.multiply(room.scratch, room.query, room.headGradient, columns, arc, words);
  for (let u = 0; u < arc; u++) f[root.gradient + u] += f[room.headGradient + u];
  // The query came from the dependant views by `arcs`: their gradients, and those of the matrix and its bias.
  const dependants = room.headsTransposed;
  for (let i = 0; i < words; i++) {
    for (let u = 0; u < arc; u++) {
      f[viewGradient + i * stride + arc + u] += f[room.headGradient + (i + 1) * arc + u];
      f[bias.gradient + u] += f[room.queryGradient + i * arc + u];
      f[dependants + u * words + i] = f[views + i * stride + u];
    }
  }
  space.multiply(dependants, room.queryGradient, weights.gradient, arc, arc, words);
  transpose(f, weights.at, arc, arc, room.scratch);
  f.fill(0, room.query, room.query + words * arc);
  space.multiply(room.queryGradient, room.scratch, room.query, words, arc, arc);
  for (let i = 0; i < words; i++) {
    for (let u = 0; u < arc; u++) f[viewGradient + i * stride + u] += f[room.query + i * arc + u];
  }
  return result;
}
