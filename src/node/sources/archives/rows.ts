import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { CasusError } from '../../../core/base/error.ts';
import { ByteReader } from './byte-reader.ts';
import { type Columns, type RowReport, rowReader } from './columns.ts';
import { peek } from './peek.ts';

/** One row of a table: its number, its bytes, and what it says. */
export type TableRow = NumberedReport | NumberedFailure;

interface NumberedReport {
  readonly number: number;
  readonly raw: Uint8Array;
  readonly report: RowReport;
}

interface NumberedFailure {
  readonly number: number;
  readonly error: CasusError;
}

const ROW_BYTES_MAX = 16 * 1024 * 1024;

/** JSON Lines: one object a line. A line that is none, or holds no text, is told of by its number, and the next is read. */
export async function* readJsonLines(stream: Readable, name: string, columns: Columns): AsyncGenerator<TableRow> {
  const reader = new ByteReader(stream);
  const reportOf = rowReader(name, columns, null);
  try {
    for (let number = 1; ; number++) {
      const line = await reader.line(ROW_BYTES_MAX).catch((cause: unknown) => {
        throw new CasusError('file-damaged', `${name}:${number}`, { cause, detail: 'a line without end' });
      });
      if (line === null) return;
      const words = number === 1 ? line.replace(/^\uFEFF/, '') : line;
      if (words.trim() !== '') yield rowOf(`${name}:${number}`, number, words, () => reportOf(parseObject(words)));
    }
  } finally {
    await reader.close();
  }
}

/** A table with a header line, separated by commas, semicolons or tabs (RFC 4180). */
export async function* readCsv(stream: Readable, name: string, columns: Columns): AsyncGenerator<TableRow> {
  const { head, whole } = await peek(stream);
  let header: readonly string[] = [];
  const parser = parse({
    bom: true,
    columns: (names: string[]) => {
      header = names.map((column, i) => column.trim() || `column ${i + 1}`);
      return [...header];
    },
    delimiter: separatorOf(head),
    raw: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: ROW_BYTES_MAX,
  });
  whole.on('error', error => parser.destroy(error));
  whole.pipe(parser);
  let reportOf: ReturnType<typeof rowReader> | null = null;
  let number = 1;
  try {
    for await (const { record, raw } of parser as AsyncIterable<{ record: unknown; raw: string }>) {
      number++;
      reportOf ??= rowReader(name, columns, header);
      const read = reportOf;
      yield rowOf(`${name}:${number}`, number, raw, () => read(record));
    }
  } catch (cause) {
    if (cause instanceof CasusError || !(cause instanceof Error) || !('code' in cause)) throw cause;
    const isTable = String(cause.code).startsWith('CSV_');
    if (!isTable) throw cause;
    throw new CasusError('file-damaged', name, { detail: `${cause.message}, after row ${number}`, cause });
  } finally {
    whole.destroy();
  }
}

/** What the header line has most of. */
function separatorOf(head: Uint8Array): string {
  const line =
    Buffer.from(head.subarray(0, 64 * 1024))
      .toString('utf8')
      .split('\n', 1)[0] ?? '';
  const counts = [',', ';', '\t'].map(sign => ({ sign, count: line.split(sign).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

function rowOf(name: string, number: number, raw: string, read: () => RowReport | null): TableRow {
  try {
    const report = read();
    if (report === null) return { number, error: new CasusError('file-empty', name) };
    return { number, raw: Buffer.from(raw), report };
  } catch (cause) {
    if (cause instanceof CasusError) return { number, error: cause };
    if (!(cause instanceof SyntaxError)) throw cause;
    return { number, error: new CasusError('file-damaged', name, { detail: 'no JSON object', cause }) };
  }
}

function parseObject(line: string): unknown {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('no object');
  return value;
}
