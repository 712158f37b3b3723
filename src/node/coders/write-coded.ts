import { failedCoding } from '../../core/coding/index.ts';
import { type Change, keepVersions, type ResourceVersions, type Store } from '../../core/ledger/index.ts';
import type { Outcome, Report } from '../../core/model/index.ts';
import type { CodedOne, Coders } from './coders.ts';

/** How many reports are written in one transaction at most. */
const WRITE_MAX = 50;

/** What became of a report; `failed` says why it could not be coded. */
export interface AddedReport {
  readonly name: string;
  readonly reportId: string;
  readonly change: Change;
  readonly failed: string | null;
}

/** What coding and writing take. */
export interface Writing {
  readonly coders: Coders;
  readonly store: Store;
  readonly versions: ResourceVersions;
  /** Set when no other report is to be begun. What is not written then is not acknowledged. */
  readonly interrupted: AbortSignal;
}

/** A report that is being coded. */
interface Pending {
  readonly name: string;
  readonly reading: Outcome<Report>;
  readonly coded: Promise<CodedOne>;
  done: boolean;
}

/**
 * Reports that are being coded, in the order in which they are to be written: the entries are the same however many
 * coders there are and whichever is quicker.
 */
export class WriteQueue {
  readonly #writing: Writing;
  readonly #pending: Pending[] = [];
  #versionsKept = false;

  constructor(writing: Writing) {
    this.#writing = writing;
  }

  holds(reportId: string): boolean {
    return this.#pending.some(({ reading }) => reading.value.id === reportId);
  }

  /** Gives a report to the coders, then writes what is ready when as many as they want are with them. */
  async *give(name: string, reading: Outcome<Report>): AsyncGenerator<AddedReport> {
    const { coders } = this.#writing;
    const coded = coders.code(reading);
    const pending: Pending = { name, reading, coded, done: false };
    const settle = () => {
      pending.done = true;
    };
    // A rejection is met when its turn to be written comes.
    coded.then(settle, settle);
    this.#pending.push(pending);
    if (this.#pending.length >= coders.ahead) yield* this.write(Math.floor(coders.ahead / 2));
  }

  /** Writes what is coded until no more than so many are left; waits for the first where it must. */
  async *write(left = 0): AsyncGenerator<AddedReport> {
    const { store, versions, interrupted } = this.#writing;
    while (this.#pending.length > left && !interrupted.aborted) {
      await this.#pending[0]?.coded;
      const unready = this.#pending.findIndex(({ done }) => !done);
      const ready = unready === -1 ? this.#pending.length : Math.max(1, unready);
      const batch = this.#pending.splice(0, Math.min(WRITE_MAX, ready));
      const made = await Promise.all(batch.map(pending => codedReport(pending, versions)));
      if (!this.#versionsKept) await keepVersions(store, versions);
      this.#versionsKept = true;
      const appended = await store.appendReports(made.map(({ coded }) => coded));
      for (const [i, { reportId, change }] of appended.entries()) {
        yield { name: batch[i]?.name ?? '', reportId, change, failed: made[i]?.failed ?? null };
      }
    }
  }
}

async function codedReport({ reading, coded }: Pending, versions: ResourceVersions) {
  const one = await coded;
  const failed = 'failed' in one ? one.failed : null;
  const coding = 'failed' in one ? failedCoding(reading, versions.coder, one.failed) : one.coding;
  return { coded: { report: reading.value, coding }, failed };
}
