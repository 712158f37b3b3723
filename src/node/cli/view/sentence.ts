import type { Span } from '../../../core/model/index.ts';

/** The sentence or sentences of a text that hold a span: what a reader needs around a quote. */
export function sentenceAround(text: string, span: Span): Span {
  const before = text.slice(0, span.start);
  const start = Math.max(before.lastIndexOf('\n') + 1, lastSentenceEnd(before));
  const rest = text.slice(span.end);
  const lineEnd = rest.indexOf('\n');
  const line = lineEnd === -1 ? rest : rest.slice(0, lineEnd);
  const ended = SENTENCE_END_BEHIND.test(text.slice(span.start, span.end)) ? 0 : firstSentenceEnd(line);
  return trimmed(text, start, span.end + ended);
}

/** An end mark, perhaps a closing quotation mark, then a space: what follows begins a new sentence. */
const SENTENCE_END = /[.!?…][”"’')\]]*\s+(?=[“"‘'([]*\p{Lu})/gu;
const SENTENCE_END_BEHIND = /[.!?…][”"’')\]]*$/;

function lastSentenceEnd(text: string): number {
  // A capital stands at the beginning of the quote often enough; whether it does is not known here.
  let end = 0;
  for (const match of `${text}X`.matchAll(SENTENCE_END)) end = match.index + match[0].length;
  return end;
}

function firstSentenceEnd(text: string): number {
  const [match] = text.matchAll(SENTENCE_END);
  return match === undefined ? text.length : match.index + match[0].trimEnd().length;
}

function trimmed(text: string, start: number, end: number): Span {
  const slice = text.slice(start, end);
  return { start: start + slice.length - slice.trimStart().length, end: end - slice.length + slice.trimEnd().length };
}
