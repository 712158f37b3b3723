import type { WordFeatures } from '../word-features.ts';
import { bestSequence, type Transitions } from './best-sequence.ts';
import { bestTree } from './best-tree.ts';
import type { Encoding, Network, Scores } from './network.ts';

/** What networks say of one sentence: indices into their inventories; heads count words, -1 is the root. */
export interface SentenceReading {
  readonly tags: Int32Array;
  readonly names: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

/**
 * Reads sentences with one network or several whose scores are added up: networks trained apart err apart. The sentences
 * have at most `pieceWordsMax` words in all.
 */
export function readTogether(
  sentences: readonly (readonly WordFeatures[])[],
  networks: readonly [Network, ...Network[]],
  nameTransitions: Transitions,
): SentenceReading[] {
  const encodings = networks.map(network => network.encode(sentences));
  const words = sentences.reduce((sum, { length }) => sum + length, 0);
  const heads = sentences.map(({ length }, s) => bestHeads(encodings, s, length));
  const tags = bestClasses(
    encodings.map(encoding => encoding.tags),
    words,
  );
  const labels = bestClasses(
    encodings.map(encoding => encoding.labels(heads)),
    words,
  );
  const nameScores = added(
    encodings.map(encoding => encoding.names),
    words,
    nameWeight,
  );
  let end = 0;
  return sentences.map(({ length }, s) => {
    const start = end;
    end += length;
    const names = bestSequence(nameScores, start, end, nameTransitions);
    return { tags: tags.subarray(start, end), names, heads: heads[s], labels: labels.subarray(start, end) };
  });
}

function bestHeads(encodings: readonly Encoding[], sentence: number, words: number): Int32Array {
  const [first, ...others] = encodings.map(encoding => encoding.arcs(sentence));
  for (const other of others) {
    for (let i = 0; i < words * first.columns; i++) first.floats[first.at + i] += other.floats[other.at + i];
  }
  return bestTree(first.floats, first.at, first.columns, words);
}

/** How much the scores of names of all networks but the first count: they have read fewer. Found on development data. */
const nameWeight = 0.3;

/** The sums of scores, in the place of the first. */
function added([first, ...others]: readonly Scores[], rows: number, weight = 1): Scores {
  const { floats, at, columns } = first;
  for (const other of others) {
    for (let i = 0; i < rows * columns; i++) floats[at + i] += weight * other.floats[other.at + i];
  }
  return first;
}

/** The class with the highest sum for each row. */
function bestClasses(all: readonly Scores[], rows: number): Int32Array {
  const { floats, at, columns, classes } = added(all, rows);
  const result = new Int32Array(rows);
  for (let r = 0; r < rows; r++) {
    const row = at + r * columns;
    let best = 0;
    for (let c = 1; c < classes; c++) if (floats[row + c] > floats[row + best]) best = c;
    result[r] = best;
  }
  return result;
}
