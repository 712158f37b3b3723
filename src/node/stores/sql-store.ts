import { CasusError } from '../../core/base/error.ts';
import {
  type Appended,
  type CodedReport,
  type Count,
  type CountQuery,
  type Entry,
  entryHolds,
  type Filter,
  type FoundClaim,
  type FoundContradiction,
  type FoundToll,
  type KnownReading,
  type LedgerAbout,
  type LedgerMoment,
  type LedgerSide,
  type LedgerSize,
  type LedgerState,
  type Outline,
  type Page,
  type PageRequest,
  type SideContent,
  type Store,
  type TollOutline,
} from '../../core/ledger/index.ts';
import type { Coding, Decision, Incident, Report } from '../../core/model/index.ts';
import { replaceIncidents } from './incident-writer.ts';
import { LedgerReader, PAGE } from './ledger-reader.ts';
import { LedgerWriter } from './ledger-writer.ts';
import { count } from './sql-count.ts';
import type { SqlDatabase, SqlSession } from './sql-database.ts';
import { SqlSearch } from './sql-search.ts';

const INCIDENTS_AS_OF = 'incidents-as-of';
const INCIDENTS_MADE = 'incidents-made';
const SET_META = 'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value';

/** The ledger that a database holds, whichever it is: the statements are the same. */
export function sqlStore(db: SqlDatabase): Store {
  return new SqlStore(db);
}

class SqlStore implements Store {
  readonly name: string;
  readonly #db: SqlDatabase;
  readonly #reader: LedgerReader;
  readonly #search: SqlSearch;

  constructor(db: SqlDatabase) {
    this.name = db.name;
    this.#db = db;
    this.#reader = new LedgerReader(db, db.name);
    this.#search = new SqlSearch(db, this.#reader);
  }

  async appendReport(coded: CodedReport): Promise<Appended> {
    const [appended] = await this.appendReports([coded]);
    if (appended === undefined) throw new RangeError('nothing became of a report');
    return appended;
  }

  appendReports(coded: readonly CodedReport[]): Promise<readonly Appended[]> {
    return this.#db.write(session => this.#writer(session).appendReports(coded));
  }

  async appendDecision(decision: Decision): Promise<void> {
    await this.#db.write(async session => {
      const [known] = await session.all('SELECT 1 FROM decision WHERE id = ?', [decision.id]);
      if (known === undefined) await this.#writer(session).append([{ kind: 'decision', decision }]);
    });
  }

  appendAfter(after: number, contents: readonly SideContent[]): Promise<boolean> {
    return this.#db.write(async session => {
      const head = await this.#readerOf(session).head();
      if ((head?.seq ?? 0) !== after) return false;
      await this.#writer(session).append(contents);
      return true;
    });
  }

  async appendEntries(entries: readonly Entry[]): Promise<void> {
    await this.#db.write(async session => {
      let last = await this.#readerOf(session).head();
      for (const entry of entries) {
        if (!entryHolds(last, entry)) {
          throw new CasusError('ledger-diverged', this.name, { detail: `at entry ${entry.seq}` });
        }
        last = entry;
      }
      await this.#writer(session).write(entries);
    });
  }

  async has(reportId: string): Promise<boolean> {
    return (await this.#db.all('SELECT 1 FROM report WHERE id = ?', [reportId])).length > 0;
  }

  async report(reportId: string): Promise<Report | null> {
    return (await this.#reader.reports([reportId])).get(reportId) ?? null;
  }

  async coding(reportId: string): Promise<Coding | null> {
    return (await this.#reader.known([reportId])).get(reportId)?.coding ?? null;
  }

  reading(reportId: string): Promise<KnownReading | null> {
    return this.#reader.reading(reportId);
  }

  async reportsById(ids: readonly string[]): Promise<readonly Report[]> {
    const wanted = [...new Set(ids)];
    const found = await this.#reader.reports(wanted);
    return wanted.flatMap(id => found.get(id) ?? []);
  }

  async codedReports(ids: readonly string[]): Promise<readonly CodedReport[]> {
    const wanted = [...new Set(ids)];
    const found = await this.#reader.known(wanted);
    return wanted.flatMap(id => {
      const { report, coding = null } = found.get(id) ?? {};
      return report === undefined || coding === null ? [] : [{ report, coding }];
    });
  }

  async *entries(since = 0): AsyncIterable<Entry> {
    for (let last = since; ; ) {
      const page = await this.#reader.entries(last);
      yield* page;
      if (page.length < PAGE) return;
      last = page.at(-1)?.seq ?? last;
    }
  }

  async *reports(): AsyncIterable<Report> {
    for await (const { report } of this.#known()) yield report;
  }

  async *codings(): AsyncIterable<Coding> {
    for await (const { coding } of this.#known()) if (coding !== null) yield coding;
  }

  async *#known() {
    for (let last = 0; ; ) {
      const page = await this.#reader.reportsAfter(last);
      yield* page;
      if (page.length < PAGE) return;
      last = page.at(-1)?.seq ?? last;
    }
  }

  side(): Promise<LedgerSide & Pick<LedgerState, 'head'>> {
    return this.#db.snapshot(session => this.#readerOf(session).side());
  }

  state(): Promise<LedgerState> {
    return this.#db.snapshot(session => this.#readerOf(session).state());
  }

  incidents(): Promise<readonly Incident[]> {
    return this.#reader.incidents();
  }

  findClaims(filter: Filter, page?: PageRequest): Promise<Page<FoundClaim>> {
    return this.#search.findClaims(filter, page);
  }

  findReports(filter: Filter, page?: PageRequest): Promise<Page<Report>> {
    return this.#search.findReports(filter, page);
  }

  findIncidents(filter: Filter, page?: PageRequest): Promise<Page<Incident>> {
    return this.#search.findIncidents(filter, page);
  }

  findTolls(filter: Filter, page?: PageRequest): Promise<Page<FoundToll>> {
    return this.#search.findTolls(filter, page);
  }

  findContradictions(filter: Filter, page?: PageRequest): Promise<Page<FoundContradiction>> {
    return this.#search.findContradictions(filter, page);
  }

  outline(filter: Filter, most: number): Promise<Outline> {
    return this.#search.outline(filter, most);
  }

  outlineTolls(filter: Filter): Promise<TollOutline> {
    return this.#search.outlineTolls(filter);
  }

  count(query: CountQuery): Promise<readonly Count[]> {
    return count(this.#db, query);
  }

  async replaceIncidents(incidents: readonly Incident[], asOf?: number): Promise<void> {
    await this.#db.write(async session => {
      const last = asOf ?? (await this.#readerOf(session).head())?.seq ?? 0;
      if (last < (await incidentsAsOf(session))) return;
      await replaceIncidents(session, this.#db.dialect, incidents);
      await session.all(SET_META, [INCIDENTS_AS_OF, String(last)]);
      const [row] = await session.all('SELECT value FROM meta WHERE name = ?', [INCIDENTS_MADE]);
      await session.all(SET_META, [INCIDENTS_MADE, String(Number(row?.['value'] ?? 0) + 1)]);
    });
  }

  async size(): Promise<LedgerSize> {
    const [row] = await this.#db.all(
      `SELECT (SELECT coalesce(max(seq), 0) FROM entry) AS entries, (SELECT count(*) FROM report) AS reports,
      (SELECT coalesce(sum(claims), 0) FROM coding) AS claims, (SELECT count(*) FROM incident) AS incidents`,
    );
    return {
      entries: Number(row?.['entries']),
      reports: Number(row?.['reports']),
      claims: Number(row?.['claims']),
      incidents: Number(row?.['incidents']),
      incidentsAsOf: await incidentsAsOf(this.#db),
    };
  }

  async moment(): Promise<LedgerMoment> {
    const [row] = await this.#db.all(
      `SELECT e.seq, e.id, (SELECT value FROM meta WHERE name = ?) AS as_of, (SELECT value FROM meta WHERE name = ?) AS made
      FROM (SELECT coalesce(max(seq), 0) AS seq FROM entry) m LEFT JOIN entry e ON e.seq = m.seq`,
      [INCIDENTS_AS_OF, INCIDENTS_MADE],
    );
    const { seq = null, id = null, as_of: asOf = null, made = null } = row ?? {};
    return {
      entries: Number(seq ?? 0),
      head: id === null ? null : String(id),
      incidentsAsOf: Number(asOf ?? 0),
      incidentsMade: Number(made ?? 0),
    };
  }

  about(): Promise<LedgerAbout> {
    return this.#reader.about();
  }

  close(): Promise<void> {
    return this.#db.close();
  }

  #readerOf(session: SqlSession): LedgerReader {
    return new LedgerReader(session, this.name);
  }

  #writer(session: SqlSession): LedgerWriter {
    return new LedgerWriter(session, this.#db.dialect, this.#readerOf(session));
  }
}

async function incidentsAsOf(session: SqlSession): Promise<number> {
  const [row] = await session.all('SELECT value FROM meta WHERE name = ?', [INCIDENTS_AS_OF]);
  return Number(row?.['value'] ?? 0);
}
