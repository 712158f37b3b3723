import { findNumbers, type NumberMention, type NumberToken } from '../numbers/find-numbers.ts';
import type { NumberLexicon } from '../numbers/number-lexicon.ts';

/**
 * Which words of a number the parser need not see, and the word that stands for them: "up to 40 troops", "no fewer than
 * 24 pupils", "between twelve and fifteen people" are parsed as "40 troops", "24 pupils", "twelve people". Treebanks have
 * few such phrases and parsers break on them, while the number grammar reads them surely. Counts by words that are
 * nouns ("a number of men", "tens of thousands") stay: there the parser knows better.
 */
export function foldNumbers(tokens: readonly NumberToken[], lexicon: NumberLexicon): ReadonlyMap<number, number> {
  const folds = new Map<number, number>();
  for (const number of findNumbers(tokens, lexicon)) {
    const keeper = keeperOf(tokens, number);
    if (keeper === null) continue;
    for (let i = number.tokenStart; i < number.tokenEnd; i += 1) if (i !== keeper) folds.set(i, keeper);
  }
  return folds;
}

/** The word that stands for the number: its first figure or number word; null where nothing is to be folded. */
function keeperOf(tokens: readonly NumberToken[], number: NumberMention): number | null {
  const { tokenStart, tokenEnd, numeralStart, numeralEnd, estimate } = number;
  if (tokenEnd - tokenStart === 1 || estimate.high === 0) return null;
  const several = numeralEnd - numeralStart > 1;
  if (estimate.qualifier === 'vague' && several) return null;
  const article = /^(?:an?|half)$/i.test(tokens[numeralStart].text);
  return article ? numeralEnd - 1 : numeralStart;
}
