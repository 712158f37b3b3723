import { CasusError, type ExitCode } from '../../../core/base/error.ts';
import { type CodedReport, keepIncidents, type Store } from '../../../core/ledger/index.ts';
import { openDerivation, openStore } from '../../wire.ts';
import { type ImportFormat, openImporter } from '../../wire-exchange.ts';
import type { Io } from '../io.ts';
import type { LedgerOptions } from '../options.ts';
import { visible } from '../view/visible.ts';

export interface ImportOptions {
  readonly as?: ImportFormat;
  readonly texts?: string;
  readonly coder?: string;
}

/** How many reports are written at once, and how many complaints are printed one by one. */
const BATCH = 500;
const COMPLAINTS = 10;

/** `casus import`: reads rows of another project into a ledger, as reports coded by an external coder. */
export async function importTable(file: string, options: ImportOptions & LedgerOptions, io: Io): Promise<ExitCode> {
  if (options.texts === options.ledger) {
    throw new CasusError('usage-invalid', '--ledger', {
      detail: 'imported codings go into a ledger of their own, so that none of yours is replaced',
    });
  }
  const importer = await openImporter();
  const texts = options.texts === undefined ? null : await openStore(options.texts, { mode: 'read' });
  const store = await openStore(options.ledger);
  try {
    const counts = { rows: 0, unread: 0 };
    const batch: CodedReport[] = [];
    const report = async (id: string) => (texts === null ? null : texts.report(id));
    for await (const item of importer.read(file, io.stdin, {
      ...options,
      report,
      coder: `import:${options.coder ?? 'claims'}`,
    })) {
      if (io.interrupted.aborted) break;
      if ('coded' in item) {
        batch.push(item.coded);
        counts.rows += 1;
        if (batch.length >= BATCH) await store.appendReports(batch.splice(0));
      } else {
        counts.unread += 1;
        if (counts.unread <= COMPLAINTS)
          await io.stderr.write(`casus: ${visible(file)}, row ${item.row}: ${visible(item.why)}\n`);
      }
    }
    if (batch.length > 0) await store.appendReports(batch);
    await keepIncidents(store, await openDerivation());
    if (counts.unread > COMPLAINTS)
      await io.stderr.write(`casus: ${counts.unread - COMPLAINTS} more rows could not be read\n`);
    await io.stdout.write(await summary(counts, store));
    return counts.unread > 0 ? 1 : 0;
  } finally {
    await texts?.close();
    await store.close();
  }
}

async function summary({ rows, unread }: { rows: number; unread: number }, store: Store): Promise<string> {
  const { reports, claims, incidents } = await store.size();
  const left = unread === 0 ? '' : `, ${unread} rows not read`;
  return `${rows} reports imported${left}. The ledger ${store.name} holds ${reports} reports, ${claims} claims, ${incidents} incidents.\n`;
}
