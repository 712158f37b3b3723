import type { Entry } from '../../core/ledger/index.ts';
import type { Decision } from '../../core/model/index.ts';
import type { LedgerReader } from './ledger-reader.ts';
import { isOneOf, type SqlRow, type SqlSession } from './sql-database.ts';

type DecisionEntry = Extract<Entry, { kind: 'decision' }>;

/** How many values a statement names at a time. */
const LIST_MAX = 500;

/**
 * Writes decisions where they are found by the reports whose claims they change. Gives the ids of these reports, those of a
 * decision that is withdrawn among them.
 */
export async function addDecisions(session: SqlSession, added: readonly DecisionEntry[]): Promise<ReadonlySet<string>> {
  if (added.length === 0) return new Set();
  const rows = added.map(({ seq, decision }) => ({ id: decision.id, seq, withdraws: withdrawnBy(decision) }));
  await session.insert('decision', rows, 'ON CONFLICT DO NOTHING');
  const about = added.flatMap(({ seq, decision }) =>
    Array.from(changedReports(decision), (reportId): SqlRow => ({ report_id: reportId, seq })),
  );
  if (about.length > 0) await session.insert('decision_about', about, 'ON CONFLICT DO NOTHING');
  const reports = new Set(about.map(row => String(row['report_id'])));
  for (const id of await takenBack(session, rows)) reports.add(id);
  return reports;
}

/** The decisions that change claims of these reports, and those that withdraw them, in the order of entry. */
export async function decisionsAbout(
  session: SqlSession,
  reader: LedgerReader,
  reportIds: readonly string[],
): Promise<readonly Decision[]> {
  const found = new Map<number, string>();
  let rows = await allOneOf(
    session,
    'SELECT DISTINCT d.seq, d.id FROM decision_about a JOIN decision d ON d.seq = a.seq',
    'a.report_id',
    reportIds,
  );
  while (rows.length > 0) {
    const ids = rows.flatMap(row => (found.has(Number(row['seq'])) ? [] : [String(row['id'])]));
    for (const row of rows) found.set(Number(row['seq']), String(row['id']));
    rows = await allOneOf(session, 'SELECT seq, id FROM decision', 'withdraws', ids);
  }
  return found.size === 0 ? [] : reader.decisions([...found.keys()].sort((a, b) => a - b));
}

/** The reports whose claims change because a decision about them is withdrawn, or its withdrawal is. */
async function takenBack(session: SqlSession, rows: readonly SqlRow[]): Promise<readonly string[]> {
  const seen = new Set<string>();
  const seqs = new Set<number>();
  let ids = namesIn(rows, 'withdraws');
  while (ids.length > 0) {
    for (const id of ids) seen.add(id);
    const targets = await allOneOf(session, 'SELECT seq, withdraws FROM decision', 'id', ids);
    for (const row of targets) seqs.add(Number(row['seq']));
    ids = namesIn(targets, 'withdraws').filter(id => !seen.has(id));
  }
  const about = await allOneOf(session, 'SELECT DISTINCT report_id FROM decision_about', 'seq', [...seqs]);
  return namesIn(about, 'report_id');
}

function withdrawnBy(decision: Decision): string | null {
  return decision.act === 'withdraw' ? decision.decision : null;
}

function changedReports(decision: Decision): ReadonlySet<string> {
  if (decision.act !== 'reject' && decision.act !== 'edit') return new Set();
  return new Set(decision.about.map(({ reportId }) => reportId));
}

function namesIn(rows: readonly SqlRow[], column: string): readonly string[] {
  return rows.flatMap(row => {
    const value = row[column] ?? null;
    return value === null ? [] : [String(value)];
  });
}

async function allOneOf(
  session: SqlSession,
  select: string,
  column: string,
  values: readonly (string | number)[],
): Promise<readonly SqlRow[]> {
  const rows: SqlRow[] = [];
  for (let at = 0; at < values.length; at += LIST_MAX) {
    const part = isOneOf(column, values.slice(at, at + LIST_MAX));
    rows.push(...(await session.all(`${select} WHERE ${part.sql}`, part.values)));
  }
  return rows;
}
