import { CasusError, type ExitCode } from '../../../core/base/error.ts';
import { failureOf } from '../../../core/coding/index.ts';
import { entryInWords, reportsOfEntry } from '../../../core/export/entry-words.ts';
import type { Entry, Store } from '../../../core/ledger/index.ts';
import type { Report } from '../../../core/model/index.ts';
import { openStore } from '../../wire.ts';
import { openRedactor, type Redactor } from '../../wire-redact.ts';
import type { Io } from '../io.ts';
import type { CommonOptions, LedgerOptions, RedactOptions } from '../options.ts';
import { pageFor } from '../page-for.ts';
import { hanging } from '../view/page.ts';
import { visible } from '../view/visible.ts';

interface LogOptions extends CommonOptions, LedgerOptions, RedactOptions {
  readonly entries?: Entry['kind'];
  readonly report?: string;
  readonly since?: number;
  readonly failed?: boolean;
}

/** `casus log`: the entries of a ledger, the oldest first, as sentences or, with `--json`, as they stand, one a line. */
export async function log(options: LogOptions, io: Io): Promise<ExitCode> {
  const store = await openStore(options.ledger, { mode: 'read' });
  try {
    const page = pageFor(io, options.color);
    const isAsked = matcher(options);
    const redactor = options.redact === true ? await openRedactor(options) : null;
    let isReportKnown = options.report === undefined;
    for await (const entry of store.entries(options.since ?? 0)) {
      if (io.stdout.closed || io.interrupted.aborted) return 0;
      if (options.report !== undefined) isReportKnown ||= isOfReport(entry, options.report);
      if (!isAsked(entry)) continue;
      const shown = redactor === null ? entry : await redacted(entry, redactor, store);
      const lines =
        options.json === true
          ? [JSON.stringify(shown)]
          : hanging(number(entry.seq), visible(entryInWords(shown)), page);
      await io.stdout.write(`${lines.join('\n')}\n`);
    }
    if (!isReportKnown) throw new CasusError('id-unknown', options.report ?? '');
    return 0;
  } finally {
    await store.close();
  }
}

/** An entry without the names in the reports that it speaks of; whoever wrote one may be another now. */
async function redacted(entry: Entry, redactor: Redactor, store: Store): Promise<Entry> {
  const reports: Report[] = entry.kind === 'report' ? [entry.report] : [];
  for (const id of reportsOfEntry(entry)) {
    const report = await store.report(id);
    if (report === null) continue;
    reports.push(report);
    if (entry.kind === 'correction') reports.push({ ...report, byline: entry.head.byline });
  }
  // Why events are linked is told by words in small letters.
  return redactor.told(entry, reports, entry.kind === 'link' ? 'each-word' : 'whole');
}

function matcher({ entries, report, failed }: LogOptions): (entry: Entry) => boolean {
  return entry =>
    (entries === undefined || entry.kind === entries) &&
    (report === undefined || isOfReport(entry, report)) &&
    (failed !== true || (entry.kind === 'coding' && failureOf(entry.coding) !== null));
}

function isOfReport(entry: Entry, report: string): boolean {
  return reportsOfEntry(entry).some(id => id.startsWith(report));
}

function number(seq: number): string {
  return `${String(seq).padStart(6)}  `;
}
