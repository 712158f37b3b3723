import { annotate } from './annotate.ts';
import type { LanguageModels } from './language-models.ts';

/** A text counts as written in capitals from this many letters and this share of capitals on. */
const lettersMin = 200;
const capitalsMin = 0.9;
/** The longest word in brackets that is taken for an acronym. */
const acronymMax = 6;

/** Whether a text is written in capitals throughout, as telexes and some feeds are: its case then tells nothing. */
export function isInCapitals(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals + small >= lettersMin && capitals >= capitalsMin * (capitals + small);
}

/**
 * A text in capitals as it would be written today: small letters, names with a capital, acronyms in brackets in capitals.
 * Every character keeps its place; a text whose length would change is given back as it is.
 */
export function restoreCase(text: string, models: LanguageModels): string {
  const small = text.toLowerCase();
  if (small.length !== text.length) return text;
  const { tokens, sentences, names } = annotate(small, models);
  const letters = small.split('');
  const raise = (start: number, end: number): void => {
    for (let i = start; i < end; i++) {
      const capital = letters[i].toUpperCase();
      if (capital.length === 1) letters[i] = capital;
    }
  };
  for (const { start, end, index, sentence, upos } of tokens) {
    const inBrackets = /[[(]/.test(small[start - 1] ?? '') && /[\])]/.test(small[end] ?? '');
    if (upos === 'PROPN' && inBrackets && end - start <= acronymMax) raise(start, end);
    else if (upos === 'PROPN' || index === sentences[sentence].tokenStart) raise(start, start + 1);
  }
  for (const { tokenStart, tokenEnd } of names) {
    for (const { start, upos } of tokens.slice(tokenStart, tokenEnd)) {
      if (!/^(?:DET|ADP|CCONJ|PUNCT)$/.test(upos)) raise(start, start + 1);
    }
  }
  return letters.join('');
}
