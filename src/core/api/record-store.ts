import { memoryStore, type Store } from '../ledger/index.ts';
import type { PublicRecord } from '../model/index.ts';

/** A store that holds exactly what a public record says, its incidents included: nothing is worked out anew. */
export async function recordStore(record: PublicRecord): Promise<Store> {
  const store = memoryStore();
  const reports = new Map(record.reports.map(report => [report.id, report]));
  await store.appendReports(
    record.codings.flatMap(coding => {
      const report = reports.get(coding.reportId);
      return report === undefined ? [] : [{ report, coding }];
    }),
  );
  await store.replaceIncidents(record.incidents);
  return store;
}
