import { isOfRules, readingOf } from '../../core/ledger/index.ts';
import { type AddedReport, WriteQueue, type Writing } from './write-coded.ts';

/**
 * Codes every report of a ledger anew by the present rules and adds the codings that say something else. What a person
 * or a model coded is left as it is.
 */
export async function* recodeReports(writing: Writing): AsyncGenerator<AddedReport> {
  const { store, interrupted } = writing;
  const queue = new WriteQueue(writing);
  for await (const report of store.reports()) {
    if (interrupted.aborted) break;
    const coding = await store.coding(report.id);
    if (coding !== null && isOfRules(coding)) yield* queue.give(report.id, readingOf(report, coding));
    else yield { name: report.id, reportId: report.id, change: 'unchanged', failed: null };
  }
  yield* queue.write();
}
