import { dayNumber, formatIsoDay } from '../base/iso-day.ts';
import { monthNumber } from '../base/months.ts';

/** A day as written in a text: the ISO day, null where there is no such day, and where its words stand. */
export interface WrittenDay {
  readonly day: string | null;
  readonly start: number;
  readonly end: number;
}

/** The ways to write a whole day, year included. The names of the groups say what is what. */
const FORMS: readonly RegExp[] = [
  /\b(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?=\b|T)/u,
  /\b(?<word>\p{L}{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})\b/u,
  /\b(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -](?<word>\p{L}{3,9})\.?,?[ -](?<year>\d{4})\b/u,
  /^(?<day>\d{1,2}) (?<word>\p{L}{3,9})\.? (?<short>\d{2})$/u,
  /\b(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})\b/u,
  /\b(?<one>\d{1,2})\/(?<other>\d{1,2})\/(?<year>\d{4})\b/u,
];

/** The first whole day written in a short text; null where none is, or where its parts can be read in two ways (3/4/2025). */
export function findDay(text: string): WrittenDay | null {
  for (const form of FORMS) {
    const found = form.exec(text);
    const parts = found === null ? null : partsOf(found.groups ?? {});
    if (found === null || parts === null) continue;
    const number = dayNumber(parts.year, parts.month, parts.day);
    return {
      day: number === null ? null : formatIsoDay(number),
      start: found.index,
      end: found.index + found[0].length,
    };
  }
  return null;
}

/**
 * Whether a line gives a day and nothing more than a label, a weekday, a time and a zone with it: "Published: Wednesday,
 * 15 October 2025, 14:30 GMT". A line that says when something was updated is none: that is another day.
 */
export function isDateLine(line: string): boolean {
  if (line.length > 100) return false;
  const [words = ''] = line.split(/\b(?:last )?(?:updated|modified)\b/i, 1);
  const found = findDay(words);
  if (found === null) return false;
  const rest = `${words.slice(0, found.start)} ${words.slice(found.end)}`
    .replace(/\b(?:published|posted|issued|released|dated?)\b(?: on| at)?/i, '')
    .replace(/\b\p{L}{3,6}day\b|\b(?:mon|tue|wed|thu|fri|sat|sun)\b/iu, '')
    .replace(/\bT?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?/i, '')
    .replace(/\b[A-Z]{2,4}\b|[+-]\d{1,2}:?\d{0,2}\b/, '');
  return !/[\p{L}\p{N}]/u.test(rest);
}

function partsOf(
  groups: Readonly<Record<string, string | undefined>>,
): { year: number; month: number; day: number } | null {
  const { month, day, word, one, other, short } = groups;
  const year = short === undefined ? groups['year'] : century(Number(short)) + Number(short);
  if (word !== undefined) {
    const named = monthNumber(word);
    return named === null ? null : { year: Number(year), month: named, day: Number(day) };
  }
  if (one === undefined) return { year: Number(year), month: Number(month), day: Number(day) };
  const [first, second] = [Number(one), Number(other)];
  if (first > 12) return { year: Number(year), month: second, day: first };
  if (second > 12 || first === second) return { year: Number(year), month: first, day: second };
  return null;
}

/** A dateline of two figures ("31 AUG 89") means the years 1970 to 2069. */
function century(short: number): number {
  return short >= 70 ? 1900 : 2000;
}
