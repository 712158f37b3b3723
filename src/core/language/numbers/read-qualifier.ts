import type { NumberLexicon, QualifierWord } from './number-lexicon.ts';

/** The longest qualifier that ends right before token `at` and begins not before `floor`: "at least | 12". */
export function qualifierBefore(
  words: readonly string[],
  at: number,
  floor: number,
  lexicon: NumberLexicon,
): { readonly start: number; readonly qualifier: QualifierWord } | null {
  for (let length = Math.min(lexicon.wordsMax, at - floor); length > 0; length -= 1) {
    const qualifier = lexicon.before.get(words.slice(at - length, at).join(' '));
    if (qualifier === undefined) continue;
    const moved = qualifier === 'at-most' && lexicon.motions.has(words[at - length - 1] ?? '');
    return moved ? null : { start: at - length, qualifier };
  }
  return null;
}

/** The longest qualifier that begins right after a number: "12 | or more". */
export function qualifierAfter(
  words: readonly string[],
  at: number,
  lexicon: NumberLexicon,
): { readonly end: number; readonly qualifier: QualifierWord } | null {
  for (let length = Math.min(lexicon.wordsMax, words.length - at); length > 0; length -= 1) {
    const qualifier = lexicon.after.get(words.slice(at, at + length).join(' '));
    if (qualifier !== undefined) return { end: at + length, qualifier };
  }
  return null;
}
