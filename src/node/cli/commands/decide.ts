import type { ExitCode } from '../../../core/base/error.ts';
import { decide, decisionInWords, type Store } from '../../../core/ledger/index.ts';
import type { Decision, Incident, Report } from '../../../core/model/index.ts';
import { openDerivation, openStore } from '../../wire.ts';
import { openRedactor } from '../../wire-redact.ts';
import type { Io } from '../io.ts';
import type { CommonOptions, LedgerOptions, RedactOptions } from '../options.ts';
import { pageFor } from '../page-for.ts';
import { incidentTitle } from '../view/incident-title.ts';
import { hanging } from '../view/page.ts';
import { visible } from '../view/visible.ts';

export interface DecideOptions extends CommonOptions, LedgerOptions, RedactOptions {
  readonly by: string;
  readonly why: string;
  readonly set?: string;
}

/**
 * `casus decide`: adds a reviewer's decision to the ledger and says which incidents it changed. What cannot be carried
 * out, or not beside what was decided before, is refused, and nothing is written.
 */
export async function decideOn(act: string, ids: readonly string[], options: DecideOptions, io: Io): Promise<ExitCode> {
  // A decision is about what is there: no ledger is made.
  await (await openStore(options.ledger, { mode: 'read' })).close();
  const store = await openStore(options.ledger);
  try {
    const { by, why, set } = options;
    const asked = { act, ids, set, by, why, at: new Date().toISOString() };
    const done = await decide(store, await openDerivation(), asked);
    const { decision, incidents: changed } = await shown(done, store, options);
    if (options.json === true) {
      await io.stdout.write(`${JSON.stringify({ decision, incidents: changed }, null, 2)}\n`);
      return 0;
    }
    const page = pageFor(io, options.color);
    const lines = [
      ...hanging('', visible(decisionInWords(decision)), page, 'title'),
      ...changed.flatMap(incident => hanging('  ', visible(`${incident.id} · ${incidentTitle(incident)}`), page)),
      ...hanging('  ', changed.length === 0 ? 'No incident changed.' : '', page, 'faint').filter(
        line => line.trim() !== '',
      ),
    ];
    await io.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  } finally {
    await store.close();
  }
}

interface Done {
  readonly decision: Decision;
  readonly incidents: readonly Incident[];
}

/** What was done, as it may be shown. */
async function shown(done: Done, store: Store, options: RedactOptions): Promise<Done> {
  if (options.redact !== true) return done;
  const { decision, incidents } = done;
  const anchors = decision.act === 'withdraw' ? [] : decision.about;
  const ids = new Set([...anchors, ...incidents.flatMap(({ links }) => links)].map(({ reportId }) => reportId));
  const reports: Report[] = [];
  for (const id of ids) reports.push(...[(await store.report(id)) ?? []].flat());
  return (await openRedactor(options)).told(done, reports, 'each-word');
}
