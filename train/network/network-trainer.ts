import { backward } from './backward.ts';
import { embeddingStep } from './embedding-table.ts';
import { type BatchResult, forward } from './forward.ts';
import { adamStep } from './parameters.ts';
import type { TrainingNetwork } from './training-network.ts';

/** What the network reads of a word: the rank of its vector (-1 none) and the rows of its embeddings (-1 none). */
export interface NetworkWord {
  readonly rank: number;
  readonly rows: Int32Array;
}

/** One sentence with what is known of it; a layer that is not annotated holds -1 (heads: -2). */
export interface NetworkSentence {
  readonly words: readonly NetworkWord[];
  readonly tags: Int32Array;
  /** Words of the sentence, -1 the root. */
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly names: Int32Array;
}

/** Sentences one after another: layers over all their words, and where each sentence starts. */
export interface Batch {
  readonly sentences: readonly NetworkSentence[];
  readonly words: readonly NetworkWord[];
  readonly bounds: readonly number[];
  readonly tags: Int32Array;
  readonly names: Int32Array;
  readonly labels: Int32Array;
  /** The row of each word's head in the batch, negative for the root and where it is not known. */
  readonly headRows: Int32Array;
}

/** How far the network is right on a batch, without learning from it. */
export function measureBatch(net: TrainingNetwork, sentences: readonly NetworkSentence[]): BatchResult {
  const result = forward(net, joined(sentences), false);
  clearGradients(net);
  return result;
}

/** Learns from a batch: the `step`th step, of size `rate`. */
export function trainBatch(
  net: TrainingNetwork,
  sentences: readonly NetworkSentence[],
  step: number,
  rate: number,
): BatchResult {
  const result = batchGradients(net, sentences, true);
  adamStep(net.space, net.parameters, step, rate);
  embeddingStep(net.embeddings, step, rate);
  clearGradients(net);
  return result;
}

/** Leaves the gradients of a batch in the network. */
export function batchGradients(
  net: TrainingNetwork,
  sentences: readonly NetworkSentence[],
  training: boolean,
): BatchResult {
  const batch = joined(sentences);
  const result = forward(net, batch, training);
  backward(net, batch, result.scales);
  return result;
}

function clearGradients({ space, parameters }: TrainingNetwork): void {
  const { at, length } = parameters.gradients;
  space.floats.fill(0, at, at + length);
}

/** Sentences one after another. */
export function joined(sentences: readonly NetworkSentence[]): Batch {
  const bounds = [0];
  for (const { words } of sentences) bounds.push(bounds[bounds.length - 1] + words.length);
  const layer = (of: (sentence: NetworkSentence, s: number) => Int32Array): Int32Array =>
    Int32Array.from(sentences.flatMap((sentence, s) => [...of(sentence, s)]));
  return {
    sentences,
    words: sentences.flatMap(({ words }) => words),
    bounds,
    tags: layer(({ tags }) => tags),
    names: layer(({ names }) => names),
    labels: layer(({ labels }) => labels),
    headRows: layer(({ heads }, s) => heads.map(head => (head < 0 ? head : head + bounds[s]))),
  };
}
