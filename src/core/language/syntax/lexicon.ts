import { hashText } from '../../base/hash.ts';
import { type ModelFile, type ModelSection, sectionOf } from '../../base/model-file.ts';

/**
 * The words that have a vector, by frequency rank. Words are kept as a hash only: a slot holds 18 bits of rank and 14
 * bits of check, so that one unknown word in some ten thousand passes for a known one.
 */
export interface Lexicon {
  readonly slots: Uint32Array;
}

const rankBits = 18;
const seed = 77;

/** The lexicon of a model file, in place. */
export function readLexicon(file: ModelFile): Lexicon {
  return { slots: sectionOf(file, 'lexicon', Uint32Array) };
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

/** Builds the section of a lexicon. A word whose place a commoner one has taken is left out. */
export function lexiconSection(words: readonly string[]): ModelSection {
  const slots = new Uint32Array(1 << rankBits);
  words.forEach((word, rank) => {
    const hash = hashText(word, seed);
    const check = hash >>> rankBits;
    let at = hash & (slots.length - 1);
    while (slots[at] !== 0 && slots[at] >>> rankBits !== check) at = (at + 1) & (slots.length - 1);
    if (slots[at] === 0) slots[at] = (check << rankBits) | (rank + 1);
  });
  return { name: 'lexicon', data: slots };
}
