/**
 * A word's weight where no table of word frequencies is at hand: long words are rarer than short ones. Coarse, but the
 * same for every text, so that a score depends on the two accounts alone.
 */
export function rarityByLength(word: string): number {
  return Math.min(1, Math.max(0, (word.length - 2) / 6));
}
