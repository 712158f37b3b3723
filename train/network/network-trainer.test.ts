import { expect, test } from 'vitest';
import type { NetworkShape } from '../../src/core/language/syntax/network/network-shape.ts';
import { seededRandom } from '../random.ts';
import { makeEmbeddings } from './embedding-table.ts';
import { batchGradients, measureBatch, type NetworkSentence, trainBatch } from './network-trainer.ts';
import { makeTrainingNetwork, type TrainingNetwork } from './training-network.ts';

const shape: NetworkShape = {
  ...{ vector: 104, embedding: 8, hidden: 8, layers: 2, arc: 8, label: 8 },
  ...{ tags: 3, labels: 4, names: 5 },
};

/** Two sentences, the second without a tree; one word without a vector, one without embeddings. */
const sentences: readonly NetworkSentence[] = [
  {
    words: [
      { rank: 0, rows: Int32Array.of(0, 1) },
      { rank: -1, rows: Int32Array.of(2, -1) },
      { rank: 1, rows: Int32Array.of(-1, -1) },
    ],
    tags: Int32Array.of(0, 2, 1),
    heads: Int32Array.of(1, -1, 1),
    labels: Int32Array.of(3, 0, 1),
    names: Int32Array.of(-1, -1, -1),
  },
  {
    words: [
      { rank: 2, rows: Int32Array.of(1, 0) },
      { rank: 1, rows: Int32Array.of(2, 2) },
    ],
    tags: Int32Array.of(-1, -1),
    heads: Int32Array.of(-2, -2),
    labels: Int32Array.of(-1, -1),
    names: Int32Array.of(4, 0),
  },
];

function network(dropout: number): TrainingNetwork {
  const random = seededRandom(4);
  const packed = Uint8Array.from({ length: 150 }, (_, i) => (i * 37) % 256);
  const table = { words: ['a', 'b', 'c'], steps: new Float32Array(100), packed };
  const embeddings = makeEmbeddings(
    new Map([
      [11, 5],
      [12, 5],
      [13, 5],
    ]),
    3,
    shape.embedding,
    random,
  );
  const net = makeTrainingNetwork(shape, table, embeddings, random, {
    ...{ batchWordsMax: 32, dropout, wordDropout: 0, nameWeight: 1 },
  });
  // Biases too must be anything but nothing, or a wrong gradient of them would not show.
  const { at, length } = net.parameters.values;
  for (let i = 0; i < length; i++) net.space.floats[at + i] += (random() - 0.5) * 0.4;
  return net;
}

test('every gradient is the slope of the loss', () => {
  const net = network(0);
  const { floats } = net.space;
  batchGradients(net, sentences, false);
  const { gradients, values } = net.parameters;
  const slopes = floats.slice(gradients.at, gradients.at + gradients.length);
  const embeddingSlopes = net.embeddings.gradients.slice();
  const lossOf = (): number => measureBatch(net, sentences).loss / 5;
  const slopeAt = (array: Float32Array, i: number): number => {
    const before = array[i];
    array[i] = before + 0.01;
    const up = lossOf();
    array[i] = before - 0.01;
    const down = lossOf();
    array[i] = before;
    return (up - down) / 0.02;
  };
  for (let i = 0; i < values.length; i += 7) expect(slopeAt(floats, values.at + i)).toBeCloseTo(slopes[i], 2.7);
  for (let i = 0; i < embeddingSlopes.length; i++) {
    expect(slopeAt(net.embeddings.values, i)).toBeCloseTo(embeddingSlopes[i], 2.7);
  }
});

test('it learns two sentences by heart, and the same twice', () => {
  const learn = (): [number, number] => {
    const net = network(0.1);
    for (let step = 1; step <= 150; step++) trainBatch(net, sentences, step, 0.01);
    const { loss, tagsRight, headsRight, labelsRight, namesRight } = measureBatch(net, sentences);
    return [loss, tagsRight + headsRight + labelsRight + namesRight];
  };
  const [loss, right] = learn();
  expect(right).toBe(11);
  expect(learn()).toEqual([loss, right]);
});
