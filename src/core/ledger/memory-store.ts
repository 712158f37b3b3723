import { CasusError } from '../base/error.ts';
import { failureOf } from '../coding/failed-coding.ts';
import type { Coding } from '../model/coding.ts';
import type { Decision } from '../model/decision.ts';
import type { Incident } from '../model/incident.ts';
import type { Report } from '../model/report.ts';
import { chain, type Entry, type EntryContent, entryHolds, type LedgerHead, type SideContent } from './entry.ts';
import type { Count, CountQuery, Filter, Page, PageRequest } from './filter.ts';
import type { FoundClaim, FoundContradiction, FoundToll, Outline, TollOutline } from './found.ts';
import { MemorySearch } from './memory-search.ts';
import type { KnownReading } from './needs-coding.ts';
import { type CodedReport, planAppend } from './plan-append.ts';
import { review } from './review.ts';
import { asReviewed, type ReviewedClaim } from './reviewed-claims.ts';
import { copyState, EMPTY_LEDGER, type GrowingState, grow, type LedgerSide, type LedgerState } from './state.ts';
import type { Appended, LedgerAbout, LedgerMoment, LedgerSize, Store } from './store.ts';

/** A ledger that lasts as long as the process: for `casus read`, the browser and tests. */
export function memoryStore(): Store {
  return new MemoryStore();
}

class MemoryStore implements Store {
  readonly name = 'memory';
  readonly #entries: Entry[] = [];
  readonly #state: GrowingState = copyState(EMPTY_LEDGER);
  /** Number of the entry that brought a report, by its id. */
  readonly #firstSeq = new Map<string, number>();
  #incidents: readonly Incident[] = [];
  #incidentsAsOf = 0;
  #incidentsMade = 0;
  /** Made when they are needed, and anew after something was written. */
  #reviewed: ReadonlyMap<string, Coding> | null = null;
  #search: MemorySearch | null = null;

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

  async appendEntries(entries: readonly Entry[]): Promise<void> {
    let last: LedgerHead = this.#state.head;
    for (const entry of entries) {
      if (!entryHolds(last, entry))
        throw new CasusError('ledger-diverged', this.name, { detail: `at entry ${entry.seq}` });
      last = entry;
    }
    this.#take(entries);
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

  async reading(reportId: string): Promise<KnownReading | null> {
    const known = this.#known(reportId);
    if (known === null) return null;
    return { report: known.report, coder: known.coding.coder, hasFailed: failureOf(known.coding) !== null };
  }

  async reportsById(ids: readonly string[]): Promise<readonly Report[]> {
    return [...new Set(ids)].flatMap(id => this.#state.reports.get(id) ?? []);
  }

  async codedReports(ids: readonly string[]): Promise<readonly CodedReport[]> {
    return [...new Set(ids)].flatMap(id => this.#known(id) ?? []);
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
    this.#incidentsMade += 1;
    this.#search = null;
  }

  async findClaims(filter: Filter, page?: PageRequest): Promise<Page<FoundClaim>> {
    return this.#searched().findClaims(filter, page);
  }

  async findReports(filter: Filter, page?: PageRequest): Promise<Page<Report>> {
    return this.#searched().findReports(filter, page);
  }

  async findIncidents(filter: Filter, page?: PageRequest): Promise<Page<Incident>> {
    return this.#searched().findIncidents(filter, page);
  }

  async findTolls(filter: Filter, page?: PageRequest): Promise<Page<FoundToll>> {
    return this.#searched().findTolls(filter, page);
  }

  async findContradictions(filter: Filter, page?: PageRequest): Promise<Page<FoundContradiction>> {
    return this.#searched().findContradictions(filter, page);
  }

  async outline(filter: Filter, most: number): Promise<Outline> {
    return this.#searched().outline(filter, most);
  }

  async outlineTolls(filter: Filter): Promise<TollOutline> {
    return this.#searched().outlineTolls(filter);
  }

  async count(query: CountQuery): Promise<readonly Count[]> {
    return this.#searched().count(query);
  }

  async size(): Promise<LedgerSize> {
    const { reports } = this.#state;
    let claims = 0;
    for (const id of reports.keys()) claims += this.#claimsOf(id).filter(one => one.review !== 'rejected').length;
    return {
      entries: this.#entries.length,
      reports: reports.size,
      claims,
      incidents: this.#incidents.length,
      incidentsAsOf: this.#incidentsAsOf,
    };
  }

  async moment(): Promise<LedgerMoment> {
    const { head } = this.#state;
    return {
      entries: this.#entries.length,
      head: head?.id ?? null,
      incidentsAsOf: this.#incidentsAsOf,
      incidentsMade: this.#incidentsMade,
    };
  }

  async about(): Promise<LedgerAbout> {
    const { decisions, resources } = this.#state;
    return { decisions: [...decisions], resources };
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
    this.#take(chain(this.#state.head, contents));
  }

  #take(entries: readonly Entry[]): void {
    for (const entry of entries) {
      grow(this.#state, entry);
      this.#entries.push(entry);
      if (entry.kind === 'report') this.#firstSeq.set(entry.report.id, entry.seq);
      this.#search = null;
      this.#reviewed = null;
    }
  }

  #searched(): MemorySearch {
    this.#search ??= new MemorySearch({
      reports: Array.from(this.#state.reports.values(), report => ({
        report,
        claims: this.#claimsOf(report.id),
        seq: this.#firstSeq.get(report.id) ?? 0,
      })),
      incidents: this.#incidents,
    });
    return this.#search;
  }

  #claimsOf(reportId: string): readonly ReviewedClaim[] {
    this.#reviewed ??= review(this.#state).codings;
    const [coded, reviewed] = [this.#state.codings.get(reportId), this.#reviewed.get(reportId)];
    return coded === undefined || reviewed === undefined ? [] : asReviewed(coded, reviewed);
  }
}
