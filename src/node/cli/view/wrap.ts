import { displayWidth, graphemes } from './width.ts';

/** A line of wrapped text: where it begins and ends in the text, without the spaces at which it was broken. */
export interface Slice {
  readonly start: number;
  readonly end: number;
}

/**
 * Breaks a text into lines of at most `width` columns, at spaces, between wide characters, and within a word only when
 * the word alone is wider than a line. Gives slices, so that marks in the text can be carried over.
 */
export function wrap(text: string, width: number): readonly Slice[] {
  const lines: Slice[] = [];
  let line: Slice | null = null;
  let used = 0;
  for (const piece of pieces(text, width)) {
    const pieceWidth = displayWidth(text.slice(piece.start, piece.end));
    const gap: number = line === null ? 0 : displayWidth(text.slice(line.end, piece.start));
    if (line !== null && used + gap + pieceWidth <= width) {
      line = { start: line.start, end: piece.end };
      used += gap + pieceWidth;
    } else {
      if (line !== null) lines.push(line);
      line = piece;
      used = pieceWidth;
    }
  }
  if (line !== null) lines.push(line);
  return lines;
}

/** The text broken into lines as strings. An empty text is one empty line. */
export function wrappedLines(text: string, width: number): readonly string[] {
  const lines = wrap(text, width).map(({ start, end }) => text.slice(start, end));
  return lines.length === 0 ? [''] : lines;
}

/** What is never broken: words, single wide characters, and stretches of a word that is wider than a line. */
function pieces(text: string, width: number): readonly Slice[] {
  const found: Slice[] = [];
  for (const match of text.matchAll(/[^ ]+/g)) {
    let start = match.index;
    let used = 0;
    let position = start;
    let previousWide = false;
    for (const grapheme of graphemes(match[0])) {
      const next = displayWidth(grapheme);
      const wide = next === 2;
      if (position > start && (used + next > width || (wide && previousWide))) {
        found.push({ start, end: position });
        start = position;
        used = 0;
      }
      position += grapheme.length;
      used += next;
      previousWide = wide;
    }
    found.push({ start, end: position });
  }
  return found;
}
