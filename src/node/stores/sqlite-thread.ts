import { Worker } from 'node:worker_threads';
import type {
  Appended,
  CodedReport,
  Count,
  CountQuery,
  Entry,
  Filter,
  FoundClaim,
  FoundContradiction,
  FoundToll,
  KnownReading,
  LedgerAbout,
  LedgerMoment,
  LedgerSide,
  LedgerSize,
  LedgerState,
  Outline,
  Page,
  PageRequest,
  SideContent,
  Store,
  TollOutline,
} from '../../core/ledger/index.ts';
import type { Coding, Decision, Incident, Report } from '../../core/model/index.ts';
import type { SqliteOptions } from './sqlite-open.ts';
import { type Answer, asError, type Listing, type Method, type Question, type ThreadData } from './thread-messages.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Asking = Question extends infer Q ? (Q extends { id: number } ? Omit<Q, 'id'> : Q) : never;

/** Opens a ledger in SQLite in a thread of its own, so that nobody who asks it keeps others waiting. */
export async function openSqliteThread(folder: string, options: SqliteOptions): Promise<Store> {
  const thread = new StoreThread(folder, options);
  try {
    await thread.opened;
  } catch (error) {
    await thread.end();
    throw error;
  }
  return thread;
}

class StoreThread implements Store {
  readonly name: string;
  readonly opened: Promise<unknown>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #lists = 0;
  #ended: Promise<unknown> | null = null;

  constructor(folder: string, options: SqliteOptions) {
    this.name = folder;
    this.#worker = new Worker(workerScript(), { workerData: { folder, options } satisfies ThreadData });
    this.opened = new Promise((resolve, reject) => {
      this.#waiting.set(0, { resolve, reject });
    });
    this.#worker.on('message', (answer: Answer) => this.#hear(answer));
    this.#worker.on('error', error => this.#giveUp(error));
    this.#worker.on('exit', () => this.#giveUp(new Error(`${folder}: the thread of the ledger has ended`)));
  }

  appendReport(coded: CodedReport): Promise<Appended> {
    return this.#ask('appendReport', coded);
  }

  appendReports(coded: readonly CodedReport[]): Promise<readonly Appended[]> {
    return this.#ask('appendReports', coded);
  }

  appendDecision(decision: Decision): Promise<void> {
    return this.#ask('appendDecision', decision);
  }

  appendAfter(after: number, contents: readonly SideContent[]): Promise<boolean> {
    return this.#ask('appendAfter', after, contents);
  }

  appendEntries(entries: readonly Entry[]): Promise<void> {
    return this.#ask('appendEntries', entries);
  }

  has(reportId: string): Promise<boolean> {
    return this.#ask('has', reportId);
  }

  report(reportId: string): Promise<Report | null> {
    return this.#ask('report', reportId);
  }

  coding(reportId: string): Promise<Coding | null> {
    return this.#ask('coding', reportId);
  }

  reading(reportId: string): Promise<KnownReading | null> {
    return this.#ask('reading', reportId);
  }

  reportsById(ids: readonly string[]): Promise<readonly Report[]> {
    return this.#ask('reportsById', ids);
  }

  codedReports(ids: readonly string[]): Promise<readonly CodedReport[]> {
    return this.#ask('codedReports', ids);
  }

  entries(since = 0): AsyncIterable<Entry> {
    return this.#list<Entry>('entries', since);
  }

  reports(): AsyncIterable<Report> {
    return this.#list<Report>('reports');
  }

  codings(): AsyncIterable<Coding> {
    return this.#list<Coding>('codings');
  }

  side(): Promise<LedgerSide & Pick<LedgerState, 'head'>> {
    return this.#ask('side');
  }

  state(): Promise<LedgerState> {
    return this.#ask('state');
  }

  incidents(): Promise<readonly Incident[]> {
    return this.#ask('incidents');
  }

  findClaims(filter: Filter, page: PageRequest = {}): Promise<Page<FoundClaim>> {
    return this.#ask('findClaims', filter, page);
  }

  findReports(filter: Filter, page: PageRequest = {}): Promise<Page<Report>> {
    return this.#ask('findReports', filter, page);
  }

  findIncidents(filter: Filter, page: PageRequest = {}): Promise<Page<Incident>> {
    return this.#ask('findIncidents', filter, page);
  }

  findTolls(filter: Filter, page: PageRequest = {}): Promise<Page<FoundToll>> {
    return this.#ask('findTolls', filter, page);
  }

  findContradictions(filter: Filter, page: PageRequest = {}): Promise<Page<FoundContradiction>> {
    return this.#ask('findContradictions', filter, page);
  }

  outline(filter: Filter, most: number): Promise<Outline> {
    return this.#ask('outline', filter, most);
  }

  outlineTolls(filter: Filter): Promise<TollOutline> {
    return this.#ask('outlineTolls', filter);
  }

  count(query: CountQuery): Promise<readonly Count[]> {
    return this.#ask('count', query);
  }

  replaceIncidents(incidents: readonly Incident[], asOf?: number): Promise<void> {
    return this.#ask('replaceIncidents', incidents, asOf);
  }

  size(): Promise<LedgerSize> {
    return this.#ask('size');
  }

  moment(): Promise<LedgerMoment> {
    return this.#ask('moment');
  }

  about(): Promise<LedgerAbout> {
    return this.#ask('about');
  }

  async close(): Promise<void> {
    if (this.#ended !== null) return;
    await this.#ask('close');
    await this.end();
  }

  /** Ends the thread. */
  async end(): Promise<void> {
    this.#ended ??= this.#worker.terminate();
    await this.#ended;
  }

  #ask<M extends Method>(method: M, ...values: Parameters<Store[M]>): Promise<Awaited<ReturnType<Store[M]>>> {
    return this.#post({ kind: 'ask', method, values }) as Promise<Awaited<ReturnType<Store[M]>>>;
  }

  async *#list<T>(method: Listing, ...values: readonly unknown[]): AsyncIterable<T> {
    const list = ++this.#lists;
    let isEnd = false;
    try {
      while (!isEnd) {
        const part = (await this.#post({ kind: 'next', list, method, values })) as {
          items: readonly T[];
          isEnd: boolean;
        };
        isEnd = part.isEnd;
        yield* part.items;
      }
    } finally {
      if (!isEnd && this.#ended === null) this.#worker.postMessage({ kind: 'forget', list } satisfies Question);
    }
  }

  #post(asking: Exclude<Asking, { kind: 'forget' }>): Promise<unknown> {
    if (this.#ended !== null) return Promise.reject(new Error(`${this.name}: the ledger is closed`));
    const id = ++this.#asked;
    // A thread that nobody waits for must not keep the process alive.
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ ...asking, id } satisfies Question);
    });
  }

  #hear(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ('failure' in answer) waiting?.reject(asError(answer.failure));
    else waiting?.resolve(answer.value);
  }

  /** The thread is no more: nobody will be answered. */
  #giveUp(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** The script beside this one, in the language that this one is in. */
function workerScript(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./sqlite-worker.${ending}`, import.meta.url);
}
