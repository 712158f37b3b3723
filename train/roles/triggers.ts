import type { MucDocument } from './muc-documents.ts';

const triggersMax = 400;
const leastCount = 4;

/** The lemmas of verbs and nouns, hashed, that best tell sentences that name a filler from the others. */
export function findTriggers(docs: readonly MucDocument[]): ReadonlySet<number> {
  const counts = new Map<number, [telling: number, other: number]>();
  const totals = [0, 0];
  for (const { words, candidates, gold } of docs) {
    const telling = new Set(
      candidates.flatMap(({ text, sentence }) => (gold.texts.some(texts => texts.has(text)) ? [sentence] : [])),
    );
    for (const { index, tokenStart, tokenEnd } of words.sentences) {
      const side = telling.has(index) ? 0 : 1;
      totals[side]++;
      const lemmas = new Set<number>();
      for (let i = tokenStart; i < tokenEnd; i++) {
        if (words.tokens[i].upos === 'VERB' || words.tokens[i].upos === 'NOUN') lemmas.add(words.lemma[i]);
      }
      for (const lemma of lemmas) {
        const known = counts.get(lemma) ?? [0, 0];
        known[side]++;
        counts.set(lemma, known);
      }
    }
  }
  const scored = [...counts]
    .filter(([, [telling]]) => telling >= leastCount)
    .map(([lemma, [telling, other]]) => {
      const ratio = (telling + 0.5) / (totals[0] + 1) / ((other + 0.5) / (totals[1] + 1));
      return { lemma, score: Math.log(ratio) * Math.sqrt(telling) };
    });
  scored.sort((a, b) => b.score - a.score || a.lemma - b.lemma);
  return new Set(scored.slice(0, triggersMax).map(({ lemma }) => lemma));
}
