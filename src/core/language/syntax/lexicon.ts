import { hashText } from '../../base/hash.ts';
import { type ModelFile, type ModelSection, sectionOf } from '../../base/model-file.ts';

/**
 * The known words of the word vectors, by frequency rank, with the k-means cluster of each word's vector at three
 * grains (64, 512 and 2,048 clusters). Words are kept as a hash only: a slot holds 18 bits of rank and 14 bits of check.
 */
export interface Lexicon {
  readonly slots: Uint32Array;
  readonly clusters: Uint32Array;
}

const rankBits = 18;
const seed = 77;

/** The lexicon of a model file, in place. */
export function readLexicon(file: ModelFile): Lexicon {
  return {
    slots: sectionOf(file, 'lexicon.slots', Uint32Array),
    clusters: sectionOf(file, 'lexicon.clusters', Uint32Array),
  };
}

/** Frequency rank of a lower-cased word, or -1 when the lexicon lacks it. */
export function rankOf({ slots }: Lexicon, word: string): number {
  const hash = hashText(word, seed);
  const mask = slots.length - 1;
  const check = hash >>> rankBits;
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const slot = slots[at];
    if (slot === 0) return -1;
    if (slot >>> rankBits === check) return (slot & ((1 << rankBits) - 1)) - 1;
  }
}

/** The cluster of a ranked word at the grain of 64 (0), 512 (1) or 2,048 (2). */
export function clusterOf({ clusters }: Lexicon, rank: number, grain: 0 | 1 | 2): number {
  const packed = clusters[rank];
  return grain === 0 ? packed >>> 20 : grain === 1 ? (packed >>> 11) & 511 : packed & 2047;
}

/** Builds the sections of a lexicon; `clusters` holds three numbers a word. A word whose hash is taken is left out. */
export function lexiconSections(words: readonly string[], clusters: Uint16Array): ModelSection[] {
  const slots = new Uint32Array(1 << rankBits);
  const packed = new Uint32Array(words.length);
  words.forEach((word, rank) => {
    packed[rank] = (clusters[3 * rank] << 20) | (clusters[3 * rank + 1] << 11) | clusters[3 * rank + 2];
    const hash = hashText(word, seed);
    const check = hash >>> rankBits;
    let at = hash & (slots.length - 1);
    while (slots[at] !== 0 && slots[at] >>> rankBits !== check) at = (at + 1) & (slots.length - 1);
    if (slots[at] === 0) slots[at] = (check << rankBits) | (rank + 1);
  });
  return [
    { name: 'lexicon.slots', data: slots },
    { name: 'lexicon.clusters', data: packed },
  ];
}
