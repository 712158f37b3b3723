import {
  type Count,
  type Countable,
  CountQuery,
  type Dimension,
  type Filter,
  searchTerms,
  sortedCounts,
} from '../../core/ledger/index.ts';
import { weekOf } from '../../core/ledger/rows/index.ts';
import { ROLLUPS } from './schema.ts';
import {
  type Asked,
  allOf,
  type Clause,
  clause,
  isOneOf,
  type Searchable,
  type SqlDatabase,
  type SqlRow,
} from './sql-database.ts';
import { claimClauses, incidentClauses, reportClauses } from './sql-filter.ts';
import { askedFor, saidMatches } from './sql-search.ts';

/** Counting needs no order: whatever is smaller than everything is a good place to begin. */
const BEGIN_MAX = 300_000;

const NOUNS = { claims: 'claim', reports: 'report', incidents: 'incident' } as const satisfies Record<
  Countable,
  Searchable
>;
const TABLES = {
  claims: { alias: 'c', day: 'CASE WHEN c.day_start = c.day_end THEN c.day_start END', type: 'c.event_type' },
  incidents: { alias: 'i', day: 'CASE WHEN i.day_start = i.day_end THEN i.day_start END', type: 'i.type' },
  reports: { alias: 'r', day: 'r.published_at', type: 'NULL' },
} as const;

type Rollup = (typeof ROLLUPS)[number];
type Values = Pick<Count, 'values' | 'count'>;

/** Answers the query `count` of the `Store` contract, from counts made beforehand where they say enough. */
export async function count(db: SqlDatabase, query: CountQuery): Promise<readonly Count[]> {
  const { of, by, filter } = CountQuery.parse(query);
  const rollup = of === 'claims' ? rollupFor(by, filter) : null;
  const counts =
    rollup === null ? await counted(db, { of, by, filter }, []) : await countedBefore(db, by, filter, rollup);
  const names = by.includes('actor') ? await actorNames(db) : new Map<string, string>();
  const sums = new Map<string, Values>();
  for (const { values, count: more } of counts) {
    const named = values.map((value, i) => (by[i] === 'actor' && value !== null ? (names.get(value) ?? value) : value));
    const key = JSON.stringify(named);
    sums.set(key, { values: named, count: (sums.get(key)?.count ?? 0) + more });
  }
  return sortedCounts([...sums.values()]);
}

/** Counts the rows themselves; `also` narrows them down further. */
async function counted(
  db: SqlDatabase,
  { of, by, filter }: { readonly of: Countable; readonly by: readonly Dimension[]; readonly filter: Filter },
  also: readonly Clause[],
): Promise<readonly Values[]> {
  const asked = await askedFor(db, filter, matchesOf(of, filter));
  const source = await db.dialect.source(db, NOUNS[of], asked, BEGIN_MAX);
  const where = allOf([...source.where, ...conditionsOf(of, asked, db), ...also]);
  const columns = by.map((dimension, i) => `${columnOf(of, dimension)} AS v${i}`);
  const joins = [
    by.includes('actor') ? `LEFT JOIN ${NOUNS[of]}_actor w ON w.${NOUNS[of]}_key = ${TABLES[of].alias}.key` : '',
    of === 'claims' && by.includes('source') ? 'LEFT JOIN report s ON s.id = c.report_id' : '',
  ];
  const rows = await db.all(
    `SELECT ${columns.join(', ')}, count(*) AS n FROM ${source.from.sql} ${joins.join(' ')} WHERE ${where.sql}
    GROUP BY ${by.map((_, i) => i + 1).join(', ')}`,
    [...source.from.values, ...where.values],
  );
  return rows.map(row => valuesOf(row, by.length));
}

function conditionsOf(of: Countable, asked: Asked, { dialect }: SqlDatabase): readonly Clause[] {
  if (of === 'claims') return claimClauses(asked, dialect);
  return of === 'reports' ? reportClauses(asked, dialect) : incidentClauses(asked, dialect);
}

function matchesOf(of: Countable, filter: Filter) {
  if (of !== 'reports') return saidMatches(filter);
  return filter.text === undefined
    ? []
    : [{ column: 'words' as const, terms: searchTerms(filter.text), isWanted: true }];
}

function columnOf(of: Countable, dimension: Dimension): string {
  const { alias, day, type } = TABLES[of];
  switch (dimension) {
    case 'day':
      return day;
    case 'type':
      return type;
    case 'week':
      return `${alias}.iso_week`;
    case 'actor':
      return 'w.actor_key';
    case 'source':
      return of === 'claims' ? 's.source_name' : 'r.source_name';
    default:
      return `${alias}.${dimension}`;
  }
}

/** The counts made beforehand that answer a question: they must know all that it is asked by. */
function rollupFor(by: readonly Dimension[], filter: Filter): Rollup | null {
  const { from, to, ...rest } = filter;
  const asked = [...by, ...Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [name]))];
  const found = ROLLUPS.find(rollup => asked.every(name => (rollup.by as readonly string[]).includes(name)));
  // Actors are asked for by words in a name, and counted by key.
  return found === undefined || rest.actor !== undefined ? null : found;
}

/**
 * Weeks or months that lie wholly within the days asked for are taken from the counts made beforehand; those at the ends,
 * and what lies in no single one, are counted.
 */
async function countedBefore(
  db: SqlDatabase,
  by: readonly Dimension[],
  filter: Filter,
  { table, by: known, period }: Rollup,
): Promise<readonly Values[]> {
  const { from, to, ...rest } = filter;
  const equal = Object.entries(rest).flatMap(([name, value]) =>
    value === undefined ? [] : [clause(`${name} = ?`, String(value))],
  );
  const column = (known as readonly string[]).includes(period) ? period : null;
  const ends = [from, to].flatMap(day => (day === undefined ? [] : [periodOf(day, period)]));
  const inner =
    ends.length === 0 || column === null
      ? []
      : [
          clause(`${column} <> ''`),
          ...(from === undefined ? [] : [clause(`${column} > ?`, periodOf(from, period))]),
          ...(to === undefined ? [] : [clause(`${column} < ?`, periodOf(to, period))]),
        ];
  const where = allOf([clause('claims > 0'), ...equal, ...inner]);
  const rows = await db.all(
    `SELECT ${by.map((name, i) => `${name} AS v${i}`).join(', ')}, sum(claims) AS n FROM ${table} WHERE ${where.sql}
    GROUP BY ${by.map((_, i) => i + 1).join(', ')}`,
    where.values,
  );
  const before = rows.map(row => {
    const { values, count: n } = valuesOf(row, by.length);
    return { values: values.map(value => (value === '' ? null : value)), count: n };
  });
  if (ends.length === 0) return before;
  const own = `c.${period === 'week' ? 'iso_week' : 'month'}`;
  const atEnds = isOneOf(own, ends);
  const edges = clause(`(${own} IS NULL OR ${atEnds.sql})`, ...atEnds.values);
  return [...before, ...(await counted(db, { of: 'claims', by, filter }, [edges]))];
}

function periodOf(day: string, period: 'week' | 'month'): string {
  return period === 'week' ? (weekOf(day) ?? '') : day.slice(0, 7);
}

/** The name under which each actor is counted: the first of its names by their letters. */
async function actorNames(db: SqlDatabase): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const row of await db.all('SELECT key, name FROM actor')) {
    const [key, name] = [String(row['key']), String(row['name'])];
    const known = names.get(key);
    if (known === undefined || name < known) names.set(key, name);
  }
  return names;
}

function valuesOf(row: SqlRow, length: number): Values {
  const values = Array.from({ length }, (_, i) => {
    const value = row[`v${i}`] ?? null;
    return value === null ? null : String(value);
  });
  return { values, count: Number(row['n']) };
}
