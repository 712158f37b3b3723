import { formatIsoDay } from '../../base/iso-day.ts';
import type { Span } from '../../model/span.ts';
import { dropOverlaps } from './join.ts';
import { findAll } from './pattern.ts';
import { calendarPatterns } from './patterns/calendar.ts';
import { type Pieces, readPieces } from './pieces.ts';
import type { Candidate } from './reading.ts';
import { resolveAll } from './resolve.ts';

export interface PublicationDate {
  /** ISO day. */
  readonly day: string;
  readonly span: Span;
  readonly basis: 'dateline' | 'text';
}

/** How far into a text a date may stand to be the one of its publication. */
const HEAD = 1200;
const HEAD_LINES = 8;

/**
 * The publication date that a text itself gives at its top: in a dateline ("KYIV, 5 July 2023 (CW) -") or alone on a
 * line ("Tuesday, November 19, 2019", "Published: 2023-07-05 10:12 GMT"). A dateline without a year takes the year only
 * from another full date of the head that names the same day; without one the date stays unknown.
 */
export function findPublicationDate(text: string): PublicationDate | null {
  const source = readPieces(text.slice(0, HEAD));
  const dates = dropOverlaps(calendarPatterns.flatMap(pattern => findAll(pattern, source))).filter(isDayInMonth);
  let start = 0;
  for (const line of source.text.split('\n').slice(0, HEAD_LINES)) {
    for (const date of dates) {
      const span = spanOf(date, source);
      if (span.start < start || span.end > start + line.length) continue;
      const basis = basisIn(line, { start: span.start - start, end: span.end - start });
      const day = basis === null ? null : dayOf(date, dates, source);
      if (basis !== null && day !== null) return { day, span, basis };
    }
    start += line.length + 1;
  }
  return null;
}

// What may stand on a date line beside the date: a label, a place before a comma, a time, a colon.
const LABEL =
  /^(?:(?:first )?(?:published|posted|updated|issued|date[d]?|released|last updated|last modified)(?: (?:on|at))?:?)?$/i;
const PLACE = /^(?:\p{Lu}[\p{L}.'’-]*[ ,]*){1,5}$/u;
const REST = /^[\s,:.|–—-]*(?:(?:at |- )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,4}\)?)?)?[\s:.|–—-]*$/i;
const DATELINE_LEAD = /^\p{Lu}[\p{L}.'’/ ,()-]{1,60}[,:(] ?$/u;
const DATELINE_REST = /^\)?[\s,:.]*(?:\([^()]{2,40}\))?\s*(?:[–—:]|-{1,2}|\.\s)/;

function basisIn(line: string, span: Span): 'dateline' | 'text' | null {
  const before = line.slice(0, span.start).trim();
  const after = line.slice(span.end);
  const article = before.replace(/[,:|–—-]+$/, '').trim();
  if (REST.test(after) && (LABEL.test(before) || LABEL.test(article))) return 'text';
  if (DATELINE_LEAD.test(`${before} `.slice(0, 70)) && DATELINE_REST.test(after)) return 'dateline';
  if (REST.test(after) && before.endsWith(',') && PLACE.test(before)) return 'dateline';
  return null;
}

/** The day of a date that has a year, or of one without that another date of the head completes. */
function dayOf(date: Candidate, dates: readonly Candidate[], source: Pieces): string | null {
  const { reading } = date;
  if (reading.type !== 'calendar') return null;
  const year = reading.year ?? yearFrom(reading.month, reading.day, dates);
  if (year === null) return null;
  const [found] = resolveAll([{ ...date, reading: { ...reading, year } }], source, null);
  return found?.resolved.start === null || found === undefined ? null : formatIsoDay(found.resolved.start);
}

function yearFrom(month: number | null, day: number | null, dates: readonly Candidate[]): number | null {
  for (const { reading } of dates) {
    if (reading.type === 'calendar' && reading.month === month && reading.day === day && reading.year !== null)
      return reading.year;
  }
  return null;
}

function isDayInMonth({ reading }: Candidate): boolean {
  return reading.type === 'calendar' && reading.day !== null && reading.month !== null;
}

function spanOf(candidate: Candidate, { pieces }: Pieces): Span {
  return { start: pieces[candidate.from]?.start ?? 0, end: pieces[candidate.to - 1]?.end ?? 0 };
}
