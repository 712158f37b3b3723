/** A row of a line-oriented table: column name to text; a missing trailing field is the empty string. */
export type Row = Readonly<Record<string, string>>;

/** The line, counted from 1, of the first row that has these cells; null where none has. */
export function lineOfRow(text: string, cells: Row): number | null {
  let columns: readonly string[] | null = null;
  for (const [i, line] of text.split('\n').entries()) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const fields = line.replace(/\r$/, '').split('\t');
    if (columns === null) columns = fields;
    else if (columns.every((column, j) => cells[column] === undefined || cells[column] === (fields[j] ?? '')))
      return i + 1;
  }
  return null;
}

/**
 * Reads a tab-separated table of `data/`: lines that begin with `#` say where the rows come from, the first other line
 * names the columns. No quoting: a tab or line feed cannot stand in a field. Throws with the line number on a row that
 * is longer than the header, because such a file is damaged.
 */
export function readTable(text: string): readonly Row[] {
  let columns: readonly string[] | null = null;
  const rows: Row[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const fields = line.replace(/\r$/, '').split('\t');
    if (columns === null) {
      columns = fields;
      continue;
    }
    if (fields.length > columns.length) {
      throw new Error(`table line ${i + 1} has ${fields.length} fields, the header names ${columns.length}`);
    }
    rows.push(Object.fromEntries(columns.map((column, j) => [column, fields[j] ?? ''])));
  }
  return rows;
}
