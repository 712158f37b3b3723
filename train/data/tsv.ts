import { readFileSync, writeFileSync } from 'node:fs';

/** One line of a table, by column name; a column that the line lacks is the empty string. */
export type Row = Readonly<Record<string, string>>;

/** Reads a tab separated table: lines that start with `#` are remarks, the first other line names the columns. */
export function readTsv(path: string): Row[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'));
  const columns = (lines[0] ?? '').split('\t');
  return lines.slice(1).map(line => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
  });
}

/** Where a table comes from, written at its head. */
export interface Provenance {
  readonly origin: string;
  readonly licence: string;
  readonly date: string;
}

/** Writes a table with its origin, licence and date on top; empty cells at the end of a line are left away. */
export function writeTsv(path: string, from: Provenance, columns: readonly string[], rows: readonly Row[]): void {
  const head = [`# origin: ${from.origin}`, `# licence: ${from.licence}`, `# date: ${from.date}`, columns.join('\t')];
  const body = rows.map(row =>
    columns
      .map(column => row[column] ?? '')
      .join('\t')
      .replace(/\t+$/, ''),
  );
  writeFileSync(path, `${[...head, ...body].join('\n')}\n`);
}
