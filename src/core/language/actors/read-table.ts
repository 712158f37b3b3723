/** One line of a table: its cells by column name; an absent column reads as the empty string. */
export type Row = (column: string) => string;

/**
 * Reads a tab-separated table: lines that start with `#` are comments, the first other line names the columns. Rows are
 * given as look-ups by column name, so a table may leave columns out or put them in another order.
 */
export function readTable(text: string): readonly Row[] {
  const rows: Row[] = [];
  let columns: ReadonlyMap<string, number> | null = null;
  for (const line of text.split(/\r?\n/)) {
    if (line === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    if (columns === null) {
      columns = new Map(cells.map((name, i) => [name.trim(), i]));
      continue;
    }
    const places = columns;
    rows.push(column => (cells[places.get(column) ?? -1] ?? '').trim());
  }
  return rows;
}

/** The parts of a cell that holds a list with `|`. */
export function listOf(cell: string): readonly string[] {
  if (cell === '') return NONE;
  return cell.includes('|') ? cell.split('|') : [cell];
}

const NONE: readonly string[] = [];
