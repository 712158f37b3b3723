import type { Span } from '../../model/span.ts';
import type { TokenRules } from './token-rules.ts';

/**
 * Cuts a text into tokens as the Universal Dependencies treebanks do: punctuation apart, clitics apart (`do|n't`,
 * `army|'s`), hyphens apart (`cross|-|border`), numbers whole (`3,742`), units apart (`18|km`). Spans are in text order
 * and exact on every string; what lies between them is white space and invisible marks only. Linear time.
 */
export function tokenize(text: string, rules: TokenRules): Span[] {
  const spans: Span[] = [];
  const pattern = new RegExp(tokenPattern, 'yu');
  let at = 0;
  while (at < text.length) {
    const word = plainWordEnd(text, at);
    if (word > at) {
      pushWord(text, at, word, spans);
      at = word;
      continue;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) {
      at++;
      continue;
    }
    at = pushMatch(text, at, match, rules, spans);
  }
  return spans;
}

/** White space, and marks that print nothing: zero-width spaces, byte-order marks, direction marks. */
const gap = '\\s\\u200b\\u2060\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff';
const letters = '[\\p{L}\\p{M}\\u200c\\u200d\\u00ad]';
const wordPart = `${letters}(?:${letters}|\\p{N}|_)*`;

/** In this order; each look ahead is bounded, so that no text makes the whole take more than linear time. */
const tokenPattern = [
  `(?<url>(?:https?://|www\\.)[^${gap}<>"“”]{1,2000})`,
  '(?<mail>[\\p{L}\\p{N}._+-]{1,64}@[\\p{L}\\p{N}-]{1,64}(?:\\.[\\p{L}\\p{N}-]{1,64}){1,6})',
  '(?<tag>[#@][\\p{L}\\p{N}_]+)',
  '(?<ordinal>\\p{Nd}{1,9}(?:,\\p{Nd}{3})?(?:st|nd|rd|th|s)(?![\\p{L}\\p{N}]))',
  '(?<date>\\p{Nd}{1,4}-\\p{Nd}{1,4}-\\p{Nd}{1,4}(?![\\p{L}\\p{N}]))',
  '(?<number>\\.?\\p{Nd}+(?:[.,:/]\\p{Nd}+)*)',
  '(?<acronym>(?:\\p{L}|Ph)\\.(?:\\p{L}\\.)+|\\p{Lu}\\.\\p{Lu}(?![\\p{L}\\p{N}]))',
  "(?<clitic>['’](?:(?:s|ll|re|ve|d|m)|\\p{Nd}0s)(?![\\p{L}\\p{N}]))",
  `(?<word>${wordPart}(?:['’ʼ\`&]${wordPart})*)`,
  '(?<smiley>(?<![\\p{L}\\p{N}])[:;]-?[()DP](?![\\p{L}\\p{N}]))',
  '(?<emoji>\\p{RI}{2}|\\p{Extended_Pictographic}[\\ufe0f\\p{EMod}]*(?:\\u200d\\p{Extended_Pictographic}[\\ufe0f\\p{EMod}]*)*)',
  "(?<quote>''|``)",
  '(?<run>\\.{2,}|[!?]{2,}|-{2,}|={2,}|_{2,}|\\*{2,}|~{2,}|#{2,}|…+|—+|–+)',
  `(?<same>[^${gap}])\\k<same>{3,}`,
  `(?<sign>[^${gap}])`,
].join('|');

/** The end of a run of ASCII letters that a space or plain punctuation follows: most words, without a regex. */
function plainWordEnd(text: string, start: number): number {
  let at = start;
  while (isAsciiLetter(text.charCodeAt(at))) at++;
  if (at === start || at === text.length) return at;
  const next = text.charCodeAt(at);
  // A space, a line end, or one of , ; ) " — not . or : or a hyphen, which may belong to the word.
  return next === 32 || next === 10 || next === 44 || next === 59 || next === 41 || next === 34 ? at : start;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Pushes the token or tokens of one match and returns where the next one starts. */
function pushMatch(text: string, start: number, match: RegExpExecArray, rules: TokenRules, spans: Span[]): number {
  const { url, word } = match.groups ?? {};
  const end = start + match[0].length;
  if (url !== undefined) return push(spans, start, start + withoutTrailingSigns(url).length);
  if (word !== undefined) return pushLongWord(text, start, end, rules, spans);
  return push(spans, start, end);
}

function push(spans: Span[], start: number, end: number): number {
  spans.push({ start, end });
  return end;
}

/** An address does not end in the punctuation of the sentence around it. */
function withoutTrailingSigns(url: string): string {
  return url.replace(/[.,;:!?'’)\]}]{1,20}$/, '');
}

/** A word with apostrophes, digits, a prefix over a hyphen, or an abbreviation's full stop. */
function pushLongWord(text: string, start: number, end: number, rules: TokenRules, spans: Span[]): number {
  const word = text.slice(start, end);
  if (text[end] === '.' && (isInitial(word) || keepsStop(text, `${word}.`, end + 1, rules))) {
    return push(spans, start, end + 1);
  }
  if (text[end] === '-' && rules.prefixes.has(word.toLowerCase())) {
    const rest = new RegExp(`-${wordPart}`, 'yu');
    rest.lastIndex = end;
    const joined = rest.exec(text);
    if (joined !== null) return pushWord(text, start, end + joined[0].length, spans);
  }
  const money = /^(\p{L}{1,3})\p{Nd}/u.exec(word);
  if (money !== null && rules.currencies.has(money[1])) return push(spans, start, start + money[1].length);
  return pushWord(text, start, end, spans);
}

/** Whether a word is an abbreviation here: `no.` is one before a number only. */
function keepsStop(text: string, word: string, end: number, rules: TokenRules): boolean {
  if (rules.titles.has(word) || rules.abbreviations.has(word)) return true;
  return rules.beforeNumbers.has(word) && /^\s{0,2}\p{Nd}/u.test(text.slice(end, end + 3));
}

/** One capital letter before a full stop is a name's initial. */
function isInitial(word: string): boolean {
  return word.length === 1 && word !== word.toLowerCase() && word !== 'I';
}

/** Pushes a word, its clitic apart. */
function pushWord(text: string, start: number, end: number, spans: Span[]): number {
  const cut = start + cliticStart(text.slice(start, end));
  if (cut > start && cut < end) push(spans, start, cut);
  return push(spans, cut > start && cut < end ? cut : start, end);
}

/** Where the clitic of a word begins: `n't`, `'s`, `'re`; also the second half of `cannot` and `gonna`. */
function cliticStart(word: string): number {
  if (word.length > 24) return word.length - (/['’`][sS]$/.test(word) ? 2 : 0);
  const clitic = /(?<=.)(?:n['’`]t|['’`](?:s|m|d|re|ve|ll))$/i.exec(word);
  if (clitic !== null) return clitic.index;
  const fused = /^(?:can(?=not$)|gon(?=na$)|wan(?=na$)|got(?=ta$)|gim(?=me$)|lem(?=me$))/i.exec(word);
  return fused === null ? word.length : fused[0].length;
}
