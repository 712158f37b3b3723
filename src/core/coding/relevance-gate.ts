import { type LemmaExceptions, lemmatize } from '../language/syntax/lemma.ts';
import type { Codebook } from './codebook.ts';

/** The tables of the codebook that hold the words at which the rules of coding begin. */
export type RelevantWords = Pick<
  Codebook,
  'harmTriggers' | 'eventTriggers' | 'relationWords' | 'truces' | 'blameWords' | 'responsibilityWords'
>;

/**
 * Tells from the words of a sentence whether it may tell of harm, of a happening, of a truce, of blame or of how actors
 * stand to each other: whether all words of an entry of the codebook are among them, read as any word class. What it lets
 * pass may still tell nothing; what it holds back has no words that a rule of coding begins at.
 */
export function relevanceGate(
  { harmTriggers, eventTriggers, relationWords, truces, blameWords, responsibilityWords }: RelevantWords,
  exceptions: LemmaExceptions,
): (words: readonly string[]) => boolean {
  const indices = [harmTriggers, eventTriggers, relationWords, truces, blameWords, responsibilityWords];
  const known = new Map<string, readonly string[]>();
  const remembered = (form: string): readonly string[] => {
    const found = known.get(form);
    if (found !== undefined) return found;
    const lemmas = lemmasOf(form, exceptions);
    if (known.size >= rememberedMax) known.clear();
    known.set(form, lemmas);
    return lemmas;
  };
  return words => {
    const lemmas = new Set(words.flatMap(remembered));
    const isTold = (lemma: string): boolean =>
      indices.some(({ byFirst }) => byFirst.get(lemma)?.some(entry => entry.lemmas.every(other => lemmas.has(other))));
    return [...lemmas].some(isTold);
  };
}

const rememberedMax = 50_000;

/** All that a form may come from, whatever its word class. */
function lemmasOf(form: string, exceptions: LemmaExceptions): readonly string[] {
  const lower = form.toLowerCase();
  const verbs = ['VBD', 'VBN', 'VBG', 'VBZ'].map(tag => lemmatize(lower, 'VERB', tag, exceptions));
  return [...new Set([lower, ...verbs, lemmatize(lower, 'NOUN', 'NNS', exceptions)])];
}
