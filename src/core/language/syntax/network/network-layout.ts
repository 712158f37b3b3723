import { type MatrixSpace, matrixSpace, packMatrix } from '../../../base/matrix.ts';
import { type ModelFile, sectionOf } from '../../../base/model-file.ts';
import { type ArcRoom, placeArcRoom } from './arc-scores.ts';
import { type NetworkShape, networkParameters, padded, shapeOf } from './network-shape.ts';
import { recurrentKernel } from './recurrent-kernel.ts';

/** Most words that go through a network in one piece; longer work is split between sentences. */
export const pieceWordsMax = 512;

/** Where the weights and the room of a network lie in its space. */
export interface NetworkLayout {
  readonly space: MatrixSpace;
  readonly shape: NetworkShape;
  readonly weights: ReadonlyMap<string, number>;
  readonly inputs: number;
  readonly states: readonly [number, number];
  readonly gates: number;
  readonly memory: number;
  /** Numbers that stay 0: the memory before the first word. */
  readonly nothing: number;
  readonly views: number;
  /** Scores of each word's tags, names and label, and what the label is scored from. */
  readonly tags: number;
  readonly names: number;
  readonly merged: number;
  readonly labels: number;
  readonly arcRoom: ArcRoom;
}

/** Places a network and unpacks its weights. */
export function makeLayout(file: ModelFile, name: string): NetworkLayout {
  const shape = shapeOf(sectionOf(file, `${name}.shape`, Int32Array));
  const { vector, embedding, hidden, arc, label } = shape;
  const parameters = networkParameters(shape);
  const total = parameters.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const width = 2 * hidden;
  const viewWidth = 2 * arc + 2 * label;
  const rows = pieceWordsMax + 8;
  const scored = padded(shape.tags) + padded(shape.names) + label + padded(shape.labels);
  const perWord = vector + embedding + 4 * width + 6 * hidden + viewWidth + scored + 4 * arc + rows;
  const space = matrixSpace(total + rows * perWord + hidden + 4096, [recurrentKernel]);
  const weights = unpackWeights(file, name, space, shape);
  const at = (length: number): number => space.allocate(length).at;
  return {
    space,
    shape,
    weights,
    inputs: at(rows * (vector + embedding)),
    states: [at(rows * width), at(rows * width)],
    gates: at(rows * 6 * hidden),
    memory: at(rows * width),
    nothing: at(hidden),
    views: at(rows * viewWidth),
    tags: at(rows * padded(shape.tags)),
    names: at(rows * padded(shape.names)),
    merged: at(rows * label),
    labels: at(rows * padded(shape.labels)),
    arcRoom: placeArcRoom(space, pieceWordsMax, arc),
  };
}

/** Unpacks the 16-bit weights and lays every matrix out for the packed product. */
function unpackWeights(file: ModelFile, name: string, space: MatrixSpace, shape: NetworkShape): Map<string, number> {
  const packed = sectionOf(file, `${name}.weights`, Int16Array);
  const scales = sectionOf(file, `${name}.scales`, Float32Array);
  const weights = new Map<string, number>();
  let next = 0;
  networkParameters(shape).forEach(({ name: parameter, rows, columns }, i) => {
    const { at } = space.allocate(rows * columns);
    for (let w = 0; w < rows * columns; w++) space.floats[at + w] = packed[next + w] * scales[i];
    if (rows > 1) packMatrix(space, at, rows, columns);
    weights.set(parameter, at);
    next += rows * columns;
  });
  return weights;
}

/** Where a matrix starts. */
export function weightsAt({ weights }: NetworkLayout, name: string): number {
  const at = weights.get(name);
  if (at === undefined) throw new Error(`network has no matrix named ${name}`);
  return at;
}
