import { z } from 'zod';

/**
 * A stretch of a report's text: half-open `[start, end)` in UTF-16 units, as `text.slice(start, end)` counts.
 * Every offset in casus is one of these.
 */
export const Span = z
  .object({ start: z.int().min(0), end: z.int().min(0) })
  .refine(({ start, end }) => start <= end, { error: 'a span must not end before it starts' })
  .readonly()
  .meta({ id: 'Span', description: 'Half-open stretch of the report text in UTF-16 units.' });
export type Span = z.infer<typeof Span>;

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` holds all of `inner`. */
export function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Text order: the earlier start first, of two with one start the longer first. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
