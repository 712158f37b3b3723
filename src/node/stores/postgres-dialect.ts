import type { SearchTerm } from '../../core/ledger/index.ts';
import { ALIASES, type Clause, clause, KEYS, type SqlDialect, type TextMatch } from './sql-database.ts';
import { boxesOf } from './sql-filter.ts';

/** Words as `tsvector` within the tables themselves, and points on the map; PostgreSQL chooses among indexes itself. */
const SEARCH_TABLES = [
  'ALTER TABLE claim ADD COLUMN words TSVECTOR',
  'ALTER TABLE report ADD COLUMN words TSVECTOR, ADD COLUMN headline_words TSVECTOR',
  'CREATE INDEX claim_words ON claim USING gin (words)',
  'CREATE INDEX report_words ON report USING gin (words)',
  'CREATE INDEX claim_point ON claim USING gist (point(lon, lat)) WHERE x IS NOT NULL',
  'CREATE INDEX incident_point ON incident USING gist (point(lon, lat)) WHERE x IS NOT NULL',
];

export const POSTGRES_DIALECT: SqlDialect = {
  searchTables: SEARCH_TABLES,
  // Text is sorted and compared by its bytes, as in SQLite, whatever the language of the server is.
  statement: sql =>
    sql.replace(/\bTEXT\b/g, 'TEXT COLLATE "C"').replace(/\bINTEGER PRIMARY KEY\b/g, 'BIGINT PRIMARY KEY'),
  contains: (column, value) => clause(`strpos(${column}, ?) > 0`, value),
  claimSays: matches => says('c', matches),
  async source(_session, noun, { filter, matches }) {
    const alias = ALIASES[noun];
    const boxes = noun === 'report' ? null : boxesOf(filter);
    const where = noun === 'incident' || matches.length === 0 ? [] : [says(alias, matches)];
    const within = (boxes ?? []).map(({ west, south, east, north }) =>
      clause(
        `point(${alias}.lon, ${alias}.lat) <@ box(point(?::float8, ?::float8), point(?::float8, ?::float8))`,
        west,
        south,
        east,
        north,
      ),
    );
    if (within.length > 0) {
      const inAny = within.map(({ sql }) => sql).join(' OR ');
      where.push(clause(`${alias}.x IS NOT NULL AND (${inAny})`, ...within.flatMap(({ values }) => values)));
    }
    return { from: clause(`${noun} ${alias}`), where, key: `${alias}.${KEYS[noun]}`, isNarrow: false };
  },
  async insert(session, noun, rows) {
    const own = rows.map(row => {
      const { words, headline_words: headlineWords, ...rest } = row;
      if (noun === 'incident') return rest;
      const said = { ...rest, words: vectorOf(words) };
      return noun === 'claim' ? said : { ...said, headline_words: vectorOf(headlineWords) };
    });
    await session.insert(noun, own);
  },
  async remove() {
    // What is found by text and map stands in the rows themselves.
  },
};

function says(alias: string, matches: readonly TextMatch[]): Clause {
  const parts = matches.map(({ column, terms, isWanted }) =>
    clause(`${isWanted ? '' : 'NOT '}${alias}.${column} @@ ?::tsquery`, terms.map(queryTerm).join(' & ')),
  );
  return clause(parts.map(({ sql }) => sql).join(' AND '), ...parts.flatMap(({ values }) => values));
}

/** Words hold letters and digits only, so that quotation marks are enough. */
function queryTerm({ words, isPrefix }: SearchTerm): string {
  return `(${words.map((word, i) => `'${word}'${isPrefix && i === words.length - 1 ? ':*' : ''}`).join(' <-> ')})`;
}

/** Words with their places, as a `tsvector` is written: no parser of PostgreSQL has a say in it. */
function vectorOf(words: string | number | null | undefined): string {
  const places = new Map<string, number[]>();
  for (const [i, word] of String(words ?? '')
    .split(' ')
    .entries()) {
    if (word === '') continue;
    const known = places.get(word);
    if (known === undefined) places.set(word, [i + 1]);
    else known.push(i + 1);
  }
  return Array.from(places, ([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}
