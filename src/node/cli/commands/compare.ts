import type { ExitCode } from '../../../core/base/error.ts';
import type { Comparison, Disagreement } from '../../../core/export/compare/compare-claims.ts';
import { ledgerRecord } from '../../../core/ledger/index.ts';
import type { PublicRecord } from '../../../core/model/index.ts';
import { openDerivation, openStore } from '../../wire.ts';
import { openComparer } from '../../wire-exchange.ts';
import { openRedactor } from '../../wire-redact.ts';
import type { Io } from '../io.ts';
import type { RedactOptions } from '../options.ts';

export interface CompareOptions extends RedactOptions {
  readonly json?: boolean;
  readonly limit: number;
}

/** `casus compare`: two ledgers side by side, claim by claim where they hold the same reports, else incident by incident. */
export async function compare(first: string, second: string, options: CompareOptions, io: Io): Promise<ExitCode> {
  const comparer = await openComparer();
  const [ours, theirs] = [await recordOf(first), await recordOf(second)];
  const comparison = await shown(comparer(ours, theirs), [ours, theirs], options);
  if (options.json === true) await io.stdout.write(`${JSON.stringify(comparison, null, 2)}\n`);
  else await io.stdout.write(`${lines(comparison, options.limit).join('\n')}\n`);
  return 0;
}

/** Compared as they stand, and masked only then: two masked names are alike where the names are not. */
async function shown(found: Comparison, records: readonly PublicRecord[], options: RedactOptions): Promise<Comparison> {
  if (options.redact !== true) return found;
  const redactor = await openRedactor(options);
  const reports = new Map(records.flatMap(record => record.reports.map(report => [report.id, report] as const)));
  const told = new Map<string, readonly string[]>();
  for (const { codings, incidents } of records) {
    for (const { reportId, claims } of codings) for (const { id } of claims) told.set(id, [reportId]);
    for (const { id, links } of incidents)
      told.set(id, [...(told.get(id) ?? []), ...links.map(({ reportId }) => reportId)]);
  }
  const disagreements = found.disagreements.map(one => {
    const ids = new Set([one.firstId, one.secondId].flatMap(id => told.get(id) ?? []));
    // Names are compared in small letters.
    return redactor.told(
      one,
      [...ids].flatMap(id => reports.get(id) ?? []),
      'each-word',
    );
  });
  return { ...found, disagreements };
}

async function recordOf(ledger: string): Promise<PublicRecord> {
  const store = await openStore(ledger, { mode: 'read' });
  try {
    return await ledgerRecord(store, openDerivation);
  } finally {
    await store.close();
  }
}

function lines(comparison: Comparison, limit: number): readonly string[] {
  const { of, paired, onlyFirst, onlySecond, fields, disagreements } = comparison;
  const rows = fields
    .filter(({ compared }) => compared > 0)
    .map(({ field, compared, agreement, kappa }) => [
      field,
      String(compared),
      `${Math.round(agreement * 100)} %`,
      kappa === null ? '–' : kappa.toFixed(2),
    ]);
  const shown = disagreements.slice(0, limit);
  return [
    `${paired} ${of} paired; ${onlyFirst} only in the first ledger, ${onlySecond} only in the second.`,
    '',
    ...(paired === 0 ? ['Nothing to compare.'] : table([['field', 'compared', 'agree', "Cohen's kappa"], ...rows])),
    ...(shown.length === 0
      ? []
      : [
          '',
          `Where they differ${shown.length < disagreements.length ? ` (${shown.length} of ${disagreements.length})` : ''}:`,
        ]),
    ...shown.map(disagreementLine),
  ];
}

function disagreementLine({ about, field, first, second, firstId, secondId }: Disagreement): string {
  return `  ${field}: ${first} against ${second}; ⟦${about.replace(/\s+/g, ' ')}⟧ (${firstId}, ${secondId})`;
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map(row => row[i]?.length ?? 0))) ?? [];
  return rows.map(row =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
  );
}
