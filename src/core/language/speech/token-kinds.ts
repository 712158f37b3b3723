import type { Token } from '../token.ts';

/** Commas, dashes, colons and quotation marks: what parts words of saying from what is said. */
export function isMark({ text }: Token): boolean {
  return /^(?:[,;:"“”„«»–—…'‘’]|''|``|--|\.\.\.?)$/.test(text);
}

/** A hyphen with a blank before it, which is a dash ("PORT SUDAN - Shells fell"). */
export function isBlankHyphen(tokens: readonly Token[], at: number): boolean {
  return tokens[at].text === '-' && at > 0 && tokens[at - 1].end < tokens[at].start;
}

/** Nouns, names and numerals ("three of them said"). */
export function isNoun({ upos }: Token): boolean {
  return upos === 'NOUN' || upos === 'PROPN' || upos === 'NUM';
}

/** A verb that can have a subject: "was", "said", "would". */
export function hasTense({ upos, xpos }: Token): boolean {
  return upos === 'AUX' || ['VBD', 'VBZ', 'VBP', 'MD'].includes(xpos);
}
