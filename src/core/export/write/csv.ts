import type { Cell, Table } from '../table.ts';

export interface CsvOptions {
  /** A second row with HXL hashtags, for the humanitarian exchange. */
  readonly hxl?: 'with-tags';
}

/**
 * A table as CSV (RFC 4180, CRLF, UTF-8): the header, with `hxl` the tags, then the rows. A text that a spreadsheet would
 * run as a formula gets an apostrophe in front (OWASP, CSV injection); `readableCell` takes it off again.
 */
export function* csvLines(table: Table, { hxl }: CsvOptions = {}): Generator<string> {
  yield line(table.columns.map(({ name }) => name));
  if (hxl === 'with-tags') yield line(table.columns.map(column => column.hxl ?? ''));
  for (const row of table.rows) yield line(row.map(cellText));
}

/** A table as tab-separated text with LF, tabs and line feeds within a cell as blanks, as POLECAT's files are. */
export function* tsvLines(table: Table): Generator<string> {
  yield `${table.columns.map(({ name }) => name).join('\t')}\n`;
  for (const row of table.rows) yield `${row.map(cell => cellText(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`;
}

/** A cell as a spreadsheet may safely open it. Numbers are never touched: `-6.5` is a longitude, not a formula. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The text that `cellText` was given. */
export function readableCell(text: string): string {
  return /^'[=+\-@\t\r']/.test(text) ? text.slice(1) : text;
}

/** An apostrophe in front is doubled too, so that nothing is lost in taking it off. */
const FORMULA = /^(?:[=+\-@\t\r]|'[=+\-@\t\r'])/;

function line(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
