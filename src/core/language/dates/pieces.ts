import { calendarWord } from './calendar-words.ts';

/** One piece of text as the date patterns see it: a word, a number, a mark, each with a class letter. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly letter: string;
  readonly value: number | string;
}

/** A text cut into pieces. Letter `i` of `letters` is the class of piece `i`: the patterns are expressions over it. */
export interface Pieces {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly letters: string;
}

/**
 * Cuts a text into pieces with class letters, in time linear in its length. The letters:
 * numbers: `d` 1–31, `y` 1000–2199, `n` other integers, `#` with separators, `O` ordinal, `K` "1990s", `c` clock, `i` ISO
 * day, `z` "15.10.2025"; words: `M` month, `W` weekday, `U`/`V` unit in the singular/plural, `w` numeral, `q` vague
 * amount, `S` season, `H` feast, `P` part of day, `E` early/mid/late, `L` last, `X` next, `T` this/that, `A` ago, `B`
 * before, `F` later, `R` today, `N` now/former, `Y` daily, `g` am/pm, `h` hours/GMT, `k` BC, `!` will, and for the small
 * words see `calendar-words.ts`; marks: `-`, `,`, `.`, `/`, `'` possessive, `(`, `)`, `|` end of a paragraph; `_` all else,
 * `x` lower-case words among them.
 */
export function readPieces(text: string): Pieces {
  const pieces: Piece[] = [];
  const patterns = {
    number: new RegExp(NUMBER, 'yu'),
    quoted: new RegExp(QUOTED, 'yu'),
    short: new RegExp(SHORT, 'iy'),
  };
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      const stop = spaceEnd(text, at);
      if (stop - at > 1 && isBreak(text, at, stop)) pieces.push({ start: at, end: stop, letter: '|', value: '' });
      at = stop;
      continue;
    }
    const piece = isLetter(text, at)
      ? wordPiece(text, at, patterns.short)
      : isDigit(code)
        ? digitPiece(text, at, patterns.number)
        : markPiece(text, at, patterns.quoted);
    pieces.push(piece);
    at = piece.end;
  }
  return { text, pieces, letters: pieces.map(piece => piece.letter).join('') };
}

// Numbers with their shapes; each alternative repeats single classes only, so none goes back over what it read.
const NUMBER = [
  String.raw`(?<iso>\d{4}-\d{2}-\d{2}(?![\d-]))`,
  String.raw`(?<dotted>\d{1,2}(?<dot>[./])\d{1,2}\k<dot>(?:\d{4}|\d{2})(?!\d|[./]\d))`,
  String.raw`(?<clock>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?=\s?(?:[apAP]\.?[mM]\b|hours|hrs|GMT|UTC|local))|\d{1,2}:\d{2}(?::\d{2})?(?!\d))`,
  String.raw`(?<ordinal>\d{1,2}(?:st|nd|rd|th)(?![\p{L}\d]))`,
  String.raw`(?<decade>(?:\d{3}0|\d{1,2}0)['’]?s(?![\p{L}\d]))`,
  String.raw`\d+(?:[.,]\d+)*`,
].join('|');

/** After an apostrophe: "'24", "'90s", the possessive. */
const QUOTED = /['’](?:(?<decade>\d0)['’]?s(?![\p{L}\d])|(?<short>\d{2})(?!\d)|s?(?![\p{L}\d]))/u.source;

/** Short forms with full stops: "a.m.", "B.C.". */
const SHORT = String.raw`[ap]\.m\.?|b\.c\.(?:e\.)?|a\.d\.?`;

function digitPiece(text: string, start: number, pattern: RegExp): Piece {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  const raw = match?.[0] ?? text.charAt(start);
  const groups = match?.groups ?? {};
  const made = (letter: string, value: number | string): Piece => ({ start, end: start + raw.length, letter, value });
  if (groups['iso'] !== undefined) return made('i', raw);
  if (groups['dotted'] !== undefined) return made('z', raw);
  if (groups['clock'] !== undefined) return made('c', raw);
  if (groups['ordinal'] !== undefined) return made('O', Number.parseInt(raw, 10));
  if (groups['decade'] !== undefined) return made('K', Number.parseInt(raw, 10));
  return made(...numberClass(raw));
}

function markPiece(text: string, start: number, quoted: RegExp): Piece {
  const raw = text.charAt(start);
  if (raw === "'" || raw === '’') {
    quoted.lastIndex = start;
    const match = quoted.exec(text);
    if (match !== null) {
      const end = start + match[0].length;
      const { decade, short: year } = match.groups ?? {};
      if (decade !== undefined) return { start, end, letter: 'K', value: Number(decade) };
      return { start, end, letter: year === undefined ? "'" : 'j', value: year === undefined ? '' : Number(year) };
    }
  }
  return { start, end: start + 1, letter: MARKS.get(raw) ?? '_', value: raw };
}

function wordPiece(text: string, start: number, abbreviation: RegExp): Piece {
  if (text.charCodeAt(start + 1) === FULL_STOP) {
    abbreviation.lastIndex = start;
    const raw = abbreviation.exec(text)?.[0];
    if (raw !== undefined) {
      const lower = raw.toLowerCase();
      const era = lower.startsWith('b') || lower.startsWith('a.d');
      return {
        start,
        end: start + raw.length,
        letter: era ? 'k' : 'g',
        value: lower.startsWith('b') ? 'bc' : era ? 'ad' : lower.startsWith('p') ? 'pm' : 'am',
      };
    }
  }
  let end = start + 1;
  while (end < text.length && isLetter(text, end)) end += 1;
  return word(text.slice(start, end), start, text);
}

const FULL_STOP = 46;
const WIDE_LETTER = /^\p{L}/u;

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return WIDE_LETTER.test(text.charAt(at));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 160 ||
    code === 8232 ||
    code === 8233 ||
    code === 0xfeff ||
    (code >= 8192 && code <= 8203)
  );
}

function spaceEnd(text: string, from: number): number {
  let end = from + 1;
  while (end < text.length && isSpace(text.charCodeAt(end))) end += 1;
  return end;
}

/** Whether white space holds an empty line. */
function isBreak(text: string, from: number, to: number): boolean {
  let lines = 0;
  for (let at = from; at < to && lines < 2; at += 1) if (text.charCodeAt(at) === 10) lines += 1;
  return lines === 2;
}

const MARKS: ReadonlyMap<string, string> = new Map([
  ['-', '-'],
  ['–', '-'],
  ['‑', '-'],
  [',', ','],
  ['.', '.'],
  ['!', '.'],
  ['?', '.'],
  ['/', '/'],
  ['(', '('],
  [')', ')'],
  ['[', '('],
  [']', ')'],
  [';', ';'],
  [':', ';'],
]);

function numberClass(raw: string): [string, number | string] {
  if (!/^\d+$/.test(raw))
    return ['#', raw.includes('.') ? Number(raw.replaceAll(',', '')) : Number(raw.replace(/\D/g, ''))];
  const value = Number(raw);
  if (raw.length <= 2) return [value >= 1 && value <= 31 ? 'd' : 'n', value];
  if (raw.length === 4 && value >= 1000 && value < 2200) return ['y', value];
  return ['n', raw.length === 4 && raw.startsWith('0') ? raw : value];
}

/** Words that are also other words: their class holds only where they are written like a name or beside a number. */
const CAPITAL_ONLY: ReadonlySet<string> = new Set(['march', 'may', 'august']);
const SHORT_MONTHS: ReadonlySet<string> = new Set('jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '));
const SHORT_DAYS: ReadonlySet<string> = new Set('mon tue tues wed thu thur thurs fri sat sun'.split(' '));

function word(raw: string, start: number, text: string): Piece {
  const lower = raw.toLowerCase();
  const end = start + raw.length;
  const found = calendarWord(lower);
  const plain = { start, end, letter: raw === lower ? 'x' : '_', value: lower };
  if (found === undefined) return plain;
  const { letter, value } = found;
  if (letter === 'M' || letter === 'W') {
    if (CAPITAL_ONLY.has(lower) && raw === lower && !insideDate(text, start, end)) return plain;
    if (SHORT_MONTHS.has(lower) || SHORT_DAYS.has(lower)) return short(plain, letter, value, raw, text);
  }
  if ((letter === 'k' && raw !== raw.toUpperCase()) || (letter === 'g' && !/\d\s?$/.test(text.slice(start - 2, start))))
    return plain;
  return { start, end, letter, value };
}

const MONTH_AHEAD = /^[\s,]*(?:\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;

/** "Oct. 15", "Fri 10 May": a short name takes its full stop, and counts only when written like a name near a number. */
function short(plain: Piece, letter: string, value: number | string, raw: string, text: string): Piece {
  const end =
    text[plain.end] === '.' && /^\.[\s,]*[\da-z]/.test(text.slice(plain.end, plain.end + 4))
      ? plain.end + 1
      : plain.end;
  if (raw[0] === raw[0]?.toLowerCase()) return plain;
  const near = besideNumber(text, plain.start, end);
  if (near || (letter === 'W' && MONTH_AHEAD.test(text.slice(end, end + 6)))) return { ...plain, end, letter, value };
  return letter === 'M' && raw.length > 3 ? { ...plain, end, letter, value } : plain;
}

/** "15 march 2023": written small, only a day before and a year after make it a month. */
function insideDate(text: string, start: number, end: number): boolean {
  return (
    /\d(?:st|nd|rd|th)? (?:of )?$/.test(text.slice(Math.max(0, start - 8), start)) &&
    /^,? \d{4}/.test(text.slice(end, end + 6))
  );
}

function besideNumber(text: string, start: number, end: number): boolean {
  return (
    /\d(?:st|nd|rd|th)?[\s.,]{0,2}(?:of )?$/.test(text.slice(Math.max(0, start - 8), start)) ||
    /^[\s.,]{0,2}\d/.test(text.slice(end, end + 3))
  );
}
