import type { ExitCode } from '../../../core/base/error.ts';
import { ledgerRecord } from '../../../core/ledger/index.ts';
import { type Evidence, evidenceHolds, type PublicRecord } from '../../../core/model/index.ts';
import { openDerivation, openStore } from '../../wire.ts';
import { openRedactor } from '../../wire-redact.ts';
import type { Io } from '../io.ts';
import type { CommonOptions, LedgerOptions, RedactOptions } from '../options.ts';
import { visible } from '../view/visible.ts';

interface Failing {
  readonly claimId: string;
  readonly reportId: string;
  readonly quote: string;
}

/** `casus verify`: looks every quote of a ledger up in the stored text, and says how many hold. */
export async function verify(options: CommonOptions & LedgerOptions & RedactOptions, io: Io): Promise<ExitCode> {
  const store = await openStore(options.ledger, { mode: 'read' });
  try {
    const record = await ledgerRecord(store, openDerivation);
    const checked = checkQuotes(record);
    const { quotes } = checked;
    const redactor = await openRedactor(options);
    const of = new Map(record.reports.map(report => [report.id, report]));
    const failing = checked.failing.map(fault => redactor.told(fault, [of.get(fault.reportId) ?? []].flat()));
    if (options.json === true) {
      const result = { ledger: store.name, reports: record.reports.length, quotes, holding: quotes - failing.length };
      await io.stdout.write(`${JSON.stringify({ ...result, failing }, null, 2)}\n`);
    } else {
      await io.stdout.write(inWords(quotes, failing, record.reports.length));
    }
    return failing.length > 0 ? 1 : 0;
  } finally {
    await store.close();
  }
}

/** Every quote that a claim or a hedge stands on, against the text of its report. */
export function checkQuotes({ reports, codings }: Pick<PublicRecord, 'reports' | 'codings'>) {
  const texts = new Map(reports.map(report => [report.id, report]));
  const failing: Failing[] = [];
  let quotes = 0;
  for (const { claims } of codings) {
    for (const claim of claims) {
      for (const evidence of [claim.evidence, ...claim.hedges]) {
        quotes += 1;
        const report = texts.get(evidence.reportId);
        if (report === undefined || !evidenceHolds(report, evidence)) failing.push(fault(claim.id, evidence));
      }
    }
  }
  return { quotes, failing };
}

function fault(claimId: string, { reportId, quote }: Evidence): Failing {
  return { claimId, reportId, quote };
}

function inWords(quotes: number, failing: readonly Failing[], reports: number): string {
  const held = quotes - failing.length;
  const share = quotes === 0 ? '' : ` (${((100 * held) / quotes).toFixed(failing.length === 0 ? 0 : 1)} %)`;
  const lines = failing.map(
    ({ claimId, reportId, quote }) => `not in the text of ${reportId}: “${visible(quote)}” (claim ${claimId})`,
  );
  return `${[...lines, `${held} of ${quotes} quotes hold${share}, in ${reports} ${reports === 1 ? 'report' : 'reports'}.`].join('\n')}\n`;
}
