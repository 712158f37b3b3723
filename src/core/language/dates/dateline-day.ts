import type { DayNumber } from '../../base/iso-day.ts';
import type { Pieces } from './pieces.ts';
import type { Candidate } from './reading.ts';
import { resolveCalendar } from './resolve-calendar.ts';

/** How far into a text a dateline may stand, and how old it may be at the publication. */
const HEAD = 1000;
const DAYS_MAX = 7;

/** "Nay Pyi Taw, " or "KYIV, " before the date, from the start of its line; a dash, a bracket or the line's end after it. */
const BEFORE = /^\p{Lu}[\p{L}.'’/ ,-]{1,60}, ?$/u;
const AFTER = /^(?:[ .,]*(?:[–—:(\n]|-{1,2} )|[ .]*$)/;

/**
 * The day of the dateline: what a report calls "yesterday" is the day before it was written, which may be some days before
 * it was published. Null where the head has no dateline with a day, or one that does not fit the publication.
 */
export function datelineDay(
  candidates: readonly Candidate[],
  source: Pieces,
  published: DayNumber | null,
): DayNumber | null {
  for (const candidate of candidates) {
    const start = source.pieces[candidate.from]?.start ?? HEAD;
    if (start >= HEAD) return null;
    const { reading } = candidate;
    if (reading.type !== 'calendar' || reading.day === null || reading.month === null) continue;
    const lineStart = source.text.lastIndexOf('\n', start - 1) + 1;
    const end = source.pieces[candidate.to - 1]?.end ?? start;
    if (start - lineStart > 64 || !BEFORE.test(source.text.slice(lineStart, start))) continue;
    if (!AFTER.test(source.text.slice(end, end + 8))) continue;
    const found = resolveCalendar(candidate, reading, {
      source,
      published,
      anchor: published,
      story: null,
      narrative: false,
      tenseAt: () => null,
      dayFirst: null,
    });
    if (found.start === null) return null;
    const age = published === null ? 0 : published - found.start;
    return age >= 0 && age <= DAYS_MAX ? found.start : null;
  }
  return null;
}
