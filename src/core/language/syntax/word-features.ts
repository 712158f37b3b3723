import { hashText } from '../../base/hash.ts';
import { clusterOf, type Lexicon, rankOf } from './lexicon.ts';

/** What the models see of one word form, as hashes: computed once a form and kept. */
export interface WordFeatures {
  readonly form: number;
  /** Lower-cased, with every digit as 0. */
  readonly lower: number;
  readonly suffixes: readonly [number, number, number, number];
  readonly prefixes: readonly [number, number, number];
  readonly shape: number;
  /** Cluster of the word's vector at the grains of 64, 512 and 2,048. */
  readonly cluster64: number;
  readonly cluster512: number;
  readonly cluster2048: number;
  /** Bits: 1 first letter is a capital, 2 all capitals, 4 has a digit, 8 has a hyphen. */
  readonly case: number;
}

/** Stands for the places before the first and after the last word of a sentence. */
export const outside: WordFeatures = {
  form: 1,
  lower: 1,
  suffixes: [1, 1, 1, 1],
  prefixes: [1, 1, 1],
  shape: 1,
  cluster64: 1,
  cluster512: 1,
  cluster2048: 1,
  case: 0,
};

const unknownCluster = 9999;

/** The features of one word form. */
export function wordFeatures(form: string, lexicon: Lexicon): WordFeatures {
  const lower = form.toLowerCase();
  const rank = rankWithHyphen(lower, lexicon);
  const known = rank >= 0;
  return {
    form: hashText(form),
    lower: hashText(lower.replace(/[0-9]/g, '0')),
    suffixes: [hashEnd(lower, 1), hashEnd(lower, 2), hashEnd(lower, 3), hashEnd(lower, 4)],
    prefixes: [hashText(lower.slice(0, 1), 16), hashText(lower.slice(0, 2), 17), hashText(lower.slice(0, 3), 18)],
    shape: hashText(wordShape(form), 14),
    cluster64: known ? clusterOf(lexicon, rank, 0) : unknownCluster,
    cluster512: known ? clusterOf(lexicon, rank, 1) + 1000 : unknownCluster,
    cluster2048: known ? clusterOf(lexicon, rank, 2) + 5000 : unknownCluster,
    case: caseBits(form, lower),
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

function caseBits(form: string, lower: string): number {
  const initial = form[0] !== lower[0] ? 1 : 0;
  const all = form !== lower && form === form.toUpperCase() ? 2 : 0;
  return initial | all | (/[0-9]/.test(form) ? 4 : 0) | (form.includes('-') ? 8 : 0);
}

function hashEnd(lower: string, length: number): number {
  return hashText(lower.slice(-length), 10 + length);
}

function rankWithHyphen(lower: string, lexicon: Lexicon): number {
  const rank = rankOf(lexicon, lower);
  const hyphen = lower.lastIndexOf('-');
  return rank >= 0 || hyphen < 0 ? rank : rankOf(lexicon, lower.slice(hyphen + 1));
}
