import { parseIsoDay } from '../../core/base/iso-day.ts';
import type { SearchTerm } from '../../core/ledger/index.ts';
import {
  ALIASES,
  type Asked,
  type Clause,
  clause,
  isOneOf,
  KEYS,
  type Searchable,
  type Source,
  type SqlDialect,
  type SqlRow,
  type SqlSession,
  type TextMatch,
} from './sql-database.ts';
import { boxesOf } from './sql-filter.ts';

/** Virtual tables: the words of quotes and reports, and points on the map with their days. */
const SEARCH_TABLES = [
  `CREATE VIRTUAL TABLE claim_text USING fts5(words, content='', contentless_delete=1, tokenize='ascii')`,
  `CREATE VIRTUAL TABLE report_text USING fts5(words, headline_words, content='', contentless_delete=1, tokenize='ascii')`,
  'CREATE VIRTUAL TABLE claim_box USING rtree(key, west, east, south, north, first_day, last_day)',
  'CREATE VIRTUAL TABLE incident_box USING rtree(key, west, east, south, north, first_day, last_day)',
];
const TEXT_TABLES = { claim: 'claim_text', report: 'report_text', incident: null } as const;
const BOX_TABLES = { claim: 'claim_box', report: null, incident: 'incident_box' } as const;

/** For what has no day: before all days that are asked for. */
const NO_DAY = -1_000_000;

/**
 * SQLite. It keeps no count of what an index would find, so `source` asks: it counts, up to a limit, what lies in the
 * box, has the actor, or says the words, and begins with the least.
 */
export const SQLITE_DIALECT: SqlDialect = {
  searchTables: SEARCH_TABLES,
  statement: sql => sql,
  contains: (column, value) => clause(`instr(${column}, ?) > 0`, value),
  claimSays: matches =>
    clause(
      'EXISTS (SELECT 1 FROM claim_text WHERE claim_text MATCH ? AND claim_text.rowid = c.key)',
      ftsQuery(matches),
    ),
  source,
  async insert(session, noun, rows) {
    const texts: SqlRow[] = [];
    const own = rows.map(row => {
      const { words = null, headline_words: headlineWords = null, ...rest } = row;
      const rowid = row[KEYS[noun]] ?? null;
      if (noun === 'claim') texts.push({ rowid, words });
      if (noun === 'report') texts.push({ rowid, words, headline_words: headlineWords });
      return rest;
    });
    await session.insert(noun, own);
    const [textTable, boxTable] = [TEXT_TABLES[noun], BOX_TABLES[noun]];
    if (textTable !== null) await session.insert(textTable, texts);
    const boxes = boxTable === null ? [] : rows.filter(({ x }) => x !== null && x !== undefined).map(boxRow);
    if (boxTable !== null && boxes.length > 0) await session.insert(boxTable, boxes);
  },
  async remove(session, noun, first, last) {
    const [textTable, boxTable] = [TEXT_TABLES[noun], BOX_TABLES[noun]];
    if (textTable !== null) await session.all(`DELETE FROM ${textTable} WHERE rowid BETWEEN ? AND ?`, [first, last]);
    if (boxTable === null) return;
    const boxed = await session.all(`SELECT key FROM ${noun} WHERE key BETWEEN ? AND ? AND x IS NOT NULL`, [
      first,
      last,
    ]);
    for (const { key } of boxed) await session.all(`DELETE FROM ${boxTable} WHERE key = ?`, [key ?? null]);
  },
};

function boxRow(row: SqlRow): SqlRow {
  const [lon, lat] = [row['lon'] ?? null, row['lat'] ?? null];
  return {
    key: row['key'] ?? null,
    west: lon,
    east: lon,
    south: lat,
    north: lat,
    first_day: dayOf(row['day_start']),
    last_day: dayOf(row['day_end']),
  };
}

function dayOf(day: SqlRow[string] | undefined): number {
  return typeof day === 'string' ? (parseIsoDay(day) ?? NO_DAY) : NO_DAY;
}

/** A way to the rows of a noun: a query that gives their keys. */
interface Path {
  readonly keys: Clause;
  readonly isText: boolean;
}

async function source(session: SqlSession, noun: Searchable, asked: Asked, most: number): Promise<Source> {
  const alias = ALIASES[noun];
  const key = `${alias}.${KEYS[noun]}`;
  const text = TEXT_TABLES[noun];
  const hasText = text !== null && asked.matches.length > 0;
  const paths = pathsOf(noun, asked);
  let best: { path: Path; size: number } | null = null;
  for (const path of paths) {
    const size = await sizeOf(session, path, Math.min(most, best?.size ?? most));
    if (size < Math.min(most, best?.size ?? most)) best = { path, size };
  }
  const query = ftsQuery(asked.matches);
  if (best !== null && !best.path.isText) {
    const { keys } = best.path;
    const from = clause(
      `(SELECT DISTINCT key FROM (${keys.sql})) d CROSS JOIN ${noun} ${alias} ON ${key} = d.key`,
      ...keys.values,
    );
    const says = clause(`EXISTS (SELECT 1 FROM ${text} WHERE ${text} MATCH ? AND ${text}.rowid = ${key})`, query);
    return { from, where: hasText ? [says] : [], key, isNarrow: true };
  }
  if (!hasText) return { from: clause(`${noun} ${alias}`), where: [], key, isNarrow: false };
  return {
    from: clause(`${text} CROSS JOIN ${noun} ${alias} ON ${key} = ${text}.rowid`),
    where: [clause(`${text} MATCH ?`, query)],
    key: `${text}.rowid`,
    isNarrow: best !== null,
  };
}

async function sizeOf(session: SqlSession, { keys }: Path, most: number): Promise<number> {
  const [row] = await session.all(`SELECT count(*) AS n FROM (SELECT 1 FROM (${keys.sql}) LIMIT ${most})`, keys.values);
  return Number(row?.['n']);
}

function pathsOf(noun: Searchable, asked: Asked): readonly Path[] {
  const { filter, actors, matches } = asked;
  const { from, to } = filter;
  const paths: Path[] = [];
  const add = (keys: Clause, isText = false) => paths.push({ keys, isText });
  const text = TEXT_TABLES[noun];
  const query = ftsQuery(matches);
  if (matches.length > 0 && text !== null) {
    add(clause(`SELECT rowid AS key FROM ${text} WHERE ${text} MATCH ?`, query), true);
  }
  if (matches.length > 0 && noun === 'incident') {
    const claims = 'claim_text CROSS JOIN claim c ON c.key = claim_text.rowid';
    const links = 'incident_link l ON l.event_id = c.event_id AND l.report_id = c.report_id';
    add(clause(`SELECT l.incident_key AS key FROM ${claims} JOIN ${links} WHERE claim_text MATCH ?`, query));
  }
  if (filter.incident !== undefined && noun !== 'incident') add(ofIncident(noun, filter.incident));
  if (filter.report !== undefined && noun === 'incident') {
    add(clause('SELECT incident_key AS key FROM incident_link WHERE report_id = ?', filter.report));
  }
  if (filter.report !== undefined && noun === 'claim')
    add(clause('SELECT key FROM claim WHERE report_id = ?', filter.report));
  if (actors !== null && noun !== 'report') {
    const meant = isOneOf('actor_key', actors);
    const until = to === undefined ? '' : ' AND day_key <= ?';
    const since = from === undefined ? '' : ' AND (is_long = 1 OR day_key >= date(?, ?))';
    add(
      clause(
        `SELECT ${noun}_key AS key FROM ${noun}_actor WHERE ${meant.sql}${until}${since}`,
        ...meant.values,
        ...(to === undefined ? [] : [to]),
        ...(from === undefined ? [] : [from, '-31 days']),
      ),
    );
  }
  const box = BOX_TABLES[noun];
  const boxes = boxesOf(filter);
  if (box !== null && boxes !== null) add(withinBoxes(box, asked));
  return paths;
}

function ofIncident(noun: 'claim' | 'report', id: string): Clause {
  const links = 'incident i JOIN incident_link l ON l.incident_key = i.key';
  if (noun === 'report')
    return clause(`SELECT r.seq AS key FROM ${links} JOIN report r ON r.id = l.report_id WHERE i.id = ?`, id);
  return clause(
    `SELECT c.key FROM ${links} JOIN claim c ON c.event_id = l.event_id AND c.report_id = l.report_id WHERE i.id = ?`,
    id,
  );
}

/** The tree holds coordinates rounded outwards: whoever asks it looks at the rows themselves again. */
function withinBoxes(table: string, { filter }: Asked): Clause {
  const { from, to } = filter;
  const days = [
    ...(from === undefined ? [] : [clause('last_day >= ?', parseIsoDay(from))]),
    ...(to === undefined ? [] : [clause('first_day <= ?', parseIsoDay(to))]),
  ];
  const parts = (boxesOf(filter) ?? []).map(({ west, south, east, north }) =>
    clause(
      `SELECT key FROM ${table} WHERE west <= ? AND east >= ? AND south <= ? AND north >= ?${days.map(({ sql }) => ` AND ${sql}`).join('')}`,
      east,
      west,
      north,
      south,
      ...days.flatMap(({ values }) => values),
    ),
  );
  return clause(parts.map(({ sql }) => sql).join(' UNION ALL '), ...parts.flatMap(({ values }) => values));
}

/** What FTS5 is asked: words in quotation marks, so that none of them is taken for an operator. */
function ftsQuery(matches: readonly TextMatch[]): string {
  const part = ({ column, terms }: TextMatch) => `{${column}} : (${terms.map(ftsTerm).join(' AND ')})`;
  const wanted = matches.filter(({ isWanted }) => isWanted).map(part);
  const unwanted = matches.filter(({ isWanted }) => !isWanted).map(part);
  return [`(${wanted.join(' AND ')})`, ...unwanted].join(' NOT ');
}

function ftsTerm({ words, isPrefix }: SearchTerm): string {
  return `"${words.join(' ')}"${isPrefix ? ' *' : ''}`;
}
