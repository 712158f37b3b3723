import { foldName } from '../base/fold-name.ts';
import type { Report } from '../model/index.ts';
import type { Account } from './account.ts';

/** Terms with weights, of Euclidean length 1. */
export type TermVector = ReadonlyMap<string, number>;

/** How rare a word is in news: its weight, from 0 (in every text) to 1 (hardly ever seen). */
export type WordRarity = (word: string) => number;

const NAME_WEIGHT = 2;
const WORD = /\p{L}[\p{L}\p{M}’'-]*|\p{N}+/gu;

/**
 * The words of the paragraphs in which an account tells its happening, and of the headline. Names weigh more than other
 * words, rare words more than common ones; numbers stay out, because figures are a likeness of their own.
 */
export function accountWords(account: Account, rarity: WordRarity): TermVector {
  const { report, claims } = account;
  const lines = new Map<number, string>();
  const spans = claims.map(({ evidence }) => evidence.span);
  if (report.headline !== null) spans.push(report.headline);
  for (const { start } of spans) {
    const from = report.text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
    const end = report.text.indexOf('\n', start);
    lines.set(from, report.text.slice(from, end < 0 ? report.text.length : end));
  }
  return termVector([...lines.values()], rarity);
}

/** The words of a whole report. */
export function reportWords(report: Report, rarity: WordRarity): TermVector {
  return termVector(report.text.split('\n'), rarity);
}

/** Cosine of two vectors of length 1. */
export function cosine(a: TermVector, b: TermVector): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of few) sum += weight * (many.get(term) ?? 0);
  return Math.min(1, sum);
}

function termVector(lines: readonly string[], rarity: WordRarity): TermVector {
  const counts = new Map<string, number>();
  const weights = new Map<string, number>();
  for (const line of lines) {
    for (const match of line.matchAll(WORD)) {
      const word = match[0];
      const term = foldName(word.replace(/['’]s$/, ''));
      if (term.length < 3 || /^\d/.test(term)) continue;
      const isName = match.index > 0 && /^\p{Lu}/u.test(word);
      const weight = rarity(term) ** 2 * (isName ? NAME_WEIGHT : 1);
      counts.set(term, (counts.get(term) ?? 0) + 1);
      weights.set(term, Math.max(weights.get(term) ?? 0, weight));
    }
  }
  let length = 0;
  const vector = new Map<string, number>();
  for (const term of [...counts.keys()].sort()) {
    const value = (weights.get(term) ?? 0) * Math.sqrt(counts.get(term) ?? 0);
    if (value <= 0) continue;
    vector.set(term, value);
    length += value * value;
  }
  for (const [term, value] of vector) vector.set(term, value / Math.sqrt(length));
  return vector;
}
