import type { WordFeatures } from './word-features.ts';

/** What the parser sees of a sentence: one number per word and layer; index 0 is "no word", `length + 1` the root. */
export interface ParseWords {
  readonly length: number;
  readonly lower: Int32Array;
  readonly tag: Int32Array;
  readonly cluster512: Int32Array;
  readonly cluster64: Int32Array;
}

const none = 7;
const root = 9;

export function parseWords(words: readonly WordFeatures[], tags: Int32Array): ParseWords {
  const layer = (value: (i: number) => number): Int32Array => {
    const numbers = new Int32Array(words.length + 2);
    numbers[0] = none;
    numbers[words.length + 1] = root;
    for (let i = 0; i < words.length; i++) numbers[i + 1] = value(i);
    return numbers;
  };
  return {
    length: words.length,
    lower: layer(i => words[i].lower),
    tag: layer(i => tags[i] + 100),
    cluster512: layer(i => words[i].cluster512),
    cluster64: layer(i => words[i].cluster64),
  };
}
