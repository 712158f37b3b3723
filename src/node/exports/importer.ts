import { CasusError } from '../../core/base/error.ts';
import type { ForeignRow } from '../../core/export/foreign/foreign-row.ts';
import { ACLED_NEEDS, type ForeignTables, readAcledRow } from '../../core/export/foreign/read-acled.ts';
import { CLAIMS_NEED, readClaims } from '../../core/export/foreign/read-claims.ts';
import { readUcdpRow, UCDP_NEEDS } from '../../core/export/foreign/read-ucdp.ts';
import type { CodedReport } from '../../core/ledger/index.ts';
import type { Report } from '../../core/model/index.ts';

export const IMPORTS = { acled: ACLED_NEEDS, ucdp: UCDP_NEEDS, claims: CLAIMS_NEED } as const;
export type ImportFormat = keyof typeof IMPORTS;

/** What became of rows: a report coded by another, or the reason why there is none. */
export type Imported = { readonly coded: CodedReport } | { readonly row: number; readonly why: string };

export interface ImportOptions {
  readonly tables: ForeignTables;
  /** The format; told by the columns where it is not given. */
  readonly as?: ImportFormat;
  /** The report with this id, for tables of claims; null where it is not at hand. */
  readonly report: (id: string) => Promise<Report | null>;
  /** Who coded a table of claims. */
  readonly coder: string;
}

/** Reads a table as reports with claims by an external coder. Throws a `CasusError` where its columns are of no known format. */
export async function* importRows(
  rows: AsyncIterable<readonly [number, ForeignRow]>,
  name: string,
  options: ImportOptions,
): AsyncGenerator<Imported> {
  let format: ImportFormat | null = null;
  const byReport = new Map<string, (readonly [number, ForeignRow])[]>();
  for await (const [number, row] of rows) {
    format ??= formatOf(row, name, options.as);
    if (format === 'claims') {
      const id = row['report_id'] ?? '';
      byReport.set(id, [...(byReport.get(id) ?? []), [number, row]]);
    } else yield readRow(number, row, format, options.tables);
  }
  for (const [id, claims] of byReport) yield* claimsOf(id, claims, options);
}

function readRow(number: number, row: ForeignRow, format: 'acled' | 'ucdp', tables: ForeignTables): Imported {
  try {
    return { coded: format === 'acled' ? readAcledRow(row, tables) : readUcdpRow(row, tables) };
  } catch (error) {
    if (error instanceof RangeError) return { row: number, why: error.message };
    throw error;
  }
}

async function* claimsOf(
  id: string,
  rows: readonly (readonly [number, ForeignRow])[],
  options: ImportOptions,
): AsyncGenerator<Imported> {
  const report = await options.report(id);
  if (report === null) {
    yield { row: rows[0]?.[0] ?? 0, why: `its report ${id} is not in the ledger of the texts` };
    return;
  }
  const { coded, unread } = readClaims(rows, report, options.coder);
  if (coded.coding.claims.length > 0) yield { coded };
  yield* unread;
}

function formatOf(row: ForeignRow, name: string, as: ImportFormat | undefined): ImportFormat {
  const columns = new Set(Object.keys(row));
  const formats = as === undefined ? (Object.keys(IMPORTS) as ImportFormat[]) : [as];
  const found = formats.find(format => IMPORTS[format].every(column => columns.has(column)));
  if (found !== undefined) return found;
  const wanted = formats.map(format => `${format}: ${IMPORTS[format].join(', ')}`).join('; ');
  throw new CasusError('table-unknown', name, { detail: `columns needed are ${wanted}` });
}
