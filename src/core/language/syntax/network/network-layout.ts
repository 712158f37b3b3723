import { type MatrixSpace, matrixSpace, packMatrix } from '../../../base/matrix.ts';
import { type ModelFile, sectionOf } from '../../../base/model-file.ts';
import { packShort, shorten, shortenKernel, shortRoom } from '../../../base/short-matrix.ts';
import { type ArcRoom, placeArcRoom } from './arc-scores.ts';
import { type NetworkShape, networkParameters, padded, shapeOf } from './network-shape.ts';
import { recurrentKernel } from './recurrent-kernel.ts';

/** Most words that go through a network in one piece; longer work is split between sentences. */
export const pieceWordsMax = 512;

/** Of so many word forms a network remembers the input. */
export const rememberedWords = 2048;

/** Where a matrix of from × to lies, and the float that says what one of its short numbers counts. */
export interface PlacedWeights {
  readonly at: number;
  readonly unit: number;
  readonly from: number;
  readonly to: number;
}

/** Where the weights and the room of a network lie in its space. */
export interface NetworkLayout {
  readonly space: MatrixSpace;
  readonly shape: NetworkShape;
  readonly weights: ReadonlyMap<string, PlacedWeights>;
  /** Room for what is multiplied as short numbers. */
  readonly shortRows: number;
  readonly inputs: number;
  /** Inputs of words met before. */
  readonly remembered: number;
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
  const widest = Math.max(vector + embedding, width, label);
  const perWord =
    vector + embedding + 4 * width + 6 * hidden + viewWidth + scored + 4 * arc + rows + shortRoom(1, widest);
  const space = matrixSpace(total + rows * perWord + rememberedWords * (vector + embedding) + hidden + 4096, [
    recurrentKernel,
    shortenKernel,
  ]);
  const weights = unpackWeights(file, name, space, shape);
  const at = (length: number): number => space.allocate(length).at;
  return {
    space,
    shape,
    weights,
    shortRows: at(shortRoom(rows, widest)),
    inputs: at(rows * (vector + embedding)),
    remembered: at(rememberedWords * (vector + embedding)),
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

/** Unpacks the weights: matrices as short numbers, or floats for the one that scores arcs, both laid out for their product. */
function unpackWeights(
  file: ModelFile,
  name: string,
  space: MatrixSpace,
  shape: NetworkShape,
): Map<string, PlacedWeights> {
  const packed = sectionOf(file, `${name}.weights`, Int16Array);
  const scales = sectionOf(file, `${name}.scales`, Float32Array);
  const weights = new Map<string, PlacedWeights>();
  let next = 0;
  networkParameters(shape).forEach(({ name: parameter, rows, columns }, i) => {
    const numbers = packed.subarray(next, next + rows * columns);
    next += rows * columns;
    if (rows > 1 && parameter !== 'arcs') {
      const [{ at }, unit] = [space.allocate((rows * columns) / 2), space.allocate(1).at];
      space.floats[unit] = scales[i] * packShort(space, numbers, 32767, at, rows, columns);
      weights.set(parameter, { at, unit, from: rows, to: columns });
      return;
    }
    const { at } = space.allocate(rows * columns);
    for (let w = 0; w < numbers.length; w++) space.floats[at + w] = numbers[w] * scales[i];
    if (rows > 1) packMatrix(space, at, rows, columns);
    weights.set(parameter, { at, unit: -1, from: rows, to: columns });
  });
  return weights;
}

/** Where a matrix starts. */
export function weightsAt(layout: NetworkLayout, name: string): number {
  return placedWeights(layout, name).at;
}

/** Adds `input · weights` to `out`, for a matrix of short numbers. */
export function addProduct(layout: NetworkLayout, name: string, input: number, out: number, rows: number): void {
  const { space, shortRows } = layout;
  const { at, unit, from, to } = placedWeights(layout, name);
  shorten(space, input, shortRows, rows, from, unit);
  space.multiplyShort(shortRows, at, out, rows, to, from);
}

function placedWeights({ weights }: NetworkLayout, name: string): PlacedWeights {
  const found = weights.get(name);
  if (found === undefined) throw new Error(`network has no matrix named ${name}`);
  return found;
}
