import { foldName } from '../base/fold-name.ts';

/** Beyond these a text is searched no more: indexes of full text have such limits, and all stores must agree. */
const WORDS_MAX = 16_000;
const REPEATS_MAX = 250;
const LETTERS_MAX = 64;

/** One thing looked for: words that stand side by side, the last of them perhaps only by its beginning. */
export interface SearchTerm {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
}

/** The words of a text as they are searched: small letters without accents, digits; everything else only parts them. */
export function searchWords(text: string): readonly string[] {
  const words: string[] = [];
  for (const run of text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const word = foldName(run).slice(0, LETTERS_MAX);
    if (word !== '') words.push(word);
  }
  return words;
}

/** The words under which a text is found. What is left out of a very long one is left out in every store. */
export function indexedWords(text: string): readonly string[] {
  const seen = new Map<string, number>();
  return searchWords(text)
    .slice(0, WORDS_MAX)
    .filter(word => {
      const times = (seen.get(word) ?? 0) + 1;
      seen.set(word, times);
      return times <= REPEATS_MAX;
    });
}

/** A name as it is compared: its words, folded, with one space between them. */
export function foldedName(name: string): string {
  return searchWords(name).join(' ');
}

/** Reads what somebody looks for: words, all of which must occur; "words side by side"; and beginnings, as `shell*`. */
export function searchTerms(text: string): readonly SearchTerm[] {
  const terms: SearchTerm[] = [];
  for (const [, phrase, word = ''] of text.matchAll(/["“”]([^"“”]*)["“”]|([^\s"“”]+)/gu)) {
    const words = searchWords(phrase ?? word);
    if (words.length > 0) terms.push({ words, isPrefix: phrase === undefined && word.endsWith('*') });
  }
  return terms;
}

/** All words of a search as one phrase; null where one word, or a beginning of one, makes that no closer match. */
export function wholePhrase(terms: readonly SearchTerm[]): readonly string[] | null {
  const words = terms.flatMap(term => term.words);
  return terms.length < 2 || terms.some(term => term.isPrefix) ? null : words;
}

/** Whether all terms occur among these words. */
export function saysAll(words: readonly string[], terms: readonly SearchTerm[]): boolean {
  return terms.every(term => words.some((_, at) => standsAt(words, at, term)));
}

function standsAt(words: readonly string[], at: number, { words: wanted, isPrefix }: SearchTerm): boolean {
  return wanted.every((word, i) => {
    const said = words[at + i];
    if (said === undefined) return false;
    return isPrefix && i === wanted.length - 1 ? said.startsWith(word) : said === word;
  });
}
