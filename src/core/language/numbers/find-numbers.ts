import type { Estimate } from '../../model/estimate.ts';
import type { Span } from '../../model/span.ts';
import { countEstimate, type NumberValue } from './count-estimate.ts';
import type { NumberLexicon } from './number-lexicon.ts';
import { type NumberMeaning, numberMeaning } from './number-meaning.ts';
import { type Numeral, readNumeral } from './read-numeral.ts';
import { qualifierAfter, qualifierBefore } from './read-qualifier.ts';

/** The part of a token that numbers are read from. */
export interface NumberToken extends Span {
  readonly text: string;
}

/** A number in the text: the words with their qualifiers, and what they count or why they count nothing. */
export interface NumberMention extends Span {
  readonly tokenStart: number;
  readonly tokenEnd: number;
  /** Tokens of the bare number, without qualifiers: `[numeralStart, numeralEnd)`. */
  readonly numeralStart: number;
  readonly numeralEnd: number;
  readonly estimate: Estimate;
  /** `count`, or what else it is: `age`, `distance`, `money`, `date`, `label`, `ordinal` … */
  readonly meaning: NumberMeaning;
}

/**
 * Finds the numbers of a text, in order and without overlap. `dates` are the spans that the time expressions took: a
 * number inside one is no count. Reads each token once.
 */
export function findNumbers(
  tokens: readonly NumberToken[],
  lexicon: NumberLexicon,
  dates: readonly Span[] = [],
): readonly NumberMention[] {
  const found: NumberMention[] = [];
  const words = tokens.map(token => token.text.toLowerCase());
  const taken = markTaken(tokens, dates);
  let i = 0;
  while (i < tokens.length) {
    // "As many as four": the word belongs to the qualifier.
    const qualifies = words[i] === 'many' && words[i - 1] === 'as' && words[i + 1] === 'as';
    const read = qualifies ? null : readNumeral(words, i, lexicon);
    const numeral = read === null ? null : withoutDate(read, taken);
    if (numeral === null) {
      i += 1;
      continue;
    }
    const floor = found.at(-1)?.tokenEnd ?? 0;
    found.push(mention(tokens, words, numeral, floor, lexicon, taken));
    i = Math.max(numeral.end, found.at(-1)?.tokenEnd ?? 0);
  }
  return found;
}

/** "March 3 - Nineteen children": the number of a date opens no range. */
function withoutDate(numeral: Numeral, taken: readonly boolean[]): Numeral {
  const { start, end, value } = numeral;
  if (value.form !== 'range' || !taken[start] || taken[end - 1]) return numeral;
  return { start, end: start + 1, value: { form: 'figure', value: value.low } };
}

function mention(
  tokens: readonly NumberToken[],
  words: readonly string[],
  numeral: { readonly start: number; readonly end: number; readonly value: NumberValue },
  floor: number,
  lexicon: NumberLexicon,
  taken: readonly boolean[],
): NumberMention {
  const before = qualifierBefore(words, numeral.start, floor, lexicon);
  const after = qualifierAfter(words, numeral.end, lexicon);
  // "between 10 and 12": the word belongs to the range.
  const ranged = numeral.value.form === 'range' && numeral.start > floor && words[numeral.start - 1] === 'between';
  const tokenStart = before?.start ?? (ranged ? numeral.start - 1 : numeral.start);
  const tokenEnd = after?.end ?? numeral.end;
  const qualifier = before?.qualifier ?? after?.qualifier ?? null;
  return {
    start: tokens[tokenStart].start,
    end: tokens[tokenEnd - 1].end,
    tokenStart,
    tokenEnd,
    numeralStart: numeral.start,
    numeralEnd: numeral.end,
    estimate: countEstimate(numeral.value, qualifier),
    meaning: taken[numeral.start] ? 'date' : numberMeaning(tokens, words, numeral, tokenStart, tokenEnd, lexicon),
  };
}

function markTaken(tokens: readonly NumberToken[], dates: readonly Span[]): readonly boolean[] {
  const sorted = [...dates].sort((a, b) => a.start - b.start);
  let next = 0;
  return tokens.map(token => {
    while (next < sorted.length && sorted[next].end <= token.start) next += 1;
    return next < sorted.length && sorted[next].start < token.end;
  });
}
