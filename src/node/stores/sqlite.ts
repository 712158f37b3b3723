import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { CasusError } from '../../core/base/error.ts';
import {
  type Appended,
  type CodedReport,
  type Count,
  type CountQuery,
  chain,
  Entry,
  type EntryContent,
  entryHolds,
  type Filter,
  type FoundClaim,
  type FoundContradiction,
  type FoundToll,
  foldSide,
  type LedgerHead,
  type LedgerSide,
  type LedgerSize,
  type LedgerState,
  MemorySearch,
  type Page,
  type PageRequest,
  planAppend,
  type SideContent,
  type Store,
} from '../../core/ledger/index.ts';
import { type Coding, type Decision, Incident, type Report } from '../../core/model/index.ts';
import * as rows from './rows.ts';
import { asLedgerError } from './sqlite-error.ts';
import { openDatabase, type SqliteOptions, transaction } from './sqlite-open.ts';
import { PAGE, SQL } from './sqlite-statements.ts';

const INCIDENTS_AS_OF = 'incidents-as-of';

/** Opens the ledger in a folder: one SQLite file, which any SQLite can read. */
export async function openSqliteStore(folder: string, options: SqliteOptions = {}): Promise<Store> {
  return new SqliteStore(folder, await openDatabase(folder, options));
}

class SqliteStore implements Store {
  readonly name: string;
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(name: string, db: DatabaseSync) {
    this.name = name;
    this.#db = db;
  }

  async appendReport(coded: CodedReport): Promise<Appended> {
    return this.#write(() => this.#add(coded));
  }

  async appendReports(coded: readonly CodedReport[]): Promise<readonly Appended[]> {
    return this.#write(() => coded.map(one => this.#add(one)));
  }

  async appendDecision(decision: Decision): Promise<void> {
    this.#write(() => {
      if (this.#get(SQL.isDecided, decision.id) === undefined) this.#append([{ kind: 'decision', decision }]);
    });
  }

  async appendAfter(after: number, contents: readonly SideContent[]): Promise<boolean> {
    return this.#write(() => {
      if ((this.#head()?.seq ?? 0) !== after) return false;
      this.#append(contents);
      return true;
    });
  }

  async has(reportId: string): Promise<boolean> {
    return this.#guard(() => this.#get(SQL.hasReport, reportId) !== undefined);
  }

  async report(reportId: string): Promise<Report | null> {
    return this.#guard(() => this.#report(reportId));
  }

  async coding(reportId: string): Promise<Coding | null> {
    return this.#guard(() => this.#coding(reportId));
  }

  async *entries(since = 0): AsyncIterable<Entry> {
    yield* this.#pages(SQL.entries, since, row => this.#entryOf(row));
  }

  async *reports(): AsyncIterable<Report> {
    yield* this.#pages(SQL.reports, 0, row => this.#reportOf(row));
  }

  async *codings(): AsyncIterable<Coding> {
    yield* this.#pages(SQL.codings, 0, row => this.#codingAt(row['coding_seq']));
  }

  async side(): Promise<LedgerSide & Pick<LedgerState, 'head'>> {
    return this.#guard(() => transaction(this.#db, 'DEFERRED', () => this.#side()));
  }

  async state(): Promise<LedgerState> {
    return this.#guard(() => transaction(this.#db, 'DEFERRED', () => this.#state()));
  }

  async incidents(): Promise<readonly Incident[]> {
    return this.#guard(() =>
      this.#prepare(SQL.incidents)
        .all()
        .map(({ id, body }) => this.#parse(`incident ${id}`, () => Incident.parse(JSON.parse(String(body))))),
    );
  }

  async appendEntries(entries: readonly Entry[]): Promise<void> {
    this.#write(() => {
      let last = this.#head();
      for (const entry of entries) {
        if (!entryHolds(last, entry)) {
          throw new CasusError('ledger-diverged', this.name, { detail: `at entry ${entry.seq}` });
        }
        last = entry;
        const { seq: _seq, id: _id, previous: _previous, format: _format, ...content } = entry;
        this.#append([content]);
      }
    });
  }

  async findClaims(filter: Filter, page?: PageRequest): Promise<Page<FoundClaim>> {
    return (await this.#search()).findClaims(filter, page);
  }

  async findReports(filter: Filter, page?: PageRequest): Promise<Page<Report>> {
    return (await this.#search()).findReports(filter, page);
  }

  async findIncidents(filter: Filter, page?: PageRequest): Promise<Page<Incident>> {
    return (await this.#search()).findIncidents(filter, page);
  }

  async findTolls(filter: Filter, page?: PageRequest): Promise<Page<FoundToll>> {
    return (await this.#search()).findTolls(filter, page);
  }

  async findContradictions(filter: Filter, page?: PageRequest): Promise<Page<FoundContradiction>> {
    return (await this.#search()).findContradictions(filter, page);
  }

  async count(query: CountQuery): Promise<readonly Count[]> {
    return (await this.#search()).count(query);
  }

  /** Looks at everything; the tables will be asked instead. */
  async #search(): Promise<MemorySearch> {
    const { reports, codings } = await this.state();
    const held = Array.from(reports.values(), report => ({
      report,
      coding: codings.get(report.id) ?? null,
      seq: Number(this.#get(SQL.report, report.id)?.['seq']),
    }));
    return new MemorySearch({ reports: held, incidents: await this.incidents() });
  }

  async replaceIncidents(incidents: readonly Incident[], asOf?: number): Promise<void> {
    this.#write(() => {
      const last = asOf ?? this.#head()?.seq ?? 0;
      if (last < this.#incidentsAsOf()) return;
      this.#replaceIncidents(incidents);
      this.#prepare(SQL.setMeta).run(INCIDENTS_AS_OF, String(last));
    });
  }

  async size(): Promise<LedgerSize> {
    return this.#guard(() => {
      const { entries, reports, claims, incidents } = this.#get(SQL.size) ?? {};
      return {
        entries: Number(entries),
        reports: Number(reports),
        claims: Number(claims),
        incidents: Number(incidents),
        incidentsAsOf: this.#incidentsAsOf(),
      };
    });
  }

  async close(): Promise<void> {
    if (this.#db.isOpen) this.#guard(() => this.#db.close());
  }

  #add(coded: CodedReport): Appended {
    const { report, coding } = coded;
    const known = this.#report(report.id);
    const knownCoding = known === null ? null : this.#coding(report.id);
    const plan = planAppend(
      known === null || knownCoding === null ? null : { report: known, coding: knownCoding },
      coded,
    );
    this.#append(plan.contents);
    return { reportId: coding.reportId, change: plan.change };
  }

  /** Writes entries at the end of the ledger, and what follows from each into the tables by which it is found. */
  #append(contents: readonly EntryContent[]): void {
    for (const entry of chain(this.#head(), contents)) {
      const { seq, id, previous, format, ...content } = entry;
      this.#insert('entry', { seq, id, previous, format, kind: content.kind, body: JSON.stringify(content) });
      if (content.kind === 'report') this.#insert('report', rows.reportRow(content.report, seq, seq));
      else if (content.kind === 'decision') this.#insert('decision', { id: content.decision.id, seq });
      else if (content.kind === 'coding') this.#insertCoding(content.coding, seq);
      else if (content.kind === 'correction') this.#correct(content.reportId, seq);
    }
  }

  #correct(reportId: string, seq: number): void {
    const report = this.#reportOf({ ...this.#get(SQL.report, reportId), head_seq: seq });
    const { seq: _seq, ...row } = rows.reportRow(report, seq, seq);
    this.#prepare(SQL.moveHead).run(row);
  }

  #insertCoding(coding: Coding, seq: number): void {
    this.#prepare(SQL.dropClaims).run(coding.reportId);
    this.#prepare(SQL.dropCoding).run(coding.reportId);
    this.#insert('coding', rows.codingRow(coding, seq));
    for (const [position, claim] of coding.claims.entries()) {
      this.#insert('claim', rows.claimRow(claim, position, coding));
      for (const row of rows.claimActorRows(claim, coding.reportId)) this.#insert('claim_actor', row);
    }
  }

  /** Touches only the incidents that are new, gone or changed. */
  #replaceIncidents(incidents: readonly Incident[]): void {
    const before = new Map(
      this.#prepare(SQL.incidents)
        .all()
        .map(({ id, body }) => [id, body]),
    );
    for (const [position, incident] of incidents.entries()) {
      const row = rows.incidentRow(incident, position);
      if (before.get(incident.id) === row['body']) {
        this.#prepare(SQL.placeIncident).run(position, incident.id);
      } else {
        this.#prepare(SQL.dropIncident).run(incident.id);
        this.#insert('incident', row);
        for (const actor of rows.incidentActorRows(incident)) this.#insert('incident_actor', actor);
        for (const link of rows.incidentLinkRows(incident)) this.#insert('incident_link', link);
        for (const toll of rows.tollRows(incident)) this.#insert('toll', toll);
      }
      before.delete(incident.id);
    }
    for (const id of before.keys()) this.#prepare(SQL.dropIncident).run(id ?? null);
  }

  #state(): LedgerState {
    const reports = new Map<string, Report>();
    const codings = new Map<string, Coding>();
    for (const row of this.#allPages(SQL.reports)) {
      const report = this.#reportOf(row);
      reports.set(report.id, report);
      const coding = this.#coding(report.id);
      if (coding !== null) codings.set(report.id, coding);
    }
    return { reports, codings, ...this.#side() };
  }

  #side(): LedgerSide & Pick<LedgerState, 'head'> {
    const entries = this.#prepare(SQL.sideEntries)
      .all()
      .map(row => this.#entryOf(row));
    return { head: this.#head(), ...foldSide(entries) };
  }

  #head(): LedgerHead {
    const row = this.#get(SQL.head);
    return row === undefined ? null : { seq: Number(row['seq']), id: String(row['id']) };
  }

  #incidentsAsOf(): number {
    return Number(this.#get(SQL.meta, INCIDENTS_AS_OF)?.['value'] ?? 0);
  }

  #report(id: string): Report | null {
    const row = this.#get(SQL.report, id);
    return row === undefined ? null : this.#reportOf(row);
  }

  /** A report as first entered, with the newest correction over it. */
  #reportOf({ seq, head_seq: headSeq }: DatabaseRow): Report {
    const first = this.#entryAt(seq);
    const head = headSeq === seq ? null : this.#entryAt(headSeq);
    if (first.kind !== 'report' || (head !== null && head.kind !== 'correction'))
      throw this.#damaged(`report of entry ${seq}`);
    return head === null ? first.report : { ...first.report, ...head.head };
  }

  #coding(reportId: string): Coding | null {
    const row = this.#get(SQL.coding, reportId);
    return row === undefined ? null : this.#codingAt(row['seq']);
  }

  #codingAt(seq: DatabaseValue): Coding {
    const entry = this.#entryAt(seq);
    if (entry.kind !== 'coding') throw this.#damaged(`coding of entry ${seq}`);
    return entry.coding;
  }

  #entryAt(seq: DatabaseValue): Entry {
    const row = this.#get(SQL.entry, Number(seq));
    if (row === undefined) throw this.#damaged(`entry ${seq} is missing`);
    return this.#entryOf(row);
  }

  #entryOf({ seq, id, previous, format, body }: DatabaseRow): Entry {
    return this.#parse(`entry ${seq}`, () => Entry.parse({ seq, id, previous, format, ...JSON.parse(String(body)) }));
  }

  #parse<T>(what: string, parse: () => T): T {
    try {
      return parse();
    } catch (error) {
      throw this.#damaged(what, error);
    }
  }

  #damaged(detail: string, cause?: unknown): CasusError {
    return new CasusError('ledger-damaged', this.name, { detail, cause });
  }

  async *#pages<T>(sql: string, since: number, item: (row: DatabaseRow) => T): AsyncIterable<T> {
    for (let last = since; ; ) {
      const page = this.#guard(() =>
        this.#prepare(sql)
          .all(last)
          .map(row => ({ seq: Number(row['seq']), item: item(row) })),
      );
      for (const { item } of page) yield item;
      if (page.length < PAGE) return;
      last = page.at(-1)?.seq ?? last;
    }
  }

  *#allPages(sql: string): Iterable<DatabaseRow> {
    for (let last = 0; ; ) {
      const page = this.#prepare(sql).all(last);
      yield* page;
      if (page.length < PAGE) return;
      last = Number(page.at(-1)?.['seq'] ?? last);
    }
  }

  #insert(table: string, row: rows.Row): void {
    const columns = Object.keys(row);
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    this.#prepare(sql).run(...Object.values(row));
  }

  #get(sql: string, ...values: readonly (string | number)[]): DatabaseRow | undefined {
    return this.#prepare(sql).get(...values);
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #write<T>(work: () => T): T {
    return this.#guard(() => transaction(this.#db, 'IMMEDIATE', work));
  }

  /** Runs work on the database; what the world does to it comes out as a `CasusError` with the ledger's name. */
  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw asLedgerError(error, this.name);
    }
  }
}

type DatabaseValue = ReturnType<StatementSync['all']>[number][string] | undefined;
type DatabaseRow = Readonly<Record<string, DatabaseValue>>;
