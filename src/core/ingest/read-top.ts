import type { Span } from '../model/span.ts';
import { type Dateline, datelineAt } from './dateline.ts';
import { isDateLine } from './publication-date.ts';

/** The lines over the first sentence of a report, told apart. */
export interface Top {
  readonly headline: Span | null;
  readonly dateline: Dateline | null;
  /** The lines besides the headline in which a day of publication may stand. */
  readonly dateLines: readonly Span[];
}

interface Line extends Span {
  readonly text: string;
  /** Whether an empty line, or the end of the text, follows. */
  readonly isLastOfParagraph: boolean;
}

const LINES_MAX = 10;
/** A line longer than this is a paragraph: no headline, and no piece of hard-wrapped text. */
const WRAPPED_LENGTH_MAX = 120;
const HEADLINE_LENGTH_MAX = 200;
const HEADLINE_LINES_MAX = 3;
/** A dateline stands before the first paragraph, or before the second where a summary is the first. */
const PARAGRAPHS_SEARCHED = 2;

/** Finds headline, dateline and date lines at the head of a text: by form, the headline by its words where they are told. */
export function readTop(text: string, headlineWords: string | null = null): Top {
  const lines = firstLines(text);
  const dateLines = lines.filter(line => isDateLine(line.text));
  const start = lines.findIndex(line => !dateLines.includes(line));
  const headline = told(text, headlineWords) ?? (start === -1 ? null : headlineOf(lines.slice(start)));
  const below = lines.filter(line => headline === null || line.start >= headline.end);
  return { headline, dateline: firstDateline(text, below), dateLines };
}

/** Where a text begins with the words that it is said to be headed by, as a line. */
function told(text: string, words: string | null): Span | null {
  const start = text.search(/\S/);
  const end = start + (words?.trim().length ?? 0);
  if (words === null || words.trim() === '' || !text.startsWith(words.trim(), start)) return null;
  return /^[^\S\n]*\n\s*\S/.test(text.slice(end, end + 200)) ? { start, end } : null;
}

function headlineOf(lines: readonly Line[]): Span | null {
  const paragraph = lines.slice(0, lines.findIndex(line => line.isLastOfParagraph) + 1);
  const [first, second] = paragraph;
  if (first === undefined) return null;
  const standsAlone = second === undefined || isApart(second);
  const last = standsAlone ? first : paragraph.length <= HEADLINE_LINES_MAX ? paragraph.at(-1) : undefined;
  if (last === undefined || last === lines.at(-1)) return null;
  // A line in the middle of a wrapped headline ends no sentence and introduces no list.
  if (!standsAlone && paragraph.slice(0, -1).some(line => /[.:;!?]$/.test(line.text))) return null;
  const words = standsAlone ? first.text : paragraph.map(line => line.text).join(' ');
  return isHeadline(words) ? { start: first.start, end: last.end } : null;
}

/** Whether a line right under another cannot be its continuation. */
function isApart(line: Line): boolean {
  return (
    line.text.length > WRAPPED_LENGTH_MAX ||
    isByline(line.text) ||
    isDateLine(line.text) ||
    datelineAt(line.text, 0) !== null
  );
}

function isByline(line: string): boolean {
  return line.length <= 80 && /^by:? \p{Lu}/iu.test(line) && !/\.$/.test(line);
}

/** Short, with letters, no day or place alone, and without the stop that ends a sentence ("U.S." ends none). */
function isHeadline(words: string): boolean {
  if (words.length > HEADLINE_LENGTH_MAX || !/\p{L}{2}/u.test(words)) return false;
  if (/[.:;,]["”’)\]]*$/.test(words) && !/(?:\p{Lu}\.){2}$|\.\.\.$/u.test(words)) return false;
  if (words.length > WRAPPED_LENGTH_MAX && /\p{Ll}{3}\. \p{Lu}/u.test(words)) return false;
  return datelineAt(words, 0)?.span.end !== words.length;
}

function firstDateline(text: string, lines: readonly Line[]): Dateline | null {
  let paragraphs = 0;
  let mayBegin = true;
  for (const line of lines) {
    const found = mayBegin ? datelineAt(text, line.start) : null;
    if (found !== null) return found;
    mayBegin = line.isLastOfParagraph || isByline(line.text) || isDateLine(line.text);
    if (line.text.length > WRAPPED_LENGTH_MAX || /[.!?]["”’)]*$/.test(line.text)) paragraphs++;
    if (paragraphs === PARAGRAPHS_SEARCHED) return null;
  }
  return null;
}

/** The first lines that are not empty, without the white space around them. */
function firstLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < text.length && lines.length < LINES_MAX; ) {
    const lineFeed = text.indexOf('\n', at);
    const lineEnd = lineFeed === -1 ? text.length : lineFeed;
    const words = text.slice(at, lineEnd).trim();
    if (words !== '') {
      const start = text.indexOf(words, at);
      const isLastOfParagraph = /^\s*(\n|$)/.test(text.slice(lineEnd + 1, lineEnd + 200).split('\n', 1)[0] ?? '');
      lines.push({ start, end: start + words.length, text: words, isLastOfParagraph });
    }
    at = lineEnd + 1;
  }
  return lines;
}
