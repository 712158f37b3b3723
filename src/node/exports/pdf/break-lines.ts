import type { Measure, Piece } from './piece.ts';

/**
 * Running text as lines of at most a width, broken at spaces; a word that is wider than a line, such as an address, is
 * broken anywhere. Space of any kind is one space.
 */
export function breakLines(pieces: readonly Piece[], width: number, measure: Measure): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let used = 0;
  const end = () => {
    if (line.length > 0) lines.push(joined(line));
    line = [];
    used = 0;
  };
  for (const word of wordsOf(pieces)) {
    const wide = widthOf(word, measure);
    const space = spaceBefore(word, line.at(-1));
    const gap = space === null ? 0 : measure(' ', space.face);
    if (space !== null && used + gap + wide <= width) {
      line.push(space, ...word);
      used += gap + wide;
      continue;
    }
    end();
    for (const part of wide <= width ? [word] : lettersOf(word)) {
      const room = widthOf(part, measure);
      if (used + room > width) end();
      line.push(...part);
      used += room;
    }
  }
  end();
  return lines;
}

/** What stands between two spaces, of one piece or of several. */
function wordsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const words: Piece[][] = [[]];
  for (const piece of pieces) {
    for (const part of piece.text.split(/(\s+)/)) {
      if (/^\s+$/.test(part)) words.push([]);
      else if (part !== '') words.at(-1)?.push({ ...piece, text: part });
    }
  }
  return words.filter(word => word.length > 0);
}

/** The space that parts two words: of a link only where both are of the same. */
function spaceBefore(word: readonly Piece[], before: Piece | undefined): Piece | null {
  const next = word[0];
  if (before === undefined || next === undefined) return null;
  if (before.link === undefined || before.link === next.link) return { ...before, text: ' ' };
  return next.link === undefined ? { ...next, text: ' ' } : { face: before.face, text: ' ' };
}

function lettersOf(word: readonly Piece[]): readonly (readonly Piece[])[] {
  return word.flatMap(piece => [...piece.text].map(text => [{ ...piece, text }]));
}

function widthOf(word: readonly Piece[], measure: Measure): number {
  return word.reduce((sum, { text, face }) => sum + measure(text, face), 0);
}

/** Neighbours of the same look and link as one piece. */
function joined(line: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  for (const piece of line) {
    const last = pieces.at(-1);
    if (last !== undefined && last.face === piece.face && last.link === piece.link) {
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
    } else pieces.push(piece);
  }
  return pieces;
}
