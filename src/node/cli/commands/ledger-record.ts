import type { Store } from '../../../core/ledger/index.ts';
import type { PublicRecord } from '../../../core/model/index.ts';

/** What a ledger holds of the reports that `wanted` names, as a public record of one moment. */
export async function ledgerRecord(
  store: Store,
  wanted: (reportId: string) => boolean = () => true,
): Promise<PublicRecord> {
  const { reports, codings } = await store.state();
  const incidents = await store.incidents();
  return {
    format: 'casus-record',
    formatVersion: 1,
    reports: Array.from(reports.values()).filter(report => wanted(report.id)),
    codings: Array.from(codings.values()).filter(coding => wanted(coding.reportId)),
    incidents: incidents.filter(incident => incident.links.some(link => wanted(link.reportId))),
    problems: [],
  };
}
