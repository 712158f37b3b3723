import { type ModelFile, sectionOf } from '../../../base/model-file.ts';
import type { WordFeatures } from '../word-features.ts';
import { leak } from './activation.ts';
import { scoreArcs } from './arc-scores.ts';
import { addEmbedding, type Embeddings, embeddingRow, readEmbeddings } from './embeddings.ts';
import { addProduct, makeLayout, type NetworkLayout, rememberedWords, weightsAt } from './network-layout.ts';
import { padded } from './network-shape.ts';
import { embeddingKeys, unpackVector, vectorDimensions } from './word-input.ts';

/** Scores in the memory of a network: row after row, `columns` apart, of which the first `classes` count. */
export interface Scores {
  readonly floats: Float32Array;
  readonly at: number;
  readonly columns: number;
  readonly classes: number;
}

/** What a network makes of sentences; it holds until the network is given the next ones. */
export interface Encoding {
  /** Of each word. */
  readonly tags: Scores;
  readonly names: Scores;
  /** For each word of one sentence, each head: column 0 the root, column j + 1 the word j. Until the next call. */
  arcs(sentence: number): Scores;
  /** For each word, the label of its arc; heads count words of their sentence, -1 is the root. */
  labels(heads: readonly Int32Array[]): Scores;
}

/**
 * A trained network: recurrent layers over word vectors and learnt embeddings; from them the scores of tags, names, arcs
 * and their labels.
 */
export interface Network {
  /** Encodes sentences of at most `pieceWordsMax` words in all. */
  encode(sentences: readonly (readonly WordFeatures[])[]): Encoding;
}

interface InputWeights {
  readonly embeddings: Embeddings;
  readonly vectors: Uint8Array;
}

/** Where the input of a word lies that was met before. Forgetting changes the speed only, never an answer. */
type MetWords = Map<WordFeatures, number>;

/** Opens the network of this name; its weights are unpacked once into the space that it computes in. */
export function readNetwork(file: ModelFile, name: string): Network {
  const layout = makeLayout(file, name);
  const weights = { embeddings: readEmbeddings(file, name), vectors: sectionOf(file, 'vectors', Uint8Array) };
  const met: MetWords = new Map();
  return {
    encode: sentences => {
      const bounds = [0];
      for (const sentence of sentences) bounds.push(bounds[bounds.length - 1] + sentence.length);
      readInputs(layout, sentences.flat(), weights, met);
      runLayers(layout, bounds);
      return encodingOf(layout, bounds);
    },
  };
}

function encodingOf(layout: NetworkLayout, bounds: readonly number[]): Encoding {
  const { space, shape, views, tags, names, labels, arcRoom } = layout;
  const { floats } = space;
  const stride = 2 * shape.arc + 2 * shape.label;
  const arcWeights = {
    arcs: weightsAt(layout, 'arcs'),
    bias: weightsAt(layout, 'arcs.bias'),
    root: weightsAt(layout, 'root'),
    distance: weightsAt(layout, 'distance'),
    size: shape.arc,
  };
  return {
    tags: { floats, at: tags, columns: padded(shape.tags), classes: shape.tags },
    names: { floats, at: names, columns: padded(shape.names), classes: shape.names },
    arcs: s => {
      const words = bounds[s + 1] - bounds[s];
      const first = views + bounds[s] * stride;
      const columns = scoreArcs(space, space.multiplyPacked, arcWeights, arcRoom, first, stride, words);
      return { floats, at: arcRoom.scores, columns, classes: words + 1 };
    },
    labels: heads => {
      scoreLabels(layout, heads, bounds);
      return { floats, at: labels, columns: padded(shape.labels), classes: shape.labels };
    },
  };
}

/** Writes each word's vector and the sum of its embeddings. */
function readInputs(layout: NetworkLayout, words: readonly WordFeatures[], weights: InputWeights, met: MetWords): void {
  const { space, shape, inputs, remembered } = layout;
  const width = shape.vector + shape.embedding;
  words.forEach((word, t) => {
    const row = inputs + t * width;
    const known = met.get(word);
    if (known !== undefined) {
      space.floats.copyWithin(row, known, known + width);
      return;
    }
    readInput(layout, row, word, weights);
    if (met.size === rememberedWords) met.clear();
    const own = remembered + met.size * width;
    space.floats.copyWithin(own, row, row + width);
    met.set(word, own);
  });
}

function readInput({ space, shape }: NetworkLayout, row: number, word: WordFeatures, weights: InputWeights): void {
  const f = space.floats;
  const { vector, embedding } = shape;
  f.fill(0, row, row + vector + embedding);
  if (word.rank >= 0) unpackVector(weights.vectors, word.rank, vectorDimensions, f, row);
  for (const key of embeddingKeys(word)) {
    const found = embeddingRow(weights.embeddings, key);
    if (found >= 0) addEmbedding(weights.embeddings, found, embedding, f, row + vector);
  }
}

/** Runs all layers: tags are scored below the last recurrent one, names and the views of arcs and labels above. */
function runLayers(layout: NetworkLayout, bounds: readonly number[]): void {
  const { space, shape, inputs, states, tags, names, views } = layout;
  const { hidden, layers, arc, label } = shape;
  const words = bounds[bounds.length - 1];
  const width = 2 * hidden;
  const stride = 2 * arc + 2 * label;
  let [state, next] = states;
  linear(layout, 'input', inputs, state, words, width);
  for (let l = 0; l < layers; l++) {
    if (l === layers - 1) linear(layout, 'tags', state, tags, words, padded(shape.tags));
    recur(layout, l, state, next, bounds);
    [state, next] = [next, state];
  }
  linear(layout, 'names', state, names, words, padded(shape.names));
  linear(layout, 'views', state, views, words, stride);
  const f = space.floats;
  for (let t = 0; t < words; t++) {
    for (let u = views + t * stride; u < views + t * stride + 2 * arc; u++) if (f[u] < 0) f[u] *= leak;
  }
}

/** One recurrent layer as `recurrentForward` has it, sentence by sentence in a kernel, whose pointers count bytes. */
function recur(layout: NetworkLayout, layer: number, input: number, output: number, bounds: readonly number[]): void {
  const { space, shape, gates, memory, nothing } = layout;
  const H = shape.hidden;
  const words = bounds[bounds.length - 1];
  space.floats.fill(0, gates, gates + words * 6 * H);
  addProduct(layout, `layer${layer}`, input, gates, words);
  const gateWeights = weightsAt(layout, `gates${layer}`);
  for (let direction = 0; direction < 2; direction++) {
    for (let s = 0; s + 1 < bounds.length; s++) {
      const first = direction === 0 ? bounds[s] : bounds[s + 1] - 1;
      const side = first * 2 * H + direction * H;
      const own = gates + first * 6 * H + direction * 3 * H;
      const pointers = [own, gateWeights + direction * 4 * H, input + side, output + side, nothing, memory + side];
      space.kernels.recur(...pointers.map(at => 4 * at), 4 * H, bounds[s + 1] - bounds[s], direction === 0 ? 1 : -1);
    }
  }
}

/** `out = input · weights + bias` for a matrix and its bias, whose columns are `width`. */
function linear(layout: NetworkLayout, name: string, input: number, out: number, rows: number, width: number): void {
  const { floats } = layout.space;
  const bias = weightsAt(layout, `${name}.bias`);
  for (let r = 0; r < rows; r++) floats.copyWithin(out + r * width, bias, bias + width);
  addProduct(layout, name, input, out, rows);
}

/** Scores the label of each arc, from the dependant's view of itself and the head's view of its dependants. */
function scoreLabels(layout: NetworkLayout, heads: readonly Int32Array[], bounds: readonly number[]): void {
  const { space, shape, views, merged, labels } = layout;
  const { arc, label } = shape;
  const f = space.floats;
  const stride = 2 * arc + 2 * label;
  const root = weightsAt(layout, 'root') + arc;
  heads.forEach((own, s) => {
    own.forEach((head, i) => {
      const t = bounds[s] + i;
      const from = views + t * stride + 2 * arc;
      const to = head < 0 ? root : views + (bounds[s] + head) * stride + 2 * arc + label;
      for (let u = 0; u < label; u++) {
        const sum = f[from + u] + f[to + u];
        f[merged + t * label + u] = sum < 0 ? sum * leak : sum;
      }
    });
  });
  linear(layout, 'labels', merged, labels, bounds[bounds.length - 1], padded(shape.labels));
}
