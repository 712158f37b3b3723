import type { Token } from '../../../core/language/token.ts';

/**
 * Draws the tree of a sentence beside its words, one row a token in text order: a governor stands left of what hangs on
 * it, and a line leads from it up and down to each. Gives the drawn part of each row.
 *
 *     ┌──╴Nine
 *   ┌─┴╴soldiers
 *   ├──╴were
 *   ┴╴killed
 */
export function drawTree(tokens: readonly Token[]): readonly string[] {
  const first = tokens[0]?.index ?? 0;
  const heads = tokens.map(({ head, index }) =>
    head === index || !inside(head - first, tokens) ? null : head - first,
  );
  const depths = tokens.map((_, i) => depthOf(i, heads));
  const canvas = depths.map(depth => new Array<string>(2 * Math.min(depth, DEPTH_MAX) + 1).fill(' '));
  tokens.forEach((_, governor) => {
    const children = heads.flatMap((head, i) => (head === governor ? [i] : []));
    drawBranches(governor, children, 2 * (depths[governor] ?? 0), canvas);
  });
  return canvas.map(row => `${row.join('')}╴`);
}

/** Deeper branches are drawn at this depth: only a broken parse has any. */
const DEPTH_MAX = 24;

function inside(i: number, tokens: readonly Token[]): boolean {
  return i >= 0 && i < tokens.length;
}

function depthOf(token: number, heads: readonly (number | null)[]): number {
  let depth = 0;
  let head = heads[token] ?? null;
  while (head !== null && depth < DEPTH_MAX) {
    depth += 1;
    head = heads[head] ?? null;
  }
  return depth;
}

/** One upright line in the governor's column, with an arm to each child. */
function drawBranches(governor: number, children: readonly number[], column: number, canvas: string[][]): void {
  const top = Math.min(governor, ...children);
  const bottom = Math.max(governor, ...children);
  for (let row = top; row <= bottom; row += 1) {
    const [above, below] = [row > top, row < bottom];
    const arm = children.includes(row);
    put(canvas[row], column, row === governor ? ownSign(above, below) : arm ? armSign(above, below) : '│');
    if (arm) put(canvas[row], column + 1, '─');
  }
}

function put(row: string[] | undefined, column: number, sign: string): void {
  if (row === undefined) return;
  while (row.length <= column) row.push(' ');
  row[column] = sign;
}

function ownSign(above: boolean, below: boolean): string {
  if (above && below) return '┼';
  return above ? '┴' : below ? '┬' : '─';
}

function armSign(above: boolean, below: boolean): string {
  if (above && below) return '├';
  return above ? '└' : '┌';
}
