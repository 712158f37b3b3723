import { CasusError, type ExitCode } from '../../../core/base/error.ts';
import { ledgerRecord, recordWithin } from '../../../core/ledger/index.ts';
import { openDerivation, openStore, pageKnowledge } from '../../wire.ts';
import { openRedactor } from '../../wire-redact.ts';
import { type FilterOptions, filterOf } from '../filter-options.ts';
import type { Io } from '../io.ts';
import type { CommonOptions, LedgerOptions, RedactOptions } from '../options.ts';
import { pageFor } from '../page-for.ts';
import { incidentList } from '../view/incident-list.ts';
import { incidentView } from '../view/incident-view.ts';
import { whyView } from '../view/why-view.ts';
import { findIncident } from './find-incident.ts';
import { recordOfIncident } from './record-of-incident.ts';

/** `casus show`: the incidents of a ledger as a list, or one of them with every account that the reports give of it. */
export async function show(
  id: string | undefined,
  options: CommonOptions & LedgerOptions & RedactOptions & FilterOptions & { readonly why?: boolean },
  io: Io,
): Promise<ExitCode> {
  if (options.why === true && id === undefined) {
    throw new CasusError('usage-invalid', '--why', { detail: 'name an incident: casus show INCIDENT --why' });
  }
  const filter = filterOf(options);
  const store = await openStore(options.ledger, { mode: 'read' });
  try {
    const whole =
      id === undefined ? await recordWithin(store, filter, openDerivation) : await ledgerRecord(store, openDerivation);
    const asked = id === undefined ? null : findIncident(id, whole.incidents);
    const redactor = await openRedactor(options);
    const record = redactor.record(asked === null ? whole : recordOfIncident(asked, whole));
    if (options.json === true) {
      await io.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
      return 0;
    }
    const page = pageFor(io, options.color, await pageKnowledge());
    const incident = asked === null ? undefined : record.incidents[0];
    const lines = [...(incident === undefined ? incidentList(record, page) : incidentView(incident, record, page))];
    if (incident !== undefined && options.why === true) {
      const state = await store.state();
      const reports = incident.links.flatMap(({ reportId }) => state.reports.get(reportId) ?? []);
      const decisions = redactor.told(state.decisions, reports);
      lines.push(...whyView(incident, record, { ...state, decisions }, page));
    }
    await io.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  } finally {
    await store.close();
  }
}
