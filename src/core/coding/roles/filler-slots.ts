import { mixHash } from '../../base/hash.ts';
import { candidateFeatures } from './candidate-features.ts';
import type { Candidate } from './candidates.ts';
import { Features } from './features.ts';
import type { Reading } from './reading.ts';

/** The features that tell what a filler is, what happened to it, or how sure it is that it did it. */
export function slotFeatures(
  reading: Reading,
  candidate: Candidate,
  sentences: readonly number[],
  type: number,
  triggers: ReadonlySet<number>,
): Int32Array {
  const { words, counts, document } = reading;
  const around = { counts, document, sentences: reading.sentences.map(([odds]) => odds), triggers };
  const features = new Features();
  features.add(200, type);
  features.add(201, mixHash(type, words.group[3 * candidate.head + 1]));
  for (const sentence of new Set([candidate.sentence, ...sentences])) {
    const { tokenStart, tokenEnd } = words.sentences[sentence];
    for (let i = tokenStart; i < tokenEnd; i++) {
      features.add(202, words.lemma[i]);
      if (triggers.has(words.lemma[i])) features.add(203, mixHash(type, words.lemma[i]));
    }
  }
  return Int32Array.from([...candidateFeatures(words, candidate, around), ...features.all]);
}

/** How many a filler's phrases say it is: a number as MUC-4 writes it, `PLURAL`, or `1` for a singular. */
export function fillerCount(reading: Reading, candidates: readonly Candidate[]): string {
  const { doc, words } = reading;
  for (const { head, start } of candidates) {
    const from = Math.min(start, leftmost(reading, head));
    const number = doc.numbers.find(
      ({ tokenStart, tokenEnd, meaning }) => meaning === 'count' && tokenStart >= from && tokenEnd <= head + 1,
    );
    if (number === undefined) continue;
    const { low, best, high, qualifier } = number.estimate;
    if (qualifier === 'exact' && best !== null) return `${best}`;
    if (qualifier === 'about' && best !== null) return `~${best}`;
    if (low !== null && high !== null && low !== high) return `${low} - ${high}`;
    if (low !== null && high === null && qualifier === 'at-least') return best === null ? `${low - 1} -` : `${best} -`;
    return 'PLURAL';
  }
  return candidates.some(({ head }) => /^NNP?S$/.test(words.tokens[head].xpos)) ? 'PLURAL' : '1';
}

/** The first word that hangs on a noun from the left, directly or by another. */
function leftmost({ words }: Reading, head: number): number {
  let from = head;
  for (const child of words.tree.children[head]) {
    if (child < from && /^(?:nummod|det|amod|compound|advmod)$/.test(words.tokens[child].label)) from = child;
  }
  return words.tree.children[from].reduce((least, child) => Math.min(least, child), from);
}
