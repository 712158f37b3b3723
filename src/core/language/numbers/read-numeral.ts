import type { NumberValue } from './count-estimate.ts';
import type { NumberLexicon, NumberWord } from './number-lexicon.ts';

/** The bare words of a number: tokens `[start, end)` and their value. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: NumberValue;
}

/** Plain, Western (12,000) and South Asian (1,10,000) digit groups, with a decimal part. */
const DIGITS = /^(?:\d{1,3}(?:,\d{2,3})+|\d{1,12})(?:\.\d{1,4})?$/;
const DIGITS_WITH_SCALE = /^(\d{1,6}(?:\.\d{1,3})?)(k|m|bn)$/;
const SCALE_SUFFIX: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9 };

/** Reads the number that begins exactly at token `start`, with ranges and bracketed repeats ("nine (9)"), or null. */
export function readNumeral(words: readonly string[], start: number, lexicon: NumberLexicon): Numeral | null {
  const first = readFigure(words, start, lexicon);
  if (first === null) return null;
  const repeated = skipRepeat(words, first, lexicon);
  if (first.value.form !== 'figure') return repeated;
  return readRange(words, start, repeated, lexicon) ?? repeated;
}

/** "10 to 12", "10-12", "10 or 12", "between 10 and 12". A range that falls ("12 to 10") is none. */
function readRange(words: readonly string[], start: number, first: Numeral, lexicon: NumberLexicon): Numeral | null {
  const joint = words[first.end];
  const between = words[start - 1] === 'between' && joint === 'and';
  // "rose from 10 to 12" tells two figures in a row and "moved from 3 to 5" is no range either.
  const change = words[start - 1] === 'from';
  if (!between && (change || !['to', 'or', '-', '–', '—'].includes(joint ?? ''))) return null;
  const second = readFigure(words, first.end + 1, lexicon);
  if (second === null || second.value.form !== 'figure' || first.value.form !== 'figure') return null;
  const low = liftByScale(first.value.value, words, first, second, lexicon);
  const high = second.value.value;
  return low < high
    ? { start, end: second.end, value: { form: 'range', low: Math.round(low), high: Math.round(high) } }
    : null;
}

/** "10 to 12 lakh" scales both ends; "800 to 2 lakh" does not. */
function liftByScale(
  low: number,
  words: readonly string[],
  first: Numeral,
  second: Numeral,
  lexicon: NumberLexicon,
): number {
  const scale = lexicon.numerals.get(words[second.end - 1] ?? '');
  const bare = lexicon.numerals.get(words[first.end - 1] ?? '')?.kind !== 'scale';
  const lifted = scale?.kind === 'scale' ? low * scale.value : low;
  return bare && low < 100 && second.value.form === 'figure' && lifted < second.value.value ? lifted : low;
}

/** "twenty-six (26)" says one number twice. */
function skipRepeat(words: readonly string[], figure: Numeral, lexicon: NumberLexicon): Numeral {
  if (words[figure.end] !== '(' || figure.value.form !== 'figure') return figure;
  const again = readFigure(words, figure.end + 1, lexicon);
  const same = again?.value.form === 'figure' && again.value.value === figure.value.value && words[again.end] === ')';
  return same ? { ...figure, end: again.end + 1 } : figure;
}

function readFigure(words: readonly string[], start: number, lexicon: NumberLexicon): Numeral | null {
  const word = words[start];
  if (word === undefined) return null;
  const suffixed = DIGITS_WITH_SCALE.exec(word);
  if (suffixed !== null) {
    const value = Number(suffixed[1]) * (SCALE_SUFFIX[suffixed[2] ?? ''] ?? 1);
    return { start, end: start + 1, value: { form: 'figure', value } };
  }
  if (DIGITS.test(word)) return readScales(words, start, start + 1, Number(word.replaceAll(',', '')), lexicon);
  return readWords(words, start, lexicon);
}

/** "1.1 lakh", "2 million", "3 dozen". */
function readScales(
  words: readonly string[],
  start: number,
  from: number,
  value: number,
  lexicon: NumberLexicon,
): Numeral {
  let end = from;
  let total = value;
  for (
    let next = lexicon.numerals.get(words[end] ?? '');
    next?.kind === 'scale';
    next = lexicon.numerals.get(words[end] ?? '')
  ) {
    total *= next.value;
    end += 1;
  }
  return { start, end, value: { form: 'figure', value: total } };
}

function readWords(words: readonly string[], start: number, lexicon: NumberLexicon): Numeral | null {
  const phrase = longestEntry(words, start, lexicon);
  if (phrase === null) return readArticleScale(words, start, lexicon);
  const { entry, end } = phrase;
  switch (entry.kind) {
    case 'vague': {
      // "several hundred", "a few thousand".
      const scale = lexicon.numerals.get(words[end] ?? '');
      if (scale?.kind === 'scale')
        return { start, end: end + 1, value: { form: 'vague', low: entry.value * scale.value } };
      return { start, end, value: { form: 'vague', low: entry.value } };
    }
    case 'zero':
      // "no fewer than 24" is a qualifier, not a zero.
      return opensQualifier(words, start, lexicon) ? null : { start, end, value: { form: 'figure', value: 0 } };
    case 'pair':
      return { start, end, value: { form: 'figure', value: entry.value } };
    case 'unit':
    case 'tens':
      return readQuarters(words, start, lexicon) ?? readSpelled(words, start, lexicon);
    default:
      return null;
  }
}

/** "a dozen", "a hundred", "half a million", "half a dozen", "a quarter of a million". */
function readArticleScale(words: readonly string[], start: number, lexicon: NumberLexicon): Numeral | null {
  const quarters = readQuarters(words, start, lexicon);
  if (quarters !== null) return quarters;
  const half = words[start] === 'half';
  const article = half ? start + 1 : start;
  if (words[article] !== 'a' && words[article] !== 'an' && !(half && words[article] === '-')) return null;
  const scale = lexicon.numerals.get(words[article + 1] ?? '');
  if (scale?.kind !== 'scale') return null;
  const value = half ? scale.value / 2 : scale.value;
  const numeral = readScales(words, start, article + 2, value, lexicon);
  // "A dozen", "a score", "a hundred" are ways of counting, not exact figures (codebook §5.1).
  return numeral.value.form === 'figure' ? { ...numeral, value: { ...numeral.value, round: true } } : numeral;
}

/** "a quarter of a million", "three quarters of a million", "a quarter million". */
function readQuarters(words: readonly string[], start: number, lexicon: NumberLexicon): Numeral | null {
  const counted = lexicon.numerals.get(words[start] ?? '');
  const count = words[start] === 'a' ? 1 : counted?.kind === 'unit' ? counted.value : undefined;
  const noun = words[start + 1];
  if (count === undefined || (noun !== 'quarter' && noun !== 'quarters')) return null;
  const scaleAt = words[start + 2] === 'of' && words[start + 3] === 'a' ? start + 4 : start + 2;
  const scale = lexicon.numerals.get(words[scaleAt] ?? '');
  if (scale?.kind !== 'scale') return null;
  return { start, end: scaleAt + 1, value: { form: 'figure', value: (count * scale.value) / 4, round: true } };
}

/** "two hundred and fifty-six thousand": tens and units add up to a group, scales multiply it. */
function readSpelled(words: readonly string[], start: number, lexicon: NumberLexicon): Numeral {
  let total = 0;
  let group = 0;
  let end = start;
  let last: NumberWord | null = null;
  for (let i = start; i < words.length; i += 1) {
    const joined: boolean = (words[i] === '-' || (words[i] === 'and' && last?.kind === 'scale')) && i > start;
    const entry = lexicon.numerals.get(words[joined ? i + 1 : i] ?? '');
    if (entry === undefined || !continues(last, entry)) break;
    if (joined) i += 1;
    if (entry.kind === 'scale' && entry.value >= 1000) {
      total += Math.max(group, 1) * entry.value;
      group = 0;
    } else if (entry.kind === 'scale') group = Math.max(group, 1) * entry.value;
    else if (entry.kind === 'unit' || entry.kind === 'tens') group += entry.value;
    last = entry;
    end = i + 1;
  }
  return { start, end, value: { form: 'figure', value: total + group } };
}

function continues(last: NumberWord | null, next: NumberWord): boolean {
  if (last === null) return next.kind === 'unit' || next.kind === 'tens';
  if (next.kind === 'scale') return true;
  if (next.kind === 'unit') return (last.kind === 'tens' && next.value < 10) || last.kind === 'scale';
  return next.kind === 'tens' && last.kind === 'scale';
}

function opensQualifier(words: readonly string[], start: number, lexicon: NumberLexicon): boolean {
  for (let length = lexicon.wordsMax; length > 1; length -= 1) {
    if (lexicon.before.has(words.slice(start, start + length).join(' '))) return true;
  }
  return false;
}

function longestEntry(
  words: readonly string[],
  start: number,
  lexicon: NumberLexicon,
): { entry: NumberWord; end: number } | null {
  const most = lexicon.numeralWords.get(words[start]) ?? 0;
  for (let length = Math.min(most, words.length - start); length > 0; length -= 1) {
    const entry = lexicon.numerals.get(words.slice(start, start + length).join(' '));
    if (entry !== undefined) return { entry, end: start + length };
  }
  return null;
}
