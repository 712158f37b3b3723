import { phrasesAt } from '../../language/phrases.ts';
import type { Token } from '../../language/token.ts';
import type { KindLexicon } from './kind-lexicon.ts';

/** A kind that a text may be of, and how much speaks for it. */
export interface KindScore {
  readonly kind: string;
  readonly score: number;
}

/**
 * What a short text is about, the likeliest first (codebook §15): for each kind its heaviest rule that holds, and more
 * where many words speak for it or the text begins with them. Empty where no rule holds: nothing is guessed.
 */
export function kindsOf(tokens: readonly Token[], lexicon: KindLexicon): readonly KindScore[] {
  const strengths = strengthsOf(tokens, lexicon);
  const best = new Map<string, number>();
  for (const { kind, weight, all, none } of lexicon.rules) {
    if (!all.every(name => strengths.has(name)) || none.some(name => strengths.has(name))) continue;
    const score = weight + MORE * Math.min(MOST, strengths.get(all[0]) ?? 0);
    best.set(kind, Math.max(best.get(kind) ?? 0, score));
  }
  return [...best].map(([kind, score]) => ({ kind, score })).sort((a, b) => b.score - a.score);
}

const MORE = 0.35;
const MOST = 4;

/** How strongly each class of words is there: its different words, half where they first come after the first sentence. */
export function strengthsOf(tokens: readonly Token[], { words }: KindLexicon): ReadonlyMap<string, number> {
  const seen = new Set<string>();
  const strengths = new Map<string, number>();
  for (let i = 0; i < tokens.length; i += 1)
    for (const { entry } of phrasesAt(tokens, i, words)) {
      const key = `${entry.name} ${entry.words}`;
      if (seen.has(key)) continue;
      seen.add(key);
      strengths.set(entry.name, (strengths.get(entry.name) ?? 0) + (tokens[i].sentence === 0 ? 1 : 0.5));
    }
  return strengths;
}
