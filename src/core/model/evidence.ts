import { z } from 'zod';
import { Span } from './span.ts';

/** The words that something stands on: `report.text.slice(start, end) === quote`, held by `verify()`. */
export const Evidence = z
  .object({ reportId: z.string().min(1), span: Span, quote: z.string().min(1) })
  .readonly()
  .meta({ id: 'Evidence', description: 'A report, a span of its text, and the exact words there.' });
export type Evidence = z.infer<typeof Evidence>;

/** Takes the words at `span` out of a report. Throws when the span is empty or lies outside of the text: that is a bug. */
export function evidenceOf(report: { readonly id: string; readonly text: string }, span: Span): Evidence {
  const { start, end } = span;
  if (!(start >= 0 && start < end && end <= report.text.length)) {
    throw new RangeError(`evidence [${start}, ${end}) is empty or outside of a text of ${report.text.length}`);
  }
  return { reportId: report.id, span: { start, end }, quote: report.text.slice(start, end) };
}

/** Whether the quote stands at its place in the text. */
export function evidenceHolds(report: { readonly id: string; readonly text: string }, evidence: Evidence): boolean {
  const { start, end } = evidence.span;
  return report.id === evidence.reportId && end > start && report.text.slice(start, end) === evidence.quote;
}
