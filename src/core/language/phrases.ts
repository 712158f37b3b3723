import type { Token } from './token.ts';

/** Lexicon entries of one or more lemmas, ready to be looked up by their first. */
export interface PhraseIndex<Entry> {
  readonly byFirst: ReadonlyMap<string, readonly { readonly lemmas: readonly string[]; readonly entry: Entry }[]>;
}

/** One place where an entry stands: its first token is the one that governs, `[start, end)` all of its words. */
export interface PhraseMatch<Entry> {
  readonly start: number;
  readonly end: number;
  readonly entry: Entry;
}

/** Indexes entries by the lemmas of their words; of several with the same words all are kept. */
export function phraseIndex<Entry extends { readonly words: string }>(entries: readonly Entry[]): PhraseIndex<Entry> {
  const byFirst = new Map<string, { lemmas: readonly string[]; entry: Entry }[]>();
  for (const entry of entries) {
    const lemmas = entry.words.split(' ');
    const list = byFirst.get(lemmas[0]) ?? [];
    list.push({ lemmas, entry });
    byFirst.set(lemmas[0], list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.lemmas.length - a.lemmas.length);
  return { byFirst };
}

/**
 * The entries that begin at token `at` by its lemma, and after them those by its form (for irregular forms that no
 * lemmatizer knows), longest first. The words after the first may stand up to three tokens apart
 * ("lost | their | lives", "set the house on fire"), within the sentence.
 */
export function phrasesAt<Entry>(
  tokens: readonly Token[],
  at: number,
  index: PhraseIndex<Entry>,
): readonly PhraseMatch<Entry>[] {
  const lemma = tokens[at].lemma.toLowerCase();
  const form = tokens[at].text.toLowerCase();
  const byLemma = index.byFirst.get(lemma);
  const byForm = form === lemma ? undefined : index.byFirst.get(form);
  if (byLemma === undefined && byForm === undefined) return NONE;
  const found: PhraseMatch<Entry>[] = [];
  for (const entries of [byLemma, byForm]) {
    for (const { lemmas, entry } of entries ?? NONE) {
      const end = matchRest(tokens, at, lemmas);
      if (end !== null) found.push({ start: at, end, entry });
    }
  }
  return found;
}

const NONE: readonly never[] = [];

const GAP_MAX = 3;

function matchRest(tokens: readonly Token[], at: number, lemmas: readonly string[]): number | null {
  let position = at;
  for (let word = 1; word < lemmas.length; word += 1) {
    const lemma = lemmas[word];
    let next = position + 1;
    while (next <= position + 1 + GAP_MAX && tokens[next]?.lemma.toLowerCase() !== lemma) next += 1;
    if (next > position + 1 + GAP_MAX || tokens[next].sentence !== tokens[at].sentence) return null;
    position = next;
  }
  return position + 1;
}
