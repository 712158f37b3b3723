import type { CodedReport, LedgerState, Store } from '../../../core/ledger/index.ts';
import type { Incident, PublicRecord } from '../../../core/model/index.ts';
import { openReconciler } from '../../wire.ts';

/** What a ledger holds of the reports that `wanted` names, as a public record of one moment. */
export async function ledgerRecord(
  store: Store,
  wanted: (reportId: string) => boolean = () => true,
): Promise<PublicRecord> {
  const state = await store.state();
  const incidents = await currentIncidents(store, state);
  return {
    format: 'casus-record',
    formatVersion: 1,
    reports: Array.from(state.reports.values()).filter(report => wanted(report.id)),
    codings: Array.from(state.codings.values()).filter(coding => wanted(coding.reportId)),
    incidents: incidents.filter(incident => incident.links.some(link => wanted(link.reportId))),
    problems: [],
  };
}

/** The reports of a ledger, each with its coding. */
export function codedReports({ reports, codings }: Pick<LedgerState, 'reports' | 'codings'>): readonly CodedReport[] {
  return Array.from(reports.values()).flatMap(report => {
    const coding = codings.get(report.id);
    return coding === undefined ? [] : [{ report, coding }];
  });
}

/** The incidents that the ledger keeps, or found anew where the last `add` was ended before it could keep them. */
async function currentIncidents(store: Store, state: LedgerState): Promise<readonly Incident[]> {
  const { incidentsAsOf } = await store.size();
  if (incidentsAsOf >= (state.head?.seq ?? 0)) return store.incidents();
  return (await openReconciler())(codedReports(state)).value;
}
