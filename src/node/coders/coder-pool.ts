import { Worker } from 'node:worker_threads';
import { CasusError } from '../../core/base/error.ts';
import type { ResourceOptions } from '../../core/language/resources.ts';
import type { Outcome, Report } from '../../core/model/index.ts';
import type { CodedOne, Coders } from './coders.ts';
import type { Batch, Said } from './messages.ts';

/** How many reports a worker gets in one message: enough that it never waits, few enough that none has all. */
const BATCH = 10;
/** How long a worker may take over one report before it is ended. */
const TIME_MAX_MS = 120_000;

export interface CoderPoolOptions {
  readonly workers: number;
  /** What the user has of their own, for each worker. */
  readonly own?: ResourceOptions;
  /** The script of the worker. Default: the coder of this casus. */
  readonly script?: URL;
  readonly timeMaxMs?: number;
}

interface Job {
  readonly read: Outcome<Report>;
  readonly resolve: (coded: CodedOne) => void;
  readonly reject: (error: unknown) => void;
  /** Whether it was under a worker that died: then it goes alone, so that no other report is blamed for it. */
  suspect: boolean;
}

/** A worker thread with the reports that it has, the one at hand first. */
interface Hand {
  readonly worker: Worker;
  ready: boolean;
  jobs: Job[];
  timer: NodeJS.Timeout | null;
  /** Why it died. */
  reason: string | null;
  /** Whether it was ended because the report at hand took too long. */
  late: boolean;
}

/**
 * Codes in worker threads. A report at which a worker dies (out of memory, say) is tried once more alone; when that
 * worker dies too, the report fails, as does one that takes too long, and the others go on.
 */
export function openCoderPool(options: CoderPoolOptions): Coders {
  return new CoderPool(options);
}

class CoderPool implements Coders {
  readonly ahead: number;
  readonly #options: Required<CoderPoolOptions>;
  readonly #hands = new Set<Hand>();
  readonly #waiting: Job[] = [];
  #closing = false;
  /** Why no worker can start. */
  #fault: Error | null = null;

  constructor({ workers, own = {}, script = workerScript(), timeMaxMs = TIME_MAX_MS }: CoderPoolOptions) {
    this.#options = { workers, own, script, timeMaxMs };
    this.ahead = workers * BATCH * 3;
  }

  prepare(): void {
    while (this.#hands.size < this.#options.workers) this.#hire();
  }

  code(read: Outcome<Report>): Promise<CodedOne> {
    if (this.#fault !== null) return Promise.reject(this.#fault);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ read, resolve, reject, suspect: false });
      this.#feed();
    });
  }

  async close(): Promise<void> {
    this.#closing = true;
    await Promise.all([...this.#hands].map(({ worker }) => worker.terminate()));
  }

  #feed(): void {
    for (const hand of this.#hands) {
      if (hand.ready && hand.reason === null && hand.jobs.length === 0) this.#give(hand);
    }
    // In the place of those that died.
    const coming = [...this.#hands].filter(({ ready }) => !ready).length;
    const missing = Math.min(this.#options.workers - this.#hands.size, this.#waiting.length - coming);
    for (let i = 0; i < missing; i++) this.#hire();
  }

  #give(hand: Hand): void {
    const first = this.#waiting.shift();
    if (first === undefined) return;
    hand.jobs = [first];
    // A fair share, so that the last reports are not all with one worker.
    const share = Math.min(BATCH, Math.ceil((this.#waiting.length + 1) / this.#options.workers));
    while (!first.suspect && hand.jobs.length < share) {
      const next = this.#waiting[0];
      if (next === undefined || next.suspect) break;
      this.#waiting.shift();
      hand.jobs.push(next);
    }
    this.#watch(hand);
    hand.worker.postMessage(hand.jobs.map(({ read }) => read) satisfies Batch);
  }

  #hire(): void {
    const worker = new Worker(this.#options.script, { workerData: this.#options.own });
    const hand: Hand = { worker, ready: false, jobs: [], timer: null, reason: null, late: false };
    this.#hands.add(hand);
    worker.on('message', (said: Said) => this.#hear(hand, said));
    worker.on('error', error => {
      hand.reason ??= error.message;
    });
    worker.on('exit', code => this.#bury(hand, code));
  }

  #hear(hand: Hand, said: Said): void {
    if (said.kind === 'ready') {
      hand.ready = true;
    } else if (said.kind === 'unable') {
      this.#giveUp(said.code === null ? new Error(said.detail) : new CasusError(said.code, said.subject));
      return;
    } else {
      const job = hand.jobs.shift();
      job?.resolve(said.kind === 'coded' ? { coding: said.coding } : { failed: said.reason });
      this.#watch(hand);
    }
    this.#feed();
  }

  /** Begins to measure the time of the report at hand, or stops where there is none. */
  #watch(hand: Hand): void {
    if (hand.timer !== null) clearTimeout(hand.timer);
    hand.timer = hand.jobs.length === 0 ? null : setTimeout(() => this.#end(hand), this.#options.timeMaxMs);
  }

  #end(hand: Hand): void {
    hand.late = true;
    hand.reason = `it took longer than ${Math.round(this.#options.timeMaxMs / 1000)} s`;
    void hand.worker.terminate();
  }

  #bury(hand: Hand, code: number): void {
    this.#hands.delete(hand);
    if (hand.timer !== null) clearTimeout(hand.timer);
    if (this.#closing || this.#fault !== null) return;
    const reason = hand.reason ?? `the worker ended with code ${code}`;
    if (!hand.ready) {
      this.#giveUp(new Error(`a worker thread could not start: ${reason}`));
      return;
    }
    const [atHand, ...others] = hand.jobs;
    this.#waiting.unshift(...others);
    if (atHand !== undefined && (atHand.suspect || hand.late)) atHand.resolve({ failed: reason });
    else if (atHand !== undefined) this.#waiting.unshift(Object.assign(atHand, { suspect: true }));
    this.#feed();
  }

  /** No worker can start: nothing will ever be coded. */
  #giveUp(error: Error): void {
    this.#fault ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
    for (const hand of this.#hands) for (const { reject } of hand.jobs.splice(0)) reject(error);
  }
}

/** The script beside this one, in the language that this one is in. */
function workerScript(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./coder-worker.${ending}`, import.meta.url);
}
