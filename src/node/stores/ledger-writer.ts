import {
  type Appended,
  type CodedReport,
  chain,
  type Entry,
  type EntryContent,
  planAppend,
  reviewedClaims,
} from '../../core/ledger/index.ts';
import {
  actorRow,
  type ClaimRow,
  claimActorRows,
  claimActors,
  claimKeys,
  claimRow,
  codingRow,
  reportRow,
} from '../../core/ledger/rows/index.ts';
import type { Coding, Report } from '../../core/model/index.ts';
import { addDecisions, decisionsAbout } from './decision-tables.ts';
import type { LedgerReader } from './ledger-reader.ts';
import { COUNTED_COLUMNS, RollupChange } from './rollup-change.ts';
import { isOneOf, type SqlDialect, type SqlRow, type SqlSession } from './sql-database.ts';

/** A report as the tables hold it: with the numbers of the entries that brought it and that hold now. */
export interface KnownReport {
  readonly report: Report;
  readonly seq: number;
  readonly headSeq: number;
  readonly coding: Coding | null;
  readonly codingSeq: number;
}

/** A report of which something changed: what is known of it now, what the tables hold, and whether a reviewer decided. */
interface Changed {
  readonly known: KnownReport;
  readonly old: KnownReport | null;
  readonly isDecided: boolean;
}

/** How many values a statement names at a time. */
const LIST_MAX = 500;

/** Writes entries at the end of a ledger, and what follows from them into the tables by which it is found. */
export class LedgerWriter {
  readonly #session: SqlSession;
  readonly #dialect: SqlDialect;
  readonly #reader: LedgerReader;

  constructor(session: SqlSession, dialect: SqlDialect, reader: LedgerReader) {
    this.#session = session;
    this.#dialect = dialect;
    this.#reader = reader;
  }

  /** Adds coded reports, each against what is known of it by then. */
  async appendReports(coded: readonly CodedReport[]): Promise<readonly Appended[]> {
    const known = await this.#reader.known(coded.map(({ report }) => report.id));
    const states = new Map<string, CodedReport>();
    for (const [id, { report, coding }] of known) if (coding !== null) states.set(id, { report, coding });
    const contents: EntryContent[] = [];
    const appended = coded.map(one => {
      const before = states.get(one.report.id) ?? null;
      const plan = planAppend(before, one);
      contents.push(...plan.contents);
      const after = plan.contents.reduce<Partial<CodedReport>>(stateAfter, before ?? {});
      if (after.report !== undefined && after.coding !== undefined) {
        states.set(one.report.id, { report: after.report, coding: after.coding });
      }
      return { reportId: one.report.id, change: plan.change };
    });
    await this.write(chain(await this.#reader.head(), contents), known);
    return appended;
  }

  /** Adds contents that speak of no report which is not known. */
  async append(contents: readonly EntryContent[]): Promise<void> {
    await this.write(chain(await this.#reader.head(), contents));
  }

  /** Adds entries as they are. */
  async write(entries: readonly Entry[], given?: ReadonlyMap<string, KnownReport>): Promise<void> {
    if (entries.length === 0) return;
    await this.#session.insert('entry', entries.map(entryRow));
    await this.derive(entries, given);
  }

  /** Brings the tables in line with entries that have just been added. */
  async derive(entries: readonly Entry[], given?: ReadonlyMap<string, KnownReport>): Promise<void> {
    const decided = await addDecisions(
      this.#session,
      entries.filter(entry => entry.kind === 'decision'),
    );
    const before = given ?? (await this.#reader.known([...reportIds(entries), ...decided]));
    const after = new Map(before);
    for (const entry of entries) takeIn(after, entry);
    const changed = Array.from(after).filter(([id, known]) => before.get(id) !== known || decided.has(id));
    await this.#writeReports(
      changed.map(([id, known]) => ({ known, old: before.get(id) ?? null, isDecided: decided.has(id) })),
    );
  }

  async #writeReports(changes: readonly Changed[]): Promise<void> {
    const session = this.#session;
    const moved = changes.filter(({ known, old }) => old?.headSeq !== known.headSeq);
    for (const { old } of moved) if (old !== null) await this.#remove('report', old.seq, old.seq, 'seq');
    const reports = moved.map(({ known }) => reportRow(known.report, known.seq, known.headSeq));
    if (reports.length > 0) await this.#dialect.insert(session, 'report', reports);

    const recoded = changes.filter(
      ({ known, old, isDecided }) => known.coding !== null && (isDecided || old?.codingSeq !== known.codingSeq),
    );
    const rollups = new RollupChange();
    const replaced = recoded.flatMap(({ old }) => (old !== null && old.coding !== null ? [old] : []));
    for (const { seq } of replaced) await this.#removeClaims(seq, rollups);
    await this.#deleteFrom(
      'coding',
      'report_id',
      replaced.map(({ report }) => report.id),
    );
    await this.#insertCodings(
      recoded.map(({ known }) => known),
      rollups,
    );
    await rollups.write(session);
  }

  async #insertCodings(recoded: readonly KnownReport[], rollups: RollupChange): Promise<void> {
    const session = this.#session;
    const codings: SqlRow[] = [];
    const claims: ClaimRow[] = [];
    const claimActorsOf: SqlRow[] = [];
    const names = new Map<string, SqlRow>();
    const decisions = await decisionsAbout(
      session,
      this.#reader,
      recoded.map(({ report }) => report.id),
    );
    for (const { report, coding, codingSeq, seq } of recoded) {
      if (coding === null) continue;
      const reviewed = reviewedClaims({ report, coding }, decisions);
      codings.push(codingRow(coding, codingSeq, reviewed));
      for (const one of reviewed) {
        const row = claimRow(one, seq);
        const actors = claimActorRows(one.claim, row);
        claims.push(row);
        claimActorsOf.push(...actors);
        const keys = actors.map(({ actor_key }) => actor_key);
        if (one.review !== 'rejected') rollups.add(row, keys, 1);
        for (const [, actor] of claimActors(one.claim)) addName(names, actorRow(actor));
      }
    }
    if (codings.length > 0) await session.insert('coding', codings);
    if (claims.length > 0) await this.#dialect.insert(session, 'claim', claims);
    if (claimActorsOf.length > 0) await session.insert('claim_actor', claimActorsOf);
    if (names.size > 0) await session.insert('actor', [...names.values()], 'ON CONFLICT DO NOTHING');
  }

  /** Takes the claims of the report that an entry brought out of the tables, as they stand there. */
  async #removeClaims(seq: number, rollups: RollupChange): Promise<void> {
    const [first, last] = claimKeys(seq);
    const within = 'BETWEEN ? AND ?';
    const actors = new Map<number, string[]>();
    for (const row of await this.#session.all(
      `SELECT claim_key, actor_key FROM claim_actor WHERE claim_key ${within}`,
      [first, last],
    )) {
      const key = Number(row['claim_key']);
      actors.set(key, [...(actors.get(key) ?? []), String(row['actor_key'])]);
    }
    const counted = `SELECT key, ${COUNTED_COLUMNS.join(', ')} FROM claim WHERE key ${within} AND review <> 'rejected'`;
    for (const row of await this.#session.all(counted, [first, last])) {
      rollups.add(row, actors.get(Number(row['key'])) ?? [], -1);
    }
    await this.#session.all(`DELETE FROM claim_actor WHERE claim_key ${within}`, [first, last]);
    await this.#remove('claim', first, last, 'key');
  }

  async #remove(noun: 'claim' | 'report', first: number, last: number, key: string): Promise<void> {
    await this.#dialect.remove(this.#session, noun, first, last);
    await this.#session.all(`DELETE FROM ${noun} WHERE ${key} BETWEEN ? AND ?`, [first, last]);
  }

  async #deleteFrom(table: string, column: string, values: readonly string[]): Promise<void> {
    for (let at = 0; at < values.length; at += LIST_MAX) {
      const part = isOneOf(column, values.slice(at, at + LIST_MAX));
      await this.#session.all(`DELETE FROM ${table} WHERE ${part.sql}`, part.values);
    }
  }
}

/** Makes a name known once; `names` is by key and folded name. */
export function addName(names: Map<string, SqlRow>, row: ReturnType<typeof actorRow>): void {
  const key = JSON.stringify([row.key, row.folded]);
  if (!names.has(key)) names.set(key, row);
}

function entryRow(entry: Entry): SqlRow {
  const { seq, id, previous, format, ...content } = entry;
  return { seq, id, previous, format, kind: content.kind, body: JSON.stringify(content) };
}

function stateAfter(state: Partial<CodedReport>, content: EntryContent): Partial<CodedReport> {
  if (content.kind === 'report') return { ...state, report: content.report };
  if (content.kind === 'coding') return { ...state, coding: content.coding };
  if (content.kind !== 'correction' || state.report === undefined) return state;
  return { ...state, report: { ...state.report, ...content.head } };
}

function reportIds(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap(entry => {
      if (entry.kind === 'report') return [entry.report.id];
      if (entry.kind === 'correction') return [entry.reportId];
      return entry.kind === 'coding' ? [entry.coding.reportId] : [];
    }),
  );
}

function takeIn(known: Map<string, KnownReport>, entry: Entry): void {
  const { seq } = entry;
  if (entry.kind === 'report') {
    known.set(entry.report.id, { report: entry.report, seq, headSeq: seq, coding: null, codingSeq: 0 });
  } else if (entry.kind === 'correction') {
    const old = held(known, entry.reportId, seq);
    known.set(entry.reportId, { ...old, report: { ...old.report, ...entry.head }, headSeq: seq });
  } else if (entry.kind === 'coding') {
    const old = held(known, entry.coding.reportId, seq);
    known.set(entry.coding.reportId, { ...old, coding: entry.coding, codingSeq: seq });
  }
}

function held(known: ReadonlyMap<string, KnownReport>, id: string, seq: number): KnownReport {
  const one = known.get(id);
  if (one === undefined) throw new RangeError(`entry ${seq} speaks of report ${id}, which the ledger does not hold`);
  return one;
}
