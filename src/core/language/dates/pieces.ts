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
  for (const match of text.matchAll(PIECE)) {
    // The full stop of "Oct." is part of the piece before it.
    if (match.index < (pieces.at(-1)?.end ?? 0)) continue;
    pieces.push(classify(match[0], match.index, match.groups ?? {}, text));
  }
  return { text, pieces, letters: pieces.map(piece => piece.letter).join('') };
}

// Each alternative starts with a character class of its own and repeats only single classes: no backtracking to speak of.
const PIECE = new RegExp(
  [
    String.raw`(?<break>\n[^\S\n]*\n\s*)`,
    String.raw`(?<iso>\d{4}-\d{2}-\d{2}(?![\d-]))`,
    String.raw`(?<dotted>\d{1,2}(?<dot>[./])\d{1,2}\k<dot>(?:\d{4}|\d{2})(?!\d|[./]\d))`,
    String.raw`(?<clock>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?=\s*(?:[ap]\.?m\b|hours|hrs|GMT|UTC|local))|\d{1,2}:\d{2}(?::\d{2})?(?!\d))`,
    String.raw`(?<ordinal>\d{1,2}(?:st|nd|rd|th)\b)`,
    String.raw`(?<decade>(?:\d{3}0|['’]?\d0)['’]?s\b|\d{3}0s\b)`,
    String.raw`(?<short>['’]\d{2}\b)`,
    String.raw`(?<number>\d+(?:[.,]\d+)*)`,
    String.raw`(?<meridiem>[ap]\.m\.?)`,
    String.raw`(?<era>B\.C\.E?\.?|A\.D\.?)`,
    String.raw`(?<word>\p{L}+)`,
    String.raw`(?<possessive>['’]s?(?![\p{L}\d]))`,
    String.raw`[^\s]`,
  ].join('|'),
  'giu',
);

type Groups = Readonly<Record<string, string | undefined>>;

function classify(raw: string, start: number, groups: Groups, text: string): Piece {
  const made = (letter: string, value: number | string = raw, length = raw.length): Piece => ({
    start,
    end: start + length,
    letter,
    value,
  });
  if (groups['word'] !== undefined) return word(raw, start, text);
  if (groups['number'] !== undefined) return made(...numberClass(raw));
  if (groups['break'] !== undefined) return made('|');
  if (groups['iso'] !== undefined) return made('i');
  if (groups['dotted'] !== undefined) return made('z');
  if (groups['clock'] !== undefined) return made('c');
  if (groups['ordinal'] !== undefined) return made('O', Number.parseInt(raw, 10));
  if (groups['decade'] !== undefined) return made('K', Number(raw.replace(/\D/g, '')));
  if (groups['short'] !== undefined) return made('j', Number(raw.slice(1)));
  if (groups['meridiem'] !== undefined) return made('g', raw.toLowerCase().startsWith('p') ? 'pm' : 'am');
  if (groups['era'] !== undefined) return made('k', raw.toLowerCase().startsWith('b') ? 'bc' : 'ad');
  if (groups['possessive'] !== undefined) return made("'");
  return made(MARKS.get(raw) ?? '_');
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
