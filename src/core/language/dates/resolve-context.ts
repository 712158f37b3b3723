import type { DayNumber } from '../../base/iso-day.ts';
import type { Basis } from '../../model/basis.ts';
import type { DateKind } from './date-mention.ts';
import type { Pieces } from './pieces.ts';
import type { Candidate } from './reading.ts';

/** The time that the text has come to: the last one it named, down to the day where it named one. */
export interface Story {
  readonly start: DayNumber;
  readonly end: DayNumber;
  readonly grain: 'day' | 'week' | 'month' | 'year';
  readonly words: string;
  /** Whether the text itself wrote the year, and where. */
  readonly yearStated: boolean;
  /** Whether it is one month or several, and no bare year. */
  readonly isMonths: boolean;
  readonly from: number;
}

/** What a candidate is resolved against. */
export interface Context {
  readonly source: Pieces;
  readonly published: DayNumber | null;
  /** The day that "yesterday" counts from: that of the dateline, else that of the publication. */
  readonly anchor: DayNumber | null;
  readonly story: Story | null;
  /** A text about times long before its publication: a month without a year is of the year the text has come to. */
  readonly narrative: boolean;
  /** The tense of the verb that the words at a piece depend on, null where no tagger has spoken. */
  readonly tenseAt: (piece: number) => 'past' | 'open' | null;
  /** Whether dates with slashes give the day first in this text; null where nothing tells. */
  readonly dayFirst: boolean | null;
}

/** The days of a candidate, or why there are none. */
export interface Resolved {
  readonly start: DayNumber | null;
  readonly end: DayNumber | null;
  readonly basis: Basis;
  readonly why: string;
  readonly kind: DateKind;
  readonly value: string | null;
}

/** A resolution to days. */
export function days(
  start: DayNumber,
  end: DayNumber,
  basis: 'stated' | 'implied',
  why: string,
  value: string | null,
): Resolved {
  return { start, end, basis, why, kind: start === end ? 'day' : 'interval', value };
}

/** No days, and the reason: it begins with the code of the problem where there is one. */
export function noDays(why: string, kind: DateKind, value: string | null): Resolved {
  return { start: null, end: null, basis: 'unknown', why, kind, value };
}

const FUTURE_WORDS = /^(?:scheduled|expected|slated|upcoming)$/;
/** Words that look ahead where "to" follows: "plans to meet". */
const FUTURE_BEFORE_TO = /^(?:planned|plans|plan|planning|due|poised|going|set)$/;
const SPEECH = /^(?:said|says|told|announced|reported|added|stated|warned|claimed|confirmed)$/;

/**
 * Whether the sentence speaks of a time to come: "will" or the like shortly before the words, or after them where they
 * open the sentence. "said on Friday it will" is past: the day belongs to the speaking.
 */
export function isFuture({ source }: Context, candidate: Candidate): boolean {
  const { letters, pieces, text } = source;
  const word = (i: number) => text.slice(pieces[i]?.start, pieces[i]?.end).toLowerCase();
  const looksAhead = (i: number) =>
    letters[i] === '!' || FUTURE_WORDS.test(word(i)) || (word(i + 1) === 'to' && FUTURE_BEFORE_TO.test(word(i)));
  let start = candidate.from;
  while (start > 0 && candidate.from - start < 14 && !/[.|;]/.test(letters[start - 1] ?? '')) start -= 1;
  for (let i = candidate.from - 1; i >= start; i -= 1) {
    if (SPEECH.test(word(i)) && candidate.from - i <= 4) return false;
    if (looksAhead(i)) return true;
  }
  if (candidate.from - start > 3) return false;
  for (let i = candidate.to; i < candidate.to + 9 && i < letters.length && !/[.|;]/.test(letters[i] ?? ''); i += 1) {
    if (SPEECH.test(word(i))) return false;
    if (looksAhead(i)) return true;
  }
  return false;
}
