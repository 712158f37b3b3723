import type { Piece } from './piece.ts';
import type { Sheet, Tag } from './sheet.ts';

const GAP = 8;
const PADDING = 3;
const RULE = '#c9ced4';

export interface PdfTable {
  /** Parts of the width, one a column. */
  readonly shares: readonly number[];
  readonly head: readonly (readonly Piece[])[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly (readonly Piece[])[])[];
}

/** A table over as many pages as it takes; its head stands on each. */
export function drawTable(sheet: Sheet, { shares, head, rows }: PdfTable): void {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map(share => (share / whole) * sheet.width);
  const lefts = widths.map((_, i) => widths.slice(0, i).reduce((sum, width) => sum + width, 0));
  const table = sheet.tag('Table');
  const linesOf = (cells: readonly (readonly Piece[])[]) =>
    cells.map((cell, i) => sheet.lines(cell, (widths[i] ?? 0) - GAP));
  const header = linesOf(head);
  sheet.need(heightOf(header, sheet) + 60);
  drawRow(header, lefts, sheet, sheet.tag('TR', table), () => 'TH');
  for (const row of rows.map(linesOf)) {
    const height = heightOf(row, sheet);
    if (height > sheet.room() && sheet.y > sheet.left) {
      sheet.newPage();
      drawHeadAgain(header, lefts, sheet);
    }
    drawRow(row, lefts, sheet, sheet.tag('TR', table), i => (i === 0 ? 'TH' : 'TD'));
  }
  table.end();
}

type Lines = readonly (readonly Piece[])[];

function heightOf(cells: readonly Lines[], sheet: Sheet): number {
  return Math.max(...cells.map(lines => lines.reduce((sum, line) => sum + sheet.heightOf(line), 0))) + 2 * PADDING;
}

/** Cell after cell, as it is read; a row that is higher than a page line after line. */
function drawRow(
  cells: readonly Lines[],
  lefts: readonly number[],
  sheet: Sheet,
  row: Tag,
  type: (column: number) => string,
): void {
  const tags = cells.map((_, i) => sheet.tag(type(i), row));
  const height = heightOf(cells, sheet);
  if (height <= sheet.room()) {
    for (const [i, lines] of cells.entries()) drawCell(lines, lefts[i] ?? 0, sheet, tags[i] ?? row);
    sheet.y += height;
  } else {
    sheet.y += PADDING;
    const deepest = Math.max(...cells.map(lines => lines.length));
    for (let at = 0; at < deepest; at++) {
      const tall = Math.max(...cells.map(lines => (lines[at] === undefined ? 0 : sheet.heightOf(lines[at]))));
      sheet.need(tall);
      for (const [i, lines] of cells.entries()) {
        const line = lines[at];
        if (line !== undefined) sheet.line(line, lefts[i] ?? 0, sheet.y, tags[i] ?? row);
      }
      sheet.y += tall;
    }
    sheet.y += PADDING;
  }
  row.end();
  rule(sheet);
}

function drawCell(lines: Lines, left: number, sheet: Sheet, tag: Tag): void {
  let y = sheet.y + PADDING;
  for (const line of lines) {
    sheet.line(line, left, y, tag);
    y += sheet.heightOf(line);
  }
}

/** For the eye only: who hears the table read has its head already. */
function drawHeadAgain(header: readonly Lines[], lefts: readonly number[], sheet: Sheet): void {
  const { pdf } = sheet;
  pdf.markContent('Artifact', { type: 'Pagination' });
  for (const [i, lines] of header.entries()) {
    let y = sheet.y + PADDING;
    for (const line of lines) {
      const [piece] = line;
      if (piece === undefined) continue;
      const { font, size, color } = piece.face;
      const text = line.map(part => part.text).join('');
      pdf
        .font(font)
        .fontSize(size)
        .fillColor(color)
        .text(text, sheet.left + (lefts[i] ?? 0), y + size, { lineBreak: false, baseline: 'alphabetic' });
      y += sheet.heightOf(line);
    }
  }
  pdf.endMarkedContent();
  sheet.y += heightOf(header, sheet);
  rule(sheet);
}

function rule({ pdf, left, width, y }: Sheet): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .moveTo(left, y)
    .lineTo(left + width, y)
    .lineWidth(0.5)
    .stroke(RULE);
  pdf.endMarkedContent();
}
