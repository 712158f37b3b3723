import type { Span } from '../../../core/model/index.ts';
import { marked, type Page } from './page.ts';
import { visible } from './visible.ts';
import { displayWidth } from './width.ts';

/** How much of a long sentence is shown on either side of a mention. */
const SIDE = 120;

/** The words of a mention, marked within their sentence, behind a prefix; `…` where the sentence is longer. */
export function markedIn(prefix: string, text: string, span: Span, sentence: Span, page: Page): readonly string[] {
  const from = cutAfter(text, Math.min(sentence.start, span.start), span.start);
  const to = cutBefore(text, span.end, Math.max(sentence.end, span.end));
  const before = (from > sentence.start ? '… ' : '') + visible(text.slice(from, span.start)).trimStart();
  const quote = visible(text.slice(span.start, span.end));
  const after = visible(text.slice(span.end, to)).trimEnd() + (to < sentence.end ? ' …' : '');
  const mark = { start: before.length, end: before.length + quote.length };
  const indent = displayWidth(prefix);
  return marked(before + quote + after, mark, indent, page).map((line, i) =>
    i === 0 ? prefix + line.slice(indent) : line,
  );
}

/** Where to begin, so that at most so much stands before a mention: at a word. */
function cutAfter(text: string, start: number, end: number): number {
  if (end - start <= SIDE) return start;
  const space = text.indexOf(' ', end - SIDE);
  return space < 0 || space >= end ? end : space + 1;
}

function cutBefore(text: string, start: number, end: number): number {
  if (end - start <= SIDE) return end;
  const space = text.lastIndexOf(' ', start + SIDE);
  return space <= start ? start : space;
}
