import { readTable } from '../base/table.ts';
import type { WordRarity } from './account-words.ts';

/** Reads `data/language/word-rarity.tsv`. A word that is not in it is as rare as can be. */
export function readWordRarity(table: string): WordRarity {
  const rarities = new Map(readTable(table).map(row => [row['word'] ?? '', Number(row['rarity'])]));
  return word => rarities.get(word) ?? 1;
}

/**
 * A word's weight where no table is at hand: long words are rarer than short ones. Coarse, but the same for every text,
 * so that a score depends on the two accounts alone.
 */
export function rarityByLength(word: string): number {
  return Math.min(1, Math.max(0, (word.length - 2) / 6));
}
