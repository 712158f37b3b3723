import type { WordRarity } from '../account-words.ts';
import type { ReportTerms } from './report-terms.ts';

/** How telling a term is, from 0 (it stands in every report) to 1 (in one only). */
export type TermWeight = (term: string) => number;

/** So many reports of other news the set is imagined to stand among: the smaller the set, the more they count. */
const OTHER_REPORTS = 200;
/** The share of sentences that a word of rarity 1 has at most, as `data/language/word-rarity.tsv` was counted (5 of 43,181). */
const RAREST_SHARE = 5 / 43_181;
/** In so many sentences a word of a report has its chances to occur. */
const SENTENCES = 20;

/**
 * Weights from how many reports of the set have a term, blended with how rare the word is in news at large. A large
 * set on one subject speaks for itself; in a small one, words that both of two reports share would else count for nothing.
 */
export function termWeights(set: readonly ReportTerms[], rarity: WordRarity): TermWeight {
  const holders = new Map<string, number>();
  for (const { full, namePairs, figures } of set) {
    for (const term of [...full.keys(), ...namePairs, ...figures]) holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  const size = set.length + OTHER_REPORTS;
  const weights = new Map<string, number>();
  return term => {
    const known = weights.get(term);
    if (known !== undefined) return known;
    const elsewhere = OTHER_REPORTS * shareOfReports(rarity(term));
    const weight = Math.log(size / Math.max(1, (holders.get(term) ?? 0) + elsewhere)) / Math.log(size);
    weights.set(term, Math.max(0, weight));
    return Math.max(0, weight);
  };
}

/** The share of reports that have a word of that rarity at least once. */
function shareOfReports(rarity: number): number {
  if (rarity >= 1) return 0;
  const perSentence = RAREST_SHARE ** rarity;
  return 1 - (1 - perSentence) ** SENTENCES;
}
