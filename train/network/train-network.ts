import type { ModelSection } from '../../src/core/base/model-file.ts';
import { embeddingSections } from '../../src/core/language/syntax/network/embeddings.ts';
import {
  type NetworkShape,
  networkParameters,
  shapeNumbers,
} from '../../src/core/language/syntax/network/network-shape.ts';
import type { WordFeatures } from '../../src/core/language/syntax/word-features.ts';
import { seededRandom, shuffle } from '../random.ts';
import { makeEmbeddings } from './embedding-table.ts';
import { measureBatch, trainBatch } from './network-trainer.ts';
import { withSilverNames } from './silver-names.ts';
import { batchesOf, inSomeCase, type Lesson, networkSentence, wordReader } from './training-data.ts';
import { makeTrainingNetwork, type TrainingNetwork } from './training-network.ts';
import type { WordTable } from './word-table.ts';

export interface NetworkTraining {
  readonly name: string;
  readonly shape: NetworkShape;
  readonly epochs: number;
  readonly seed: number;
  /** Adam's step at its largest: it rises over the first 300 steps and falls to nothing at the end. */
  readonly rate: number;
  readonly batchWords: number;
  readonly dropout: number;
  readonly wordDropout: number;
  readonly nameWeight: number;
  readonly table: WordTable;
  /** Which embeddings there are: key → how often it occurs. */
  readonly keyCounts: ReadonlyMap<number, number>;
  readonly featuresOf: (form: string) => WordFeatures;
  /** The lessons of one epoch; they are shuffled. */
  readonly lessonsOf: (epoch: number) => readonly Lesson[];
  /** How well each name label follows each. */
  readonly transitions: Float32Array;
  readonly dev: readonly { readonly name: string; readonly lessons: readonly Lesson[] }[];
  readonly log: (line: string) => void;
}

const warmUpSteps = 300;
const longestSentence = 400;

/** Trains a network and gives its sections of the model file. */
export function trainNetwork(options: NetworkTraining): ModelSection[] {
  const { name, shape, epochs, seed, rate, batchWords, table, keyCounts, featuresOf, lessonsOf, dev, log } = options;
  const random = seededRandom(seed);
  const embeddings = makeEmbeddings(keyCounts, 3, shape.embedding, random);
  const wordOf = wordReader(embeddings.rowOf, featuresOf);
  const net = makeTrainingNetwork(shape, table, embeddings, random, {
    ...options,
    batchWordsMax: batchWords + longestSentence,
  });
  const devBatches = dev.map(set => {
    const sentences = set.lessons.map(lesson => networkSentence(lesson, lesson.forms, wordOf));
    return { name: set.name, batches: batchesOf(sentences, batchWords) };
  });
  log(`${name}: ${net.parameters.values.length} weights, ${embeddings.counts.length} embeddings`);
  let silver: ReadonlyMap<Lesson, Lesson> = new Map();
  /** Names where none are marked: the network's own, found after a third and two thirds of the epochs. */
  const silverOf = (epoch: number, lessons: readonly Lesson[]): Lesson[] => {
    if (epoch > 0 && epoch % Math.ceil(epochs / 3) === 0) {
      const unmarked = lessons.filter(({ nameRoom }) => nameRoom !== null);
      const marked = withSilverNames(net, unmarked, wordOf, options.transitions, batchWords);
      silver = new Map(unmarked.map((lesson, i) => [lesson, marked[i]]));
      log(`${name}: names of ${unmarked.length} sentences found`);
    }
    return lessons.map(lesson => silver.get(lesson) ?? lesson);
  };
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const lessons = silverOf(
      epoch,
      lessonsOf(epoch).filter(({ forms }) => forms.length <= longestSentence),
    );
    const sentences = lessons.map(lesson => networkSentence(lesson, inSomeCase(lesson.forms, random), wordOf));
    const batches = batchesOf(shuffle(sentences, random), batchWords);
    let loss = 0;
    let words = 0;
    batches.forEach((batch, b) => {
      const left = 1 - (epoch + b / batches.length) / epochs;
      const result = trainBatch(
        net,
        batch,
        step + 1,
        rate * Math.min(1, (step + 1) / warmUpSteps) * Math.max(0.005, left),
      );
      step++;
      loss += result.loss;
      words += result.words;
    });
    const scores = epoch % 4 === 0 || epoch === epochs - 1 ? devBatches.map(set => measured(net, set)).join('') : '';
    log(`${name} epoch ${epoch + 1} of ${epochs}: loss ${(loss / words).toFixed(4)}${scores}`);
  }
  return networkSections(name, net);
}

/** Shares of right answers among the gold ones, in percent. */
function measured(
  net: TrainingNetwork,
  { name, batches }: { name: string; batches: ReturnType<typeof batchesOf> },
): string {
  const right = { tags: 0, heads: 0, labels: 0, names: 0 };
  let words = 0;
  for (const batch of batches) {
    const result = measureBatch(net, batch);
    words += result.words;
    right.tags += result.tagsRight;
    right.heads += result.headsRight;
    right.labels += result.labelsRight;
    right.names += result.namesRight;
  }
  const shares = Object.entries(right).map(([layer, count]) => `${layer} ${((100 * count) / words).toFixed(2)}`);
  return ` | ${name} ${shares.join(' ')}`;
}

/** Weights in 16 bits with one scale a matrix, embeddings in 8 bits with one scale a row. */
function networkSections(name: string, net: TrainingNetwork): ModelSection[] {
  const { space, parameters, shape, embeddings } = net;
  const list = networkParameters(shape);
  const weights = new Int16Array(parameters.values.length);
  let next = 0;
  const scales = Float32Array.from(list, ({ name: parameter, rows, columns }) => {
    const numbers = space.floats.subarray(parameters.of(parameter).at, parameters.of(parameter).at + rows * columns);
    const largest = numbers.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    for (const value of numbers) weights[next++] = largest === 0 ? 0 : Math.round((value / largest) * 32767);
    return largest / 32767;
  });
  return [
    { name: `${name}.shape`, data: shapeNumbers(shape) },
    { name: `${name}.weights`, data: weights },
    { name: `${name}.scales`, data: scales },
    ...embeddingSections(name, embeddings.rowOf, embeddings.values, shape.embedding),
  ];
}
