import type { Page } from './page.ts';
import { displayWidth, padded } from './width.ts';
import { wrappedLines } from './wrap.ts';

const GAP = '  ';
const NARROWEST = 12;

/**
 * Sets rows of cells in columns, each as wide as its widest cell. When they do not fit, the widest columns give way and
 * their cells are wrapped: nothing is ever cut off. `indent` columns stay free on the left. Gives the lines of each row.
 */
export function columns(
  rows: readonly (readonly string[])[],
  indent: number,
  page: Page,
): readonly (readonly string[])[] {
  const widths = fitted(natural(rows), page.width - indent);
  return rows.map(row => {
    const cells = row.map((cell, i) => cellLines(cell, widths[i] ?? NARROWEST));
    const height = Math.max(...cells.map(lines => lines.length));
    return Array.from({ length: height }, (_, line) => {
      const text = cells.map((lines, i) => padded(lines[line] ?? '', widths[i] ?? 0)).join(GAP);
      return `${' '.repeat(indent)}${text}`.trimEnd();
    });
  });
}

/** A cell that fits stays as it is, with the spaces in it. */
function cellLines(cell: string, width: number): readonly string[] {
  return displayWidth(cell) <= width ? [cell] : wrappedLines(cell, width);
}

function natural(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, displayWidth(cell));
  }
  return widths;
}

function fitted(widths: readonly number[], room: number): readonly number[] {
  const fit = [...widths];
  let excess = fit.reduce((sum, width) => sum + width, 0) + GAP.length * (fit.length - 1) - room;
  while (excess > 0) {
    const widest = Math.max(...fit);
    if (widest <= NARROWEST) break;
    fit[fit.indexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return fit;
}
