import type { ReportInput } from '../../core/ingest/index.ts';
import { mergeReading, needsCoding } from '../../core/ledger/index.ts';
import type { Outcome, Report } from '../../core/model/index.ts';
import { type AddedReport, WriteQueue, type Writing } from './write-coded.ts';

/** A report to be added, under the name that it was asked for. */
export interface NamedInput {
  readonly name: string;
  readonly input: ReportInput;
}

export interface Adding extends Writing {
  readonly read: (input: ReportInput) => Outcome<Report>;
}

/**
 * Adds reports to a ledger: many are coded at a time, one writer appends them in the order in which they came. Tells of
 * each when it is on the disk. A report that the ledger holds, coded by this coder, is not coded again: a run that was
 * ended goes on where it was.
 */
export async function* addReports(inputs: AsyncIterable<NamedInput>, adding: Adding): AsyncGenerator<AddedReport> {
  const { store, versions, interrupted } = adding;
  const queue = new WriteQueue(adding);
  // In an empty ledger the first report is new. In another perhaps none is: then nothing that codes is loaded.
  if ((await store.size()).reports === 0) adding.coders.prepare();
  for await (const { name, input } of inputs) {
    if (interrupted.aborted) break;
    const read = adding.read(input);
    const reportId = read.value.id;
    // The same text twice in one run: the second is read as the ledger knows the first.
    if (queue.holds(reportId)) yield* queue.write();
    const known = await store.reading(reportId);
    const reading = known === null ? read : mergeReading(known.report, read);
    if (needsCoding(known, reading.value, versions.coder)) yield* queue.give(name, reading);
    else yield { name, reportId, change: 'unchanged', failed: null };
  }
  yield* queue.write();
}
