import { hashText } from '../../base/hash.ts';
import { type Lexicon, rankOf } from './lexicon.ts';

/** What the networks see of one word form: computed once a form and kept. */
export interface WordFeatures {
  /** Frequency rank in the lexicon, -1 for a word that it lacks. */
  readonly rank: number;
  /** Hash of the form in lower case, with every digit as 0. */
  readonly lower: number;
  /** Hashes of the last two, three and four letters and of the first three. */
  readonly suffixes: readonly [number, number, number];
  readonly prefix: number;
  readonly shape: number;
}

/** The features of one word form. */
export function wordFeatures(form: string, lexicon: Lexicon): WordFeatures {
  const lower = form.toLowerCase();
  return {
    rank: rankWithHyphen(lower, lexicon),
    lower: hashText(lower.replace(/[0-9]/g, '0')),
    suffixes: [hashEnd(lower, 2), hashEnd(lower, 3), hashEnd(lower, 4)],
    prefix: hashText(lower.slice(0, 3), 18),
    shape: hashText(wordShape(form), 14),
  };
}

/** `Xxxx` for a capitalised word, `dd:dd` for a time: letters by case, digits, runs of a kind cut to two. */
export function wordShape(form: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  for (let i = 0; i < form.length; i++) {
    const kind = shapeOf(form[i], form.charCodeAt(i));
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) shape += kind;
  }
  return shape;
}

function shapeOf(char: string, code: number): string {
  if (code >= 97 && code <= 122) return 'x';
  if (code >= 65 && code <= 90) return 'X';
  if (code >= 48 && code <= 57) return 'd';
  if (code < 128) return char;
  return char === char.toLowerCase() ? 'x' : 'X';
}

function hashEnd(lower: string, length: number): number {
  return hashText(lower.slice(-length), 10 + length);
}

function rankWithHyphen(lower: string, lexicon: Lexicon): number {
  const rank = rankOf(lexicon, lower);
  const hyphen = lower.lastIndexOf('-');
  return rank >= 0 || hyphen < 0 ? rank : rankOf(lexicon, lower.slice(hyphen + 1));
}
