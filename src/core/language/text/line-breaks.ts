import type { Span } from '../../model/span.ts';

/** The longest line that somebody may have wrapped by hand, and the shortest width anybody wraps at. */
const wrapWidthMax = 160;
const wrapWidthMin = 45;

const bullet = /^(?:[-*•‣▪●◦·–—]|\p{Nd}{1,2}[.)]|\(?[a-z]\))\s/u;

/**
 * For each token, what stands before it: 0 nothing or a mere wrap of the line, 1 the end of a line that ends a heading
 * or list item, 2 the end of a paragraph.
 *
 * A line that was wrapped is broken only where the next word did not fit, so a break after which the next word would
 * still have fitted into the longest line of the block is one that the writer wanted.
 */
export function lineBreaks(text: string, tokens: readonly Span[]): Uint8Array {
  const result = new Uint8Array(tokens.length);
  let first = 0;
  for (let i = 1; i <= tokens.length; i++) {
    const blank = i < tokens.length && isBlankLine(text, tokens[i - 1].end, tokens[i].start);
    if (i < tokens.length && !blank) continue;
    markBlock(text, tokens, first, i, result);
    if (blank) result[i] = 2;
    first = i;
  }
  return result;
}

/** Marks the wanted line breaks among the tokens of one block: what stands between two blank lines. */
function markBlock(text: string, tokens: readonly Span[], from: number, to: number, result: Uint8Array): void {
  const starts: number[] = [];
  for (let i = from + 1; i < to; i++) if (hasLineEnd(text, tokens[i - 1].end, tokens[i].start)) starts.push(i);
  if (starts.length === 0) return;
  const bounds = [from, ...starts, to];
  let width = 0;
  for (let l = 0; l + 1 < bounds.length; l++) width = Math.max(width, lineLength(tokens, bounds[l], bounds[l + 1]));
  const wrapped = width <= wrapWidthMax && width >= wrapWidthMin;
  for (let l = 1; l + 1 < bounds.length; l++) {
    const at = bounds[l];
    const { start, end } = tokens[at];
    const item = bullet.test(text.slice(start, start + 8));
    const line = lineLength(tokens, bounds[l - 1], at);
    // A tenth of slack: few people wrap exactly, and a wrapped line rarely goes on with a capital.
    const fitted = line + 1 + end - start <= width * 0.9 && !/^\p{Ll}/u.test(text.slice(start, end));
    if (item) result[at] = 1;
    else if (!wrapped || fitted) result[at] = 2;
  }
}

function lineLength(tokens: readonly Span[], from: number, to: number): number {
  return tokens[to - 1].end - tokens[from].start;
}

function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isLineEnd(text.charCodeAt(i))) return true;
  return false;
}

function isBlankLine(text: string, start: number, end: number): boolean {
  let ends = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2029) return true;
    if (code === 13 && text.charCodeAt(i + 1) === 10) continue;
    if (isLineEnd(code)) ends++;
  }
  return ends > 1;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029 || code === 0x85;
}
