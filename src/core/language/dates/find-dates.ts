import { formatIsoDay, parseIsoDay } from '../../base/iso-day.ts';
import type { When } from '../../model/when.ts';
import type { Sentence, Token } from '../token.ts';
import type { DateEnd, DateMention } from './date-mention.ts';
import { governingTense } from './governing-tense.ts';
import {
  dropOverlaps,
  joinAppositions,
  joinApproximations,
  joinEdges,
  joinParts,
  joinRanges,
  type Refiner,
} from './join.ts';
import { findAll, type Pattern } from './pattern.ts';
import { calendarPatterns } from './patterns/calendar.ts';
import { calendarRangePatterns } from './patterns/calendar-range.ts';
import { feastPatterns } from './patterns/feast.ts';
import { partOfDayPatterns } from './patterns/part-of-day.ts';
import { relativePatterns } from './patterns/relative.ts';
import { repeatedPatterns } from './patterns/repeated.ts';
import { slicePatterns } from './patterns/slice.ts';
import { spanOfYearsPatterns } from './patterns/span-of-years.ts';
import { stretchPatterns } from './patterns/stretch.ts';
import { weekdayPatterns } from './patterns/weekday.ts';
import { type Piece, readPieces } from './pieces.ts';
import { type ResolvedCandidate, resolveAll } from './resolve.ts';

/** Patterns propose; of two that read the same words the earlier one is right. */
const PATTERNS: readonly Pattern[] = [
  ...calendarRangePatterns,
  ...calendarPatterns,
  ...feastPatterns,
  ...weekdayPatterns,
  ...spanOfYearsPatterns,
  ...slicePatterns,
  ...relativePatterns,
  ...stretchPatterns,
  ...partOfDayPatterns,
  ...repeatedPatterns,
];

/** Refiners dispose, in this order. */
const REFINERS: readonly Refiner[] = [
  dropOverlaps,
  joinEdges,
  joinApproximations,
  joinAppositions,
  joinParts,
  joinRanges,
];

export interface DatesInput {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

/**
 * Finds the time expressions of a text, in text order and without overlaps, and turns them into days. The publication
 * day is the anchor of "Wednesday" and "last week"; without it such words are found, and their days stay unknown.
 */
export function findDates(input: DatesInput, anchor: { readonly publishedAt: string | null }): DateMention[] {
  const source = readPieces(input.text);
  const proposed = PATTERNS.flatMap(pattern => findAll(pattern, source));
  const candidates = REFINERS.reduce(
    (found, refine) => refine(found, source),
    proposed as readonly ReturnType<typeof findAll>[number][],
  );
  const published = anchor.publishedAt === null ? null : parseIsoDay(anchor.publishedAt);
  const { tokens } = input;
  const tenseAt = (piece: number) => {
    const start = source.pieces[piece]?.start;
    return start === undefined ? null : governingTense(tokens, firstTokenEndingAfter(tokens, start));
  };
  return resolveAll(candidates, source, published, tenseAt).map(found => mention(found, input, source.pieces));
}

function mention(found: ResolvedCandidate, { text, tokens }: DatesInput, pieces: readonly Piece[]): DateMention {
  const span = spanOf(found, pieces);
  const { resolved, candidate } = found;
  const tokenStart = firstTokenEndingAfter(tokens, span.start);
  return {
    span,
    tokenStart,
    tokenEnd: Math.max(tokenStart, firstTokenStartingFrom(tokens, span.end)),
    when: whenOf(found, text, span),
    kind: resolved.kind,
    rule: candidate.rule,
    value: resolved.value,
    ends: found.ends.map((end): DateEnd => ({ span: spanOf(end, pieces), value: end.resolved.value })),
  };
}

function whenOf({ resolved, candidate }: ResolvedCandidate, text: string, span: { start: number; end: number }): When {
  const start = resolved.start === null ? null : formatIsoDay(resolved.start);
  const end = resolved.end === null ? null : formatIsoDay(resolved.end);
  const words = text.slice(span.start, span.end);
  if (start === null || end === null || resolved.start === null || resolved.end === null) {
    const why = resolved.start === null ? resolved.why : 'a date before our era has no ISO day';
    return { words, span, start: null, end: null, precision: null, partOfDay: candidate.part, basis: 'unknown', why };
  }
  const precision = precisionOf(resolved.end - resolved.start + 1);
  return { words, span, start, end, precision, partOfDay: candidate.part, basis: resolved.basis, why: resolved.why };
}

/** UCDP's date_prec by the length of the interval: a day, two to six days, a week, a month, longer. */
function precisionOf(days: number): number {
  if (days <= 1) return 1;
  if (days <= 6) return 2;
  if (days <= 8) return 3;
  return days <= 31 ? 4 : 5;
}

function spanOf({ candidate }: ResolvedCandidate, pieces: readonly Piece[]): { start: number; end: number } {
  return { start: pieces[candidate.from]?.start ?? 0, end: pieces[candidate.to - 1]?.end ?? 0 };
}

function firstTokenEndingAfter(tokens: readonly Token[], offset: number): number {
  return search(tokens, token => token.end > offset);
}

function firstTokenStartingFrom(tokens: readonly Token[], offset: number): number {
  return search(tokens, token => token.start >= offset);
}

/** Index of the first token for which `holds` is true; the number of tokens where it is for none. */
function search(tokens: readonly Token[], holds: (token: Token) => boolean): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle];
    if (token !== undefined && holds(token)) high = middle;
    else low = middle + 1;
  }
  return low;
}
