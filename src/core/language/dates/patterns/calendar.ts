import { lowerWord, numberIn, type Pattern, type PatternMatch, type Proposal, wordIn } from '../pattern.ts';
import type { CalendarReading } from '../reading.ts';

const DAY = '(?<day>[dO]|w-?O)';
const YEAR = '(?:,?(?<year>[yj]|[dny](?=k))k?)?';

/** Written dates: "15 October 2025", "Wednesday, Oct. 15", "July 1995", "2025-10-15", "1943", "the 14th". */
export const calendarPatterns: readonly Pattern[] = [
  {
    rule: 'day-month-year',
    letters: new RegExp(`(?:(?<weekday>W),?)?t?${DAY}o?(?<month>M)${YEAR}`),
    read: match => (capitalised(match) ? withYear(match, readDay(match)) : null),
  },
  {
    rule: 'month-day-year',
    letters: new RegExp(`(?:(?<weekday>W),?)?(?<month>M)t?${DAY}(?:o?(?<lone>y)|${YEAR})`),
    read: match => (isCount(match) ? null : withYear(match, readDay(match))),
  },
  {
    rule: 'month-year',
    letters: /(?<month>M)[,o]?(?<year>[yj]|[dny](?=k))k?/,
    read: match => withYear(match, readDay(match)),
  },
  {
    rule: 'month-of-relative-year',
    letters: new RegExp(`(?<month>M)(?:${DAY})?,?o?t?(?<det>[LXT])T?(?<unit>U)`),
    read: match => {
      if (wordIn(match, 'unit') !== 'year') return null;
      const det = wordIn(match, 'det');
      if (det === 'that' || det === 'same') return { reading: readDay(match) };
      const yearShift = det === 'this' ? 0 : match.group('det')?.first.letter === 'L' ? -1 : 1;
      return { reading: { ...readDay(match), yearShift } };
    },
  },
  {
    rule: 'day-of-relative-month',
    letters: /t(?<day>O)ot?(?<det>[LXT])T?(?<unit>U)/,
    read: match => {
      if (wordIn(match, 'unit') !== 'month') return null;
      const det = match.group('det')?.first;
      if (det?.letter === 'T' && det.value !== 'this') return { reading: readDay(match) };
      return { reading: { ...readDay(match), monthShift: det?.letter === 'L' ? -1 : det?.letter === 'X' ? 1 : 0 } };
    },
  },
  {
    rule: 'relative-month',
    letters: /t?(?<det>[LXT])(?<past>L)?(?<month>M)/,
    read: match => {
      const det = match.group('past') ?? match.group('det');
      const turn = det === null ? undefined : TURNS.get(String(det.first.value));
      return turn === undefined ? null : { reading: { ...readDay(match), turn } };
    },
  },
  { rule: 'month', letters: /(?<month>M)/, read: match => (standsAsMonth(match) ? { reading: readDay(match) } : null) },
  {
    rule: 'iso-day',
    letters: /i/,
    read: match => {
      const [year, month, day] = pieceText(match).split('-').map(Number);
      return { reading: calendar(year, month, day) };
    },
  },
  { rule: 'numeric-day', letters: /z/, read: readNumeric },
  { rule: 'year', letters: /(?:t?[UV])?(?<year>y)/, read: readYear },
  { rule: 'year-bc', letters: /~?\.?(?<year>[dny])k/, read: match => ({ reading: readDay(match) }) },
  {
    rule: 'day-of-month',
    letters: /t(?<day>O)/,
    read: match => (standsAsDay(match) ? { reading: readDay(match) } : null),
  },
];

const TURNS: ReadonlyMap<string, NonNullable<CalendarReading['turn']>> = new Map([
  ['last', 'last'],
  ['past', 'last'],
  ['previous', 'previous'],
  ['next', 'next'],
  ['coming', 'next'],
  ['following', 'following'],
  ['this', 'this'],
  ['that', 'that'],
  ['same', 'that'],
]);

function readDay(match: PatternMatch): CalendarReading {
  const group = match.group('day');
  const pieces = group === null ? [] : match.source.pieces.slice(group.from, group.to);
  const day = pieces.reduce((sum, { value }) => (typeof value === 'number' ? sum + value : sum), 0);
  return calendar(yearOf(match), numberIn(match, 'month'), group === null ? null : day);
}

function calendar(year: number | null = null, month: number | null = null, day: number | null = null): CalendarReading {
  return { type: 'calendar', year, month, day };
}

function yearOf(match: PatternMatch): number | null {
  const year = numberIn(match, 'year') ?? numberIn(match, 'lone');
  const group = match.group('year') ?? match.group('lone');
  if (year === null || group === null) return year;
  if (group.first.letter === 'j') return fullYear(year);
  const era = match.source.pieces[group.from + 1];
  return era?.letter === 'k' && /^bc/.test(String(era.value)) ? 1 - year : year;
}

/** "'24" and "9/2/23": this century up to 49, the last one from 50. */
function fullYear(short: number): number {
  return short < 50 ? 2000 + short : 1900 + short;
}

/** "On 15 October, 1500 men …": a number after a comma that counts something is no year. */
function withYear(match: PatternMatch, reading: CalendarReading): Proposal {
  const year = match.group('year');
  if (year === null || !/[,]/.test(match.source.letters[year.from - 1] ?? '') || !countsSomething(match))
    return { reading };
  return { reading: { ...reading, year: null }, to: year.from - 1 };
}

function countsSomething(match: PatternMatch): boolean {
  const after = match.after();
  return (
    after !== null &&
    (after.letter === 'V' || (after.letter === 'x' && /(?:s|men|people)$/.test(lowerWord(match.source, after))))
  );
}

/** "12 May have died" is not a date; "12 May" is. */
function capitalised(match: PatternMatch): boolean {
  return !(
    /^may$/i.test(wordAt(match, 'month')) &&
    match.group('year') === null &&
    /^(?:have|be|not)$/.test(lowerWord(match.source, match.after()))
  );
}

/** "in March 22 people were killed": after "in" a month and a number are no day. */
function isCount(match: PatternMatch): boolean {
  if (match.group('year') !== null || match.group('lone') !== null || match.group('day')?.first.letter !== 'd')
    return false;
  return (
    /^(?:in|since|during)$/.test(lowerWord(match.source, match.before())) && /^[xV]$/.test(match.after()?.letter ?? '')
  );
}

/** "May" and "March" alone are months only where something makes them so. */
function standsAsMonth(match: PatternMatch): boolean {
  const word = wordAt(match, 'month');
  if (!/^(?:may|march|mar|april|june|august|jan)$/i.test(word)) return true;
  if (/^[@fbs>oELX&-]$/.test(match.before()?.letter ?? '') || (match.before()?.letter === 'T' && word !== 'May'))
    return true;
  // "the March air strikes"
  if (match.before()?.letter === 't' && match.after()?.letter === 'x') return true;
  if (/^[&>-]$/.test(match.after()?.letter ?? '') && match.after(2)?.letter === 'M') return true;
  return /^(?:before|after|every|each|late|mid|about|around)$/.test(lowerWord(match.source, match.before()));
}

function wordAt(match: PatternMatch, name: string): string {
  const piece = match.group(name)?.first;
  return piece === undefined ? '' : match.source.text.slice(piece.start, piece.end);
}

function pieceText(match: PatternMatch): string {
  const piece = match.source.pieces[match.from];
  return piece === undefined ? '' : match.source.text.slice(piece.start, piece.end);
}

/** "15.10.2025", "9/2/2023": with stops the day is first; with slashes only where one number is above 12. */
function readNumeric(match: PatternMatch): Proposal | null {
  const text = pieceText(match);
  const [a = 0, b = 0, y = 0] = text.split(/[./]/).map(Number);
  const year = y < 100 ? fullYear(y) : y;
  if (a > 31 || b > 31 || (a > 12 && b > 12) || a === 0 || b === 0 || year < 1000 || year > 2199) return null;
  if (text.includes('.')) return b > 12 ? null : { reading: calendar(year, b, a) };
  if (a > 12 || a === b) return { reading: calendar(year, b, a) };
  if (b > 12) return { reading: calendar(year, a, b) };
  return { reading: { type: 'numeric', one: a, other: b, year } };
}

/** A bare number as a year: only with a word or a mark before it that years have, and nothing after it that it counts. */
function readYear(match: PatternMatch): Proposal | null {
  const year = numberIn(match, 'year');
  if (year === null) return null;
  const reading = calendar(year);
  const group = match.group('year');
  if (group !== null && group.from > match.from) {
    return /^years?$/.test(wordUnit(match)) ? { reading } : { reading, from: group.from };
  }
  if (countsSomething(match) || isMeasure(match) || isAddress(match)) return null;
  const before = match.before();
  const word = lowerWord(match.source, before);
  if (/^[#$£€%/]$/.test(word) || (before?.letter === '-' && /^[nd#]$/.test(match.before(2)?.letter ?? ''))) return null;
  if (NUMBERED.test(word)) return null;
  if (year < 1500)
    return /^(?:in|since|before|after|circa|until)$/.test(word) && match.after()?.letter !== 'x' ? { reading } : null;
  const framed = /^[sfb@o>&E(L-]$/.test(before?.letter ?? '') || /^[,);&]$/.test(match.after()?.letter ?? '');
  return framed || year >= 1700 ? { reading } : null;
}

/** Words before a number that make it a name or a count, not a year. */
const NUMBERED = /^(?:no|than|nearly|almost|some|least|over|number|resolution|route|highway|boeing|unit)$/;

/** "2000 km", "1,500 m", "1700 %". */
function isMeasure(match: PatternMatch): boolean {
  const after = match.after();
  const word = lowerWord(match.source, after);
  return after?.letter === 'U' || /^(?:%|km|m|kg|mm|ft|yards?|metres?|meters?|mph|tons?)$/.test(word);
}

/** "of 1935 Orchard St.": a house number. */
function isAddress(match: PatternMatch): boolean {
  if (match.after()?.letter !== '_') return false;
  const words = [match.after(2), match.after(3)].map(piece => lowerWord(match.source, piece));
  return words.some(word => /^(?:st|street|ave|avenue|rd|road|dr|drive|lane|blvd|boulevard|highway)$/.test(word));
}

function wordUnit(match: PatternMatch): string {
  const unit = match.source.pieces.slice(match.from, match.to).find(piece => /[UV]/.test(piece.letter));
  return String(unit?.value ?? '');
}

/** What follows "on the 14th" where it is a day and not "the 14th Brigade". */
const DAY_FOLLOWS = /^(?:it|he|she|they|we|was|were|had|when|that|but)$/;

/** "on the 14th", not "the 14th Brigade" and not "the first". */
function standsAsDay(match: PatternMatch): boolean {
  const day = match.group('day');
  if (day === null || !/^\d/.test(wordAt(match, 'day'))) return false;
  const after = match.after();
  const ahead = match.source.text.slice(after?.start ?? 0, (after?.start ?? 0) + 40);
  if (/^(?:and|to|or|through|-|–)\b.{0,20}\bcentur/.test(ahead)) return false;
  const lead = lowerWord(match.source, match.before());
  if (after === null || /^[.,;)@|&>f]$/.test(after.letter)) {
    return /^(?:on|until|by|from|to|since|before|after|of|and|between)$/.test(lead);
  }
  return lead === 'on' && (/^[ta]$/.test(after.letter) || DAY_FOLLOWS.test(lowerWord(match.source, after)));
}
