import { type MatrixSpace, type Multiply, transpose } from '../../../base/matrix.ts';
import { distanceBucket, padded } from './network-shape.ts';

/** The weights that score arcs: where they start in the floats of the space. */
export interface ArcWeights {
  readonly arcs: number;
  readonly bias: number;
  readonly root: number;
  readonly distance: number;
  /** Size of the two views of a word. */
  readonly size: number;
}

/** Room for one sentence's arcs. */
export interface ArcRoom {
  readonly dependants: number;
  readonly query: number;
  readonly heads: number;
  readonly headsTransposed: number;
  readonly scores: number;
}

export function placeArcRoom(space: MatrixSpace, wordsMax: number, size: number): ArcRoom {
  const rows = padded(wordsMax + 1);
  const at = (length: number): number => space.allocate(length).at;
  return {
    dependants: at(rows * size),
    query: at(rows * size),
    heads: at(rows * size),
    headsTransposed: at(rows * size),
    scores: at(rows * rows),
  };
}

/**
 * Scores every word as the head of every word of one sentence: column 0 of `room.scores` is the root, column j + 1 the
 * word j. `views` is the sentence's first row, `stride` apart from word to word: dependant view, then head view.
 * `weigh` multiplies by the arc weights, as they are stored. Returns the number of columns.
 */
export function scoreArcs(
  space: MatrixSpace,
  weigh: Multiply,
  { arcs, bias, root, distance, size }: ArcWeights,
  room: ArcRoom,
  views: number,
  stride: number,
  words: number,
): number {
  const f = space.floats;
  const columns = padded(words + 1);
  for (let i = 0; i < words; i++) {
    f.copyWithin(room.dependants + i * size, views + i * stride, views + i * stride + size);
    f.copyWithin(room.query + i * size, bias, bias + size);
    f.copyWithin(room.heads + (i + 1) * size, views + i * stride + size, views + i * stride + 2 * size);
  }
  f.copyWithin(room.heads, root, root + size);
  f.fill(0, room.heads + (words + 1) * size, room.heads + columns * size);
  weigh(room.dependants, arcs, room.query, words, size, size);
  transpose(f, room.heads, columns, size, room.headsTransposed);
  for (let i = 0; i < words; i++) {
    for (let j = 0; j < columns; j++) f[room.scores + i * columns + j] = f[distance + distanceBucket(i, j - 1)];
  }
  space.multiply(room.query, room.headsTransposed, room.scores, words, columns, size);
  return columns;
}
