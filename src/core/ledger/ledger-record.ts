import type { Incident, PublicRecord } from '../model/index.ts';
import type { Derived } from './ledger-incidents.ts';
import { type Review, review } from './review.ts';
import type { LedgerState } from './state.ts';
import type { Store } from './store.ts';

/** Works out the incidents of a ledger, with tolls by a policy where one is named. Loaded only where it is needed. */
export type Derivation = (policy?: string) => Promise<(state: LedgerState) => Derived>;

/**
 * What a ledger holds of the reports that `wanted` names, as reviewed, as a public record of one moment; tolls by a policy, the
 * usual one where none is given.
 */
export async function ledgerRecord(
  store: Store,
  derivation: Derivation,
  wanted: (reportId: string) => boolean = () => true,
  policy?: string,
): Promise<PublicRecord> {
  const state = await store.state();
  const { reviewed, incidents } = await currentView(store, state, derivation, policy);
  return {
    format: 'casus-record',
    formatVersion: 1,
    reports: Array.from(state.reports.values()).filter(report => wanted(report.id)),
    codings: Array.from(reviewed.codings.values()).filter(coding => wanted(coding.reportId)),
    incidents: incidents.filter(incident => incident.links.some(link => wanted(link.reportId))),
    problems: reviewed.problems,
  };
}

/** The incidents that the ledger keeps, or found anew where it keeps older ones, or those of another policy. */
export async function currentView(
  store: Store,
  state: LedgerState,
  derivation: Derivation,
  policy?: string,
): Promise<{ readonly reviewed: Review; readonly incidents: readonly Incident[] }> {
  const { incidentsAsOf } = await store.size();
  const kept = incidentsAsOf >= (state.head?.seq ?? 0) ? await store.incidents() : null;
  if (kept?.every(({ tolls }) => tolls.every(toll => policy === undefined || toll.policy === policy))) {
    return { reviewed: review(state), incidents: kept };
  }
  const derived = (await derivation(policy))(state);
  return { reviewed: derived.review, incidents: derived.incidents };
}
