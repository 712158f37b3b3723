import type { Span } from '../../model/span.ts';
import { lineBreaks } from './line-breaks.ts';
import type { TokenRules } from './token-rules.ts';

/** A sentence before it is tagged: its span, its tokens `[tokenStart, tokenEnd)` and the number of its paragraph. */
export interface SentenceSpan extends Span {
  readonly tokenStart: number;
  readonly tokenEnd: number;
  readonly paragraph: number;
  /** True where the sentence was cut only because it has more tokens than the parser takes. */
  readonly cut: boolean;
}

/** The longest sentence the parser is given. */
export const sentenceTokensMax = 200;

/**
 * Cuts a text into sentences along its tokens: at paragraphs, headings, list items and sentence-final punctuation, and at
 * the offsets of `endings`, where the caller knows that something ends (a headline, a dateline).
 */
export function splitSentences(
  text: string,
  tokens: readonly Span[],
  rules: TokenRules,
  endings: readonly number[] = [],
): SentenceSpan[] {
  const sentences: SentenceSpan[] = [];
  const breaks = lineBreaks(text, tokens);
  for (const ending of endings) {
    const next = tokens.findIndex(token => token.start >= ending);
    if (next > 0 && breaks[next] === 0) breaks[next] = 1;
  }
  const caseless = isCaseless(text);
  let start = 0;
  let paragraph = 0;
  const close = (end: number, cut: boolean): void => {
    if (end === start) return;
    const span = { start: tokens[start].start, end: tokens[end - 1].end };
    sentences.push({ ...span, tokenStart: start, tokenEnd: end, paragraph, cut });
    start = end;
  };
  for (let i = 0; i < tokens.length; i++) {
    if (breaks[i] > 0) {
      close(i, false);
      if (breaks[i] > 1 && i > 0) paragraph++;
    }
    if (i - start >= sentenceTokensMax) close(cutPoint(text, tokens, start, i), true);
    if (i < start || !isFinal(text, tokens, i, start, caseless, rules)) continue;
    const end = closingEnd(text, tokens, i + 1);
    if (end < tokens.length && breaks[end] === 0 && !startsSentence(text, tokens, i, end, caseless)) continue;
    close(end, false);
    i = end - 1;
  }
  close(tokens.length, false);
  return sentences;
}

const finalSign = /^(?:[.!?。؟।۔]+|…+)$/u;
const closingSign = /^["”’'»)\]]$|^''$/;
const upperLetter = /^\p{Lu}/u;
const lowerLetter = /^\p{Ll}/u;

/** Whether token `i` may end a sentence: a final sign, or an abbreviation before a word that begins one. */
function isFinal(
  text: string,
  tokens: readonly Span[],
  i: number,
  start: number,
  caseless: boolean,
  rules: TokenRules,
): boolean {
  const sign = textOf(text, tokens, i);
  if (finalSign.test(sign)) return !isListNumber(text, tokens, i, start);
  if (!sign.endsWith('.') || sign.length < 3 || caseless) return false;
  if (rules.titles.has(sign) || rules.beforeNumbers.has(sign)) return false;
  return i + 1 < tokens.length && rules.starters.has(textOf(text, tokens, closingEnd(text, tokens, i + 1)));
}

/** `3.` or `b.` at the start of a sentence counts an item of a list. */
function isListNumber(text: string, tokens: readonly Span[], i: number, start: number): boolean {
  return i === start + 1 && /^(?:\p{Nd}{1,3}|\p{L})$/u.test(textOf(text, tokens, start));
}

/** Whether the token at `end` may start a sentence after the final sign `i` and what closes it. */
function startsSentence(text: string, tokens: readonly Span[], i: number, end: number, caseless: boolean): boolean {
  const next = textOf(text, tokens, end);
  const glued = tokens[end - 1].end === tokens[end].start;
  if (glued)
    return (
      i > 0 && upperLetter.test(next) && /\p{Ll}{3}$|^\p{P}$/u.test(textOf(text, tokens, i - 1)) && next.length > 1
    );
  return caseless || !lowerLetter.test(next);
}

/** The first token after `from` that no longer closes a quotation or bracket (without a space before it) or cites. */
function closingEnd(text: string, tokens: readonly Span[], from: number): number {
  let end = from;
  while (end < tokens.length) {
    if (isFootnote(text, tokens, end)) end += 3;
    else if (tokens[end].start === tokens[end - 1].end && closingSign.test(textOf(text, tokens, end))) end++;
    else break;
  }
  return end;
}

/** `[4]` after a full stop, as encyclopaedias cite. */
function isFootnote(text: string, tokens: readonly Span[], at: number): boolean {
  if (textOf(text, tokens, at) !== '[' || textOf(text, tokens, at + 2) !== ']') return false;
  const near = tokens[at].start - tokens[at - 1].end <= 1 && tokens[at + 2].end - tokens[at].start <= 5;
  return near && /^(?:\p{Nd}+|\p{Ll})$/u.test(textOf(text, tokens, at + 1));
}

/** Where a sentence that is too long is cut: after its last semicolon, else comma, else where it is. */
function cutPoint(text: string, tokens: readonly Span[], start: number, end: number): number {
  for (const sign of [';', ',']) {
    for (let i = end - 1; i > start + sentenceTokensMax / 2; i--) if (textOf(text, tokens, i) === sign) return i + 1;
  }
  return end;
}

/** Whether a text uses no capitals (or nothing else), so that they say nothing about where sentences start. */
function isCaseless(text: string): boolean {
  let upper = 0;
  let lower = 0;
  for (let i = 0; i < Math.min(text.length, 20_000); i++) {
    const code = text.charCodeAt(i);
    if (code >= 97 && code <= 122) lower++;
    else if (code >= 65 && code <= 90) upper++;
  }
  return upper * 200 < lower || lower * 20 < upper;
}

function textOf(text: string, tokens: readonly Span[], i: number): string {
  return i < tokens.length ? text.slice(tokens[i].start, tokens[i].end) : '';
}
