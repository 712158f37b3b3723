import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { CasusError } from '../../core/base/error.ts';
import type { ForeignRow } from '../../core/export/foreign/foreign-row.ts';

/** Rows of a CSV with their numbers, the first below the header being 1; a row of HXL hashtags is passed over. */
export async function* readCsvRows(path: string, stdin: Readable): AsyncGenerator<readonly [row: number, ForeignRow]> {
  const { parse } = await import('csv-parse');
  const source = path === '-' ? stdin : createReadStream(path);
  const options = {
    columns: true,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 10_000_000,
  } as const;
  const parser = parse(options);
  source.on('error', (error: Error) => parser.destroy(error)).pipe(parser);
  let number = 0;
  try {
    for await (const row of parser) {
      const cells = Object.values(row as ForeignRow).filter(cell => cell !== '');
      if (number === 0 && cells.length > 0 && cells.every(cell => cell.startsWith('#'))) continue;
      number += 1;
      yield [number, row as ForeignRow];
    }
  } catch (cause) {
    if (cause instanceof CasusError) throw cause;
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (missing) throw new CasusError('file-not-found', path, { cause });
    throw new CasusError('table-unreadable', path, {
      cause,
      detail: cause instanceof Error ? cause.message : String(cause),
    });
  }
}
