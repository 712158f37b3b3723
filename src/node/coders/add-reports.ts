import { failedCoding } from '../../core/coding/index.ts';
import type { ReportInput } from '../../core/ingest/index.ts';
import {
  type Change,
  type CodedReport,
  keepVersions,
  mergeReading,
  needsCoding,
  type ResourceVersions,
  type Store,
} from '../../core/ledger/index.ts';
import type { Outcome, Report } from '../../core/model/index.ts';
import type { CodedOne, Coders } from './coders.ts';

/** How many reports are written in one transaction at most. */
const WRITE_MAX = 50;

/** A report to be added, under the name that it was asked for. */
export interface NamedInput {
  readonly name: string;
  readonly input: ReportInput;
}

/** What became of one of them; `failed` says why it could not be coded. */
export interface AddedReport {
  readonly name: string;
  readonly reportId: string;
  readonly change: Change;
  readonly failed: string | null;
}

export interface Adding {
  readonly read: (input: ReportInput) => Outcome<Report>;
  readonly coders: Coders;
  readonly store: Store;
  readonly versions: ResourceVersions;
  /** Set when no other report is to be begun. What is not written then is not acknowledged. */
  readonly interrupted: AbortSignal;
}

interface Writing extends Adding {
  versionsKept: boolean;
}

/** A report that is being coded, in the order in which it is to be written. */
interface Pending {
  readonly name: string;
  readonly reading: Outcome<Report>;
  readonly coded: Promise<CodedOne>;
  done: boolean;
}

/**
 * Adds reports to a ledger: many are coded at a time, one writer appends them in the order in which they came, so that
 * the entries are the same however many coders there are and whichever is quicker. Tells of each when it is on the
 * disk. A report that the ledger holds, coded by this coder, is not coded again: a run that was ended goes on where it was.
 */
export async function* addReports(inputs: AsyncIterable<NamedInput>, adding: Adding): AsyncGenerator<AddedReport> {
  const { coders, store, versions, interrupted } = adding;
  const writing = { ...adding, versionsKept: false };
  const queue: Pending[] = [];
  for await (const { name, input } of inputs) {
    if (interrupted.aborted) break;
    const read = adding.read(input);
    const reportId = read.value.id;
    // The same text twice in one run: the second is read as the ledger knows the first.
    if (queue.some(({ reading }) => reading.value.id === reportId)) yield* write(queue, 0, writing);
    const known = await knownOf(store, reportId);
    const reading = known === null ? read : mergeReading(known.report, read);
    if (!needsCoding(known, reading.value, versions.coder)) {
      yield { name, reportId, change: 'unchanged', failed: null };
      continue;
    }
    queue.push(pendingOf(name, reading, coders));
    if (queue.length >= coders.ahead) yield* write(queue, Math.floor(coders.ahead / 2), writing);
  }
  yield* write(queue, 0, writing);
}

function pendingOf(name: string, reading: Outcome<Report>, coders: Coders): Pending {
  const coded = coders.code(reading);
  const pending: Pending = { name, reading, coded, done: false };
  const settle = () => {
    pending.done = true;
  };
  // A rejection is met when its turn to be written comes.
  coded.then(settle, settle);
  return pending;
}

async function knownOf(store: Store, reportId: string): Promise<CodedReport | null> {
  const report = await store.report(reportId);
  const coding = report === null ? null : await store.coding(reportId);
  return report === null || coding === null ? null : { report, coding };
}

/** Writes what is coded, in order, until no more than so many are left; waits for the first where it must. */
async function* write(queue: Pending[], left: number, writing: Writing): AsyncGenerator<AddedReport> {
  const { store, versions, interrupted } = writing;
  while (queue.length > left && !interrupted.aborted) {
    await queue[0]?.coded;
    const unready = queue.findIndex(({ done }) => !done);
    const batch = queue.splice(0, Math.min(WRITE_MAX, unready === -1 ? queue.length : Math.max(1, unready)));
    const made = await Promise.all(batch.map(pending => codedReport(pending, versions)));
    if (!writing.versionsKept) await keepVersions(store, versions);
    writing.versionsKept = true;
    const appended = await store.appendReports(made.map(({ coded }) => coded));
    for (const [i, { reportId, change }] of appended.entries()) {
      yield { name: batch[i]?.name ?? '', reportId, change, failed: made[i]?.failed ?? null };
    }
  }
}

async function codedReport({ reading, coded }: Pending, versions: ResourceVersions) {
  const one = await coded;
  const failed = 'failed' in one ? one.failed : null;
  const coding = 'failed' in one ? failedCoding(reading, versions.coder, one.failed) : one.coding;
  return { coded: { report: reading.value, coding }, failed };
}
