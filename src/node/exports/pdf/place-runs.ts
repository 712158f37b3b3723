import bidiFactory, { type Bidi } from 'bidi-js';
import type { Measure, Piece, Run } from './piece.ts';

// Its types describe an ES module; what Node loads is the function itself.
const bidi = (bidiFactory as unknown as () => Bidi)();

/** Letters of scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** The pieces of a line in the order and at the places in which they are drawn (Unicode's bidirectional algorithm). */
export function placeRuns(line: readonly Piece[], measure: Measure): readonly Run[] {
  const text = line.map(piece => piece.text).join('');
  const parts = RIGHT_TO_LEFT.test(text) ? inVisualOrder(line, text) : line.map(piece => ({ ...piece, level: 0 }));
  let x = 0;
  return parts.map(({ level, ...piece }) => {
    const isRightToLeft = level % 2 === 1;
    const run = { ...piece, x, width: measure(piece.text, piece.face, isRightToLeft), isRightToLeft };
    x += run.width;
    return run;
  });
}

type Levelled = Piece & { readonly level: number };

function inVisualOrder(line: readonly Piece[], text: string): readonly Levelled[] {
  const { levels } = bidi.getEmbeddingLevels(text, 'ltr');
  const parts = atLevels(line, levels);
  const highest = Math.max(...parts.map(({ level }) => level));
  let ordered: Levelled[] = parts;
  for (let level = highest; level > 0; level--) ordered = turned(ordered, level);
  return ordered;
}

/** Each piece cut where the direction changes; what is mirrored from right to left is. */
function atLevels(line: readonly Piece[], levels: Uint8Array): Levelled[] {
  const parts: Levelled[] = [];
  let at = 0;
  for (const piece of line) {
    const end = at + piece.text.length;
    for (let start = at; start < end; ) {
      const level = levels[start] ?? 0;
      let stop = start + 1;
      while (stop < end && levels[stop] === level) stop++;
      const words = piece.text.slice(start - at, stop - at);
      parts.push({ ...piece, level, text: level % 2 === 1 ? mirrored(words) : words });
      start = stop;
    }
    at = end;
  }
  return parts;
}

function mirrored(text: string): string {
  return [...text].map(letter => bidi.getMirroredCharacter(letter) ?? letter).join('');
}

/** Rule L2: every stretch at this level or above is turned round. */
function turned(parts: readonly Levelled[], level: number): Levelled[] {
  const out: Levelled[] = [];
  for (let i = 0; i < parts.length; ) {
    const stretch: Levelled[] = [];
    for (let part = parts[i]; part !== undefined && part.level >= level; part = parts[++i]) stretch.unshift(part);
    out.push(...stretch);
    const next = parts[i];
    if (stretch.length === 0 && next !== undefined) {
      out.push(next);
      i++;
    }
  }
  return out;
}
