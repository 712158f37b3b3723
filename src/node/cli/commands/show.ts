import { CasusError, type ExitCode } from '../../../core/base/error.ts';
import { ledgerRecord, recordWithin } from '../../../core/ledger/index.ts';
import { openDerivation, openStore, pageKnowledge } from '../../wire.ts';
import { type FilterOptions, filterOf } from '../filter-options.ts';
import type { Io } from '../io.ts';
import type { CommonOptions, LedgerOptions } from '../options.ts';
import { pageFor } from '../page-for.ts';
import { incidentList } from '../view/incident-list.ts';
import { incidentView } from '../view/incident-view.ts';
import { whyView } from '../view/why-view.ts';
import { findIncident } from './find-incident.ts';
import { recordOfIncident } from './record-of-incident.ts';

/** `casus show`: the incidents of a ledger as a list, or one of them with every account that the reports give of it. */
export async function show(
  id: string | undefined,
  options: CommonOptions & LedgerOptions & FilterOptions & { readonly why?: boolean },
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
    const incident = id === undefined ? null : findIncident(id, whole.incidents);
    const record = incident === null ? whole : recordOfIncident(incident, whole);
    if (options.json === true) {
      await io.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
      return 0;
    }
    const page = pageFor(io, options.color, await pageKnowledge());
    const lines = incident === null ? incidentList(record, page) : incidentView(incident, record, page);
    const why = incident === null || options.why !== true ? [] : whyView(incident, record, await store.state(), page);
    await io.stdout.write(`${[...lines, ...why].join('\n')}\n`);
    return 0;
  } finally {
    await store.close();
  }
}
