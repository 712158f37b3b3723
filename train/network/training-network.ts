import { type MatrixSpace, matrixSpace } from '../../src/core/base/matrix.ts';
import { makeSigmoid } from '../../src/core/language/syntax/network/activation.ts';
import { type ArcRoom, placeArcRoom } from '../../src/core/language/syntax/network/arc-scores.ts';
import { type NetworkShape, networkParameters, padded } from '../../src/core/language/syntax/network/network-shape.ts';
import type { RecurrentRoom } from '../../src/core/language/syntax/network/recurrent.ts';
import type { Random } from '../random.ts';
import { type ArcGradientRoom, placeArcGradientRoom } from './arc-gradients.ts';
import type { EmbeddingTable } from './embedding-table.ts';
import type { LabelRoom } from './label-scorer.ts';
import { type Parameters, placeParameters } from './parameters.ts';
import type { WordTable } from './word-table.ts';

export interface TrainingOptions {
  readonly batchWordsMax: number;
  /** Share of the numbers between layers that are dropped while training. */
  readonly dropout: number;
  /** Share of the words whose vector, or whose embeddings, are dropped. */
  readonly wordDropout: number;
  /** How much a name counts against a tag, a head or a label. */
  readonly nameWeight: number;
}

/** A network in training: its weights, its memory, and the room of one batch, placed once. */
export interface TrainingNetwork extends TrainingOptions {
  readonly space: MatrixSpace;
  readonly shape: NetworkShape;
  readonly parameters: Parameters;
  readonly embeddings: EmbeddingTable;
  readonly table: WordTable;
  readonly room: BatchRoom;
  readonly sigmoid: (x: number) => number;
  readonly random: Random;
}

/** Where the numbers of one batch lie; each is a matrix of words × something. */
export interface BatchRoom {
  readonly inputs: number;
  readonly inputGradient: number;
  /** The output of the input layer and of each recurrent layer. */
  readonly states: readonly number[];
  readonly layers: readonly RecurrentRoom[];
  readonly masks: readonly number[];
  /** What the views and names are read from, and what the tags are: the last two states with dropout. */
  readonly last: number;
  readonly lower: number;
  readonly lowerMask: number;
  readonly lowerGradient: number;
  readonly gradients: readonly [number, number];
  readonly droppedGradient: number;
  readonly views: number;
  readonly viewMask: number;
  readonly viewGradient: number;
  readonly tagScores: number;
  readonly nameScores: number;
  readonly arcs: ArcRoom & ArcGradientRoom;
  readonly label: LabelRoom;
  readonly scratch: number;
}

export function makeTrainingNetwork(
  shape: NetworkShape,
  table: WordTable,
  embeddings: EmbeddingTable,
  random: Random,
  options: TrainingOptions,
): TrainingNetwork {
  const list = networkParameters(shape);
  const weights = list.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const space = matrixSpace(2 * weights + roomFloats(shape, options.batchWordsMax));
  const parameters = placeParameters(space, list, random);
  const room = placeRoom(space, shape, options.batchWordsMax);
  return { ...options, space, shape, parameters, embeddings, table, room, sigmoid: makeSigmoid(), random };
}

function sizesOf({ vector, embedding, hidden, arc, label }: NetworkShape): {
  inputs: number;
  width: number;
  views: number;
} {
  return { inputs: vector + embedding, width: 2 * hidden, views: 2 * arc + 2 * label };
}

/** A bound on the floats that `placeRoom` takes. */
function roomFloats(shape: NetworkShape, words: number): number {
  const { inputs, width, views } = sizesOf(shape);
  const { layers, hidden, arc, label, tags, labels, names } = shape;
  const widest = Math.max(inputs, views, 6 * hidden);
  const perWord = 2 * inputs + width * (4 * layers + 10) + 6 * hidden * layers + 3 * views + 3 * label + widest;
  const arcs = 8 * arc * (words + 16) + 2 * (words + 16) ** 2 + arc * arc;
  return (
    words * (perWord + padded(tags) + padded(labels) + padded(names)) + arcs + width * widest + inputs * width + 4096
  );
}

function placeRoom(space: MatrixSpace, shape: NetworkShape, words: number): BatchRoom {
  const { inputs, width, views } = sizesOf(shape);
  const { hidden, layers, arc, label } = shape;
  const at = (columns: number): number => space.allocate(words * columns).at;
  const each = <T>(make: () => T, count: number): T[] => Array.from({ length: count }, make);
  const widest = Math.max(inputs, views, 6 * hidden);
  return {
    inputs: at(inputs),
    inputGradient: at(inputs),
    states: each(() => at(width), layers + 1),
    layers: each(() => ({ dropped: at(width), gates: at(6 * hidden), memory: at(width) }), layers),
    masks: each(() => at(width), layers + 1),
    last: at(width),
    lower: at(width),
    lowerMask: at(width),
    lowerGradient: at(width),
    gradients: [at(width), at(width)],
    droppedGradient: at(width),
    views: at(views),
    viewMask: at(views),
    viewGradient: at(views),
    tagScores: at(padded(shape.tags)),
    nameScores: at(padded(shape.names)),
    arcs: { ...placeArcRoom(space, words, arc), ...placeArcGradientRoom(space, words, arc) },
    label: { merged: at(label), mask: at(label), scores: at(padded(shape.labels)), gradient: at(label) },
    scratch: space.allocate(Math.max(words * widest, width * widest, inputs * width)).at,
  };
}
