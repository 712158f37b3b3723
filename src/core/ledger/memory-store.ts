import type { Coding } from '../model/coding.ts';
import type { Decision } from '../model/decision.ts';
import type { Incident } from '../model/incident.ts';
import type { Report } from '../model/report.ts';
import { chain, type Entry, type EntryContent, type SideContent } from './entry.ts';
import { type CodedReport, planAppend } from './plan-append.ts';
import { copyState, EMPTY_LEDGER, type GrowingState, grow, type LedgerSide, type LedgerState } from './state.ts';
import type { Appended, LedgerSize, Store } from './store.ts';

/** A ledger that lasts as long as the process: for `casus read`, the browser and tests. */
export function memoryStore(): Store {
  return new MemoryStore();
}

class MemoryStore implements Store {
  readonly name = 'memory';
  readonly #entries: Entry[] = [];
  readonly #state: GrowingState = copyState(EMPTY_LEDGER);
  #incidents: readonly Incident[] = [];
  #incidentsAsOf = 0;

  async appendReport(coded: CodedReport): Promise<Appended> {
    return this.#add(coded);
  }

  async appendReports(coded: readonly CodedReport[]): Promise<readonly Appended[]> {
    // A plan throws on what is no coding of its report: before anything is written, so all or nothing is.
    for (const one of coded) planAppend(null, one);
    return coded.map(one => this.#add(one));
  }

  async appendDecision(decision: Decision): Promise<void> {
    if (this.#state.decisions.some(({ id }) => id === decision.id)) return;
    this.#write([{ kind: 'decision', decision }]);
  }

  async appendAfter(after: number, contents: readonly SideContent[]): Promise<boolean> {
    if (this.#entries.length !== after) return false;
    this.#write(contents);
    return true;
  }

  async has(reportId: string): Promise<boolean> {
    return this.#state.reports.has(reportId);
  }

  async report(reportId: string): Promise<Report | null> {
    return this.#state.reports.get(reportId) ?? null;
  }

  async coding(reportId: string): Promise<Coding | null> {
    return this.#state.codings.get(reportId) ?? null;
  }

  async *entries(since = 0): AsyncIterable<Entry> {
    yield* this.#entries.slice(since);
  }

  async *reports(): AsyncIterable<Report> {
    yield* this.#state.reports.values();
  }

  async *codings(): AsyncIterable<Coding> {
    for (const id of this.#state.reports.keys()) {
      const coding = this.#state.codings.get(id);
      if (coding !== undefined) yield coding;
    }
  }

  async side(): Promise<LedgerSide & Pick<LedgerState, 'head'>> {
    const { head, decisions, resources, names } = copyState(this.#state);
    return { head, decisions, resources, names };
  }

  async state(): Promise<LedgerState> {
    return copyState(this.#state);
  }

  async incidents(): Promise<readonly Incident[]> {
    return this.#incidents;
  }

  async replaceIncidents(incidents: readonly Incident[], asOf = this.#entries.length): Promise<void> {
    if (asOf < this.#incidentsAsOf) return;
    this.#incidents = [...incidents];
    this.#incidentsAsOf = asOf;
  }

  async size(): Promise<LedgerSize> {
    const { reports, codings } = this.#state;
    let claims = 0;
    for (const coding of codings.values()) claims += coding.claims.length;
    return {
      entries: this.#entries.length,
      reports: reports.size,
      claims,
      incidents: this.#incidents.length,
      incidentsAsOf: this.#incidentsAsOf,
    };
  }

  async close(): Promise<void> {}

  #add(coded: CodedReport): Appended {
    const { change, contents } = planAppend(this.#known(coded.report.id), coded);
    this.#write(contents);
    return { reportId: coded.report.id, change };
  }

  #known(reportId: string): CodedReport | null {
    const report = this.#state.reports.get(reportId);
    const coding = this.#state.codings.get(reportId);
    return report === undefined || coding === undefined ? null : { report, coding };
  }

  #write(contents: readonly EntryContent[]): void {
    for (const entry of chain(this.#state.head, contents)) {
      grow(this.#state, entry);
      this.#entries.push(entry);
    }
  }
}
