import { type LedgerState, type Review, review, type Store } from '../../../core/ledger/index.ts';
import type { Incident, PublicRecord } from '../../../core/model/index.ts';
import { openDerivation } from '../../wire.ts';

/** What a ledger holds of the reports that `wanted` names, as reviewed, as a public record of one moment. */
export async function ledgerRecord(
  store: Store,
  wanted: (reportId: string) => boolean = () => true,
): Promise<PublicRecord> {
  const state = await store.state();
  const { reviewed, incidents } = await currentView(store, state);
  return {
    format: 'casus-record',
    formatVersion: 1,
    reports: Array.from(state.reports.values()).filter(report => wanted(report.id)),
    codings: Array.from(reviewed.codings.values()).filter(coding => wanted(coding.reportId)),
    incidents: incidents.filter(incident => incident.links.some(link => wanted(link.reportId))),
    problems: reviewed.problems,
  };
}

/** The incidents that the ledger keeps, or found anew where the last writer was ended before it could keep them. */
export async function currentView(
  store: Store,
  state: LedgerState,
): Promise<{ readonly reviewed: Review; readonly incidents: readonly Incident[] }> {
  const { incidentsAsOf } = await store.size();
  if (incidentsAsOf >= (state.head?.seq ?? 0)) return { reviewed: review(state), incidents: await store.incidents() };
  const derived = (await openDerivation())(state);
  return { reviewed: derived.review, incidents: derived.incidents };
}
