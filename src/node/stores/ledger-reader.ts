import { z } from 'zod';
import { CasusError } from '../../core/base/error.ts';
import { failureOf } from '../../core/coding/failed-coding.ts';
import {
  Entry,
  type FoundClaim,
  foldSide,
  type KnownReading,
  type LedgerAbout,
  type LedgerHead,
  type LedgerSide,
  type LedgerState,
  type ReviewedAs,
} from '../../core/ledger/index.ts';
import { Claim, type Coding, type Decision, Incident, type Report } from '../../core/model/index.ts';
import type { KnownReport } from './ledger-writer.ts';
import { isOneOf, type SqlRow, type SqlSession, type SqlValue } from './sql-database.ts';

/** How many rows are read at a time, so that a long list holds no transaction open. */
export const PAGE = 200;

/** Where the number of a coding's entry stands, for those who do not want it. */
const NO_CODING = 'CAST(NULL AS BIGINT)';

const ENTRY = 'e.seq, e.id, e.previous, e.format, e.body';

const RawCoding = z.object({ coding: z.object({ claims: z.array(z.unknown()) }) });

/** Where a claim stands: in a coding, and with what a person set, where one did. */
export interface ClaimPlace {
  readonly reportId: string;
  readonly position: number;
  readonly review: ReviewedAs;
  readonly edited: string | null;
}

/** Reads entries, and what they come to, from the tables of a ledger. */
export class LedgerReader {
  readonly #session: SqlSession;
  readonly #name: string;

  /** `name` is the ledger's, for messages. */
  constructor(session: SqlSession, name: string) {
    this.#session = session;
    this.#name = name;
  }

  async head(): Promise<LedgerHead> {
    const [row] = await this.#session.all('SELECT seq, id FROM entry ORDER BY seq DESC LIMIT 1');
    return row === undefined ? null : { seq: Number(row['seq']), id: String(row['id']) };
  }

  async entries(since: number): Promise<readonly Entry[]> {
    const rows = await this.#session.all(`SELECT ${ENTRY} FROM entry e WHERE e.seq > ? ORDER BY e.seq LIMIT ${PAGE}`, [
      since,
    ]);
    return rows.map(row => this.#entryOf(row));
  }

  /** What is known of these reports, by id. */
  async known(ids: readonly string[]): Promise<Map<string, KnownReport>> {
    const found = new Map<string, KnownReport>();
    for (let at = 0; at < ids.length; at += PAGE) {
      const part = isOneOf('r.id', [...new Set(ids.slice(at, at + PAGE))]);
      for (const one of await this.#reports(`WHERE ${part.sql} ORDER BY r.seq`, part.values)) {
        found.set(one.report.id, one);
      }
    }
    return found;
  }

  /** These reports as they are known now, by id. */
  async reports(ids: readonly string[]): Promise<ReadonlyMap<string, Report>> {
    const part = isOneOf('r.id', ids);
    const known = await this.#reports(`WHERE ${part.sql}`, part.values, NO_CODING);
    return new Map(known.map(({ report }) => [report.id, report]));
  }

  /** A coding that failed has no claims: only one without any is read for its reason. */
  async reading(id: string): Promise<KnownReading | null> {
    const [row] = await this.#session.all('SELECT coder, claims FROM coding WHERE report_id = ?', [id]);
    if (row === undefined) return null;
    const [known] = await this.#reports('WHERE r.id = ?', [id], Number(row['claims']) > 0 ? NO_CODING : undefined);
    if (known === undefined) return null;
    const hasFailed = known.coding !== null && failureOf(known.coding) !== null;
    return { report: known.report, coder: String(row['coder']), hasFailed };
  }

  /** The claims that rows of their table tell of: what a person set stands there, the others in their codings. */
  async claims(places: readonly ClaimPlace[]): Promise<readonly FoundClaim[]> {
    const coded = places.filter(({ edited }) => edited === null);
    const part = isOneOf('c.report_id', [...new Set(coded.map(({ reportId }) => reportId))]);
    const rows = await this.#session.all(
      `SELECT c.report_id, e.seq, e.body FROM coding c JOIN entry e ON e.seq = c.seq WHERE ${part.sql}`,
      part.values,
    );
    const codings = new Map(rows.map(row => [row['report_id'], this.#rawClaims(row)]));
    return places.map(({ reportId, position, review, edited }) => {
      const claim = this.parse(`claim ${position} of report ${reportId}`, () =>
        Claim.parse(edited === null ? codings.get(reportId)?.[position] : JSON.parse(edited)),
      );
      return { reportId, claim, review };
    });
  }

  /** The decisions of these entries, in their order. */
  async decisions(numbers: readonly number[]): Promise<readonly Decision[]> {
    const entries = await this.#entriesAt(numbers);
    return numbers.map(seq => {
      const entry = this.#at(entries, seq);
      if (entry.kind !== 'decision') throw this.damaged(`decision of entry ${seq}`);
      return entry.decision;
    });
  }

  /** The claims of a coding entry, not yet looked at: most of them will not be needed. */
  #rawClaims({ seq, body }: SqlRow): readonly unknown[] {
    return this.parse(`entry ${seq}`, () => RawCoding.parse(JSON.parse(String(body))).coding.claims);
  }

  /** The reports after the one of an entry, in order. */
  reportsAfter(seq: number): Promise<readonly KnownReport[]> {
    return this.#reports(`WHERE r.seq > ? ORDER BY r.seq LIMIT ${PAGE}`, [seq]);
  }

  async #reports(where: string, values: readonly SqlValue[], codingSeq = 'c.seq'): Promise<readonly KnownReport[]> {
    const rows = await this.#session.all(
      `SELECT r.id AS report_id, r.seq AS report_seq, r.head_seq, ${codingSeq} AS coding_seq
      FROM report r LEFT JOIN coding c ON c.report_id = r.id ${where}`,
      values,
    );
    const numbers = rows.flatMap(row => [row['report_seq'], row['head_seq'], row['coding_seq']]);
    const entries = await this.#entriesAt(
      numbers.flatMap(seq => (seq === null || seq === undefined ? [] : [Number(seq)])),
    );
    return rows.map(row => this.#knownOf(row, entries));
  }

  /** A report as first entered, with the newest correction over it. */
  #knownOf(row: SqlRow, entries: ReadonlyMap<number, Entry>): KnownReport {
    const [seq, headSeq] = [Number(row['report_seq']), Number(row['head_seq'])];
    const codingSeq = Number(row['coding_seq'] ?? 0);
    const first = this.#at(entries, seq);
    const head = headSeq === seq ? null : this.#at(entries, headSeq);
    if (first.kind !== 'report' || (head !== null && head.kind !== 'correction'))
      throw this.damaged(`report of entry ${seq}`);
    const coded = codingSeq === 0 ? null : this.#at(entries, codingSeq);
    if (coded !== null && (coded.kind !== 'coding' || coded.coding.reportId !== first.report.id))
      throw this.damaged(`coding of entry ${codingSeq}`);
    const report: Report = head === null ? first.report : { ...first.report, ...head.head };
    const coding: Coding | null = coded === null ? null : coded.coding;
    return { report, seq, headSeq, coding, codingSeq };
  }

  async #entriesAt(numbers: readonly number[]): Promise<ReadonlyMap<number, Entry>> {
    const found = new Map<number, Entry>();
    for (let at = 0; at < numbers.length; at += PAGE) {
      const part = isOneOf('e.seq', [...new Set(numbers.slice(at, at + PAGE))]);
      const rows = await this.#session.all(`SELECT ${ENTRY} FROM entry e WHERE ${part.sql}`, part.values);
      for (const row of rows) found.set(Number(row['seq']), this.#entryOf(row));
    }
    return found;
  }

  #at(entries: ReadonlyMap<number, Entry>, seq: number): Entry {
    const entry = entries.get(seq);
    if (entry === undefined) throw this.damaged(`entry ${seq} is missing`);
    return entry;
  }

  async about(): Promise<LedgerAbout> {
    const rows = await this.#session.all(
      `SELECT ${ENTRY} FROM entry e WHERE e.kind IN ('decision', 'resources') ORDER BY e.seq`,
    );
    const { decisions, resources } = foldSide(rows.map(row => this.#entryOf(row)));
    return { decisions, resources };
  }

  async side(): Promise<LedgerSide & Pick<LedgerState, 'head'>> {
    const rows = await this.#session.all(
      `SELECT ${ENTRY} FROM entry e WHERE e.kind IN ('decision', 'link', 'resources') ORDER BY e.seq`,
    );
    return { head: await this.head(), ...foldSide(rows.map(row => this.#entryOf(row))) };
  }

  async state(): Promise<LedgerState> {
    const reports = new Map<string, Report>();
    const codings = new Map<string, Coding>();
    for (let seq = 0; ; ) {
      const page = await this.reportsAfter(seq);
      for (const { report, coding } of page) {
        reports.set(report.id, report);
        if (coding !== null) codings.set(report.id, coding);
      }
      seq = page.at(-1)?.seq ?? seq;
      if (page.length < PAGE) break;
    }
    return { reports, codings, ...(await this.side()) };
  }

  async incidents(): Promise<readonly Incident[]> {
    const rows = await this.#session.all('SELECT id, body FROM incident ORDER BY position');
    return rows.map(row => this.incidentOf(row));
  }

  incidentOf({ id, body }: SqlRow): Incident {
    return this.parse(`incident ${id}`, () => Incident.parse(JSON.parse(String(body))));
  }

  #entryOf({ seq, id, previous, format, body }: SqlRow): Entry {
    return this.parse(`entry ${seq}`, () => Entry.parse({ seq, id, previous, format, ...JSON.parse(String(body)) }));
  }

  /** Runs what reads a stored value; where it is none, the ledger is damaged at that place. */
  parse<T>(what: string, read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw this.damaged(what, error);
    }
  }

  damaged(detail: string, cause?: unknown): CasusError {
    return new CasusError('ledger-damaged', this.#name, { detail, cause });
  }
}
