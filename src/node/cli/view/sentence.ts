import { overlaps, type Report, type Span } from '../../../core/model/index.ts';

/** Cuts a text into its sentences. */
export type SentenceSplitter = (text: string, endings: readonly number[]) => readonly Span[];

/** The sentence or sentences of a report that hold a span: what a reader needs around a quote. */
export type SentenceFinder = (span: Span) => Span;

/** Finds sentences of one report, which is cut once. The headline and the dateline are none of the body's. */
export function sentenceFinder(report: Report, split: SentenceSplitter): SentenceFinder {
  const endings = [report.headline, report.dateline].flatMap(span => (span === null ? [] : [span.end]));
  const sentences = split(report.text, endings);
  return span => {
    const holding = sentences.filter(sentence => overlaps(sentence, span));
    const start = Math.min(span.start, ...holding.map(sentence => sentence.start));
    return { start, end: Math.max(span.end, ...holding.map(sentence => sentence.end)) };
  };
}
