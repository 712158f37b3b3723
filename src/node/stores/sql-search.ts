import {
  type CursorValue,
  cursorOf,
  Filter,
  type FoundClaim,
  type FoundContradiction,
  type FoundToll,
  foldedName,
  ORDERS,
  type Outline,
  type Page,
  PageRequest,
  readCursor,
  type SearchTerm,
  searchTerms,
  type TollOutline,
  wholePhrase,
} from '../../core/ledger/index.ts';
import type { Incident, Report } from '../../core/model/index.ts';
import type { ClaimPlace, LedgerReader } from './ledger-reader.ts';
import {
  ALIASES,
  type Asked,
  allOf,
  type Clause,
  clause,
  type SqlDatabase,
  type SqlRow,
  type TextMatch,
} from './sql-database.ts';
import { claimClauses, incidentClauses, reportClauses, tollClauses } from './sql-filter.ts';
import { ordered, SORTED_MAX } from './sql-order.ts';
import { findOutline, findTollOutline } from './sql-outline.ts';

/** Answers the `find…` queries of the `Store` contract from the tables. */
export class SqlSearch {
  readonly #db: SqlDatabase;
  readonly #reader: LedgerReader;

  constructor(db: SqlDatabase, reader: LedgerReader) {
    this.#db = db;
    this.#reader = reader;
  }

  async findClaims(given: Filter, request: PageRequest = {}): Promise<Page<FoundClaim>> {
    const filter = Filter.parse(given);
    const columns = 'c.day_key AS sort_day, c.key AS sort_key, c.report_id, c.position, c.review, c.edited';
    const found = await this.#list('claim', filter, columns, request);
    return { items: await this.#reader.claims(found.rows.map(placeOf)), next: found.next };
  }

  async findReports(given: Filter, request: PageRequest = {}): Promise<Page<Report>> {
    const filter = Filter.parse(given);
    const found = await this.#list('report', filter, 'r.day_key AS sort_day, r.seq AS sort_key, r.id', request);
    const reports = await this.#reader.reports(found.rows.map(row => String(row['id'])));
    return {
      items: found.rows.map(({ id }) => {
        const report = reports.get(String(id));
        if (report === undefined) throw this.#reader.damaged(`report ${id}`);
        return report;
      }),
      next: found.next,
    };
  }

  async findIncidents(given: Filter, request: PageRequest = {}): Promise<Page<Incident>> {
    const filter = Filter.parse(given);
    const order = ORDERS.incidents;
    const { limit, after } = PageRequest.parse(request);
    const asked = await askedFor(this.#db, filter, saidMatches(filter));
    const start = readCursor(order.name, order.types, after);
    const past = start === null ? [] : [clause('(i.day_key, i.id) < (?, ?)', ...start)];
    const source = await this.#db.dialect.source(this.#db, 'incident', asked, SORTED_MAX);
    const sql = ordered(source, {
      noun: 'incident',
      columns: 'i.day_key AS sort_day, i.id AS sort_key, i.id, i.body',
      where: [...incidentClauses(asked, this.#db.dialect), ...past],
      order: ['sort_day DESC', 'sort_key DESC'],
      filter,
      limit: limit + 1,
    });
    const rows = await this.#db.all(sql.sql, sql.values);
    return paged(rows, limit, order.name, ['sort_day', 'sort_key'], row => this.#reader.incidentOf(row));
  }

  async findTolls(given: Filter, request: PageRequest = {}): Promise<Page<FoundToll>> {
    const filter = Filter.parse(given);
    return this.#findParts('toll', filter, tollClauses(filter), request, (incident, position) => {
      const toll = incident.tolls[position];
      return toll === undefined ? null : { incidentId: incident.id, toll };
    });
  }

  async findContradictions(given: Filter, request: PageRequest = {}): Promise<Page<FoundContradiction>> {
    return this.#findParts('contradiction', Filter.parse(given), [], request, (incident, position) => {
      const contradiction = incident.contradictions[position];
      return contradiction === undefined ? null : { incidentId: incident.id, contradiction };
    });
  }

  async outline(given: Filter, most: number): Promise<Outline> {
    const filter = Filter.parse(given);
    return findOutline(this.#db, await askedFor(this.#db, filter, saidMatches(filter)), most);
  }

  async outlineTolls(given: Filter): Promise<TollOutline> {
    const filter = Filter.parse(given);
    return findTollOutline(this.#db, await askedFor(this.#db, filter, saidMatches(filter)));
  }

  /** The rows of incidents in a table of parts, in the order of the incidents. */
  async #findParts<T>(
    table: 'toll' | 'contradiction',
    filter: Filter,
    own: readonly Clause[],
    request: PageRequest,
    part: (incident: Incident, position: number) => T | null,
  ): Promise<Page<T>> {
    const order = table === 'toll' ? ORDERS.tolls : ORDERS.contradictions;
    const { limit, after } = PageRequest.parse(request);
    const asked = await askedFor(this.#db, filter, saidMatches(filter));
    const start = readCursor(order.name, order.types, after);
    const [day = '', id = '', position = 0] = start ?? [];
    const past = '((i.day_key, i.id) <= (?, ?) AND ((i.day_key, i.id) < (?, ?) OR t.position > ?))';
    const source = await this.#db.dialect.source(this.#db, 'incident', asked, SORTED_MAX);
    const sql = ordered(
      {
        ...source,
        from: clause(`${source.from.sql} JOIN ${table} t ON t.incident_key = i.key`, ...source.from.values),
      },
      {
        noun: 'incident',
        columns: 'i.day_key AS sort_day, i.id AS sort_key, t.position AS sort_position, i.id, i.body',
        where: [
          ...incidentClauses(asked, this.#db.dialect),
          ...own,
          ...(start === null ? [] : [clause(past, day, id, day, id, position)]),
        ],
        order: ['sort_day DESC', 'sort_key DESC', 'sort_position'],
        filter,
        limit: limit + 1,
      },
    );
    const rows = await this.#db.all(sql.sql, sql.values);
    return paged(rows, limit, order.name, ['sort_day', 'sort_key', 'sort_position'], row => {
      const found = part(this.#reader.incidentOf(row), Number(row['sort_position']));
      if (found === null) throw this.#reader.damaged(`${table} ${row['sort_position']} of incident ${row['id']}`);
      return found;
    });
  }

  /** The rows of claims or reports: by day, or, where words are looked for, by how closely they fit. */
  async #list(
    noun: 'claim' | 'report',
    filter: Filter,
    columns: string,
    request: PageRequest,
  ): Promise<{ readonly rows: readonly SqlRow[]; readonly next: string | null }> {
    const { limit, after } = PageRequest.parse(request);
    if (filter.text !== undefined) return this.#listByRank(noun, filter, columns, { limit, after });
    const order = noun === 'claim' ? ORDERS.claims : ORDERS.reports;
    const asked = await askedFor(this.#db, filter, []);
    const start = readCursor(order.name, order.types, after);
    const source = await this.#db.dialect.source(this.#db, noun, asked, SORTED_MAX);
    const alias = ALIASES[noun];
    const past = start === null ? [] : [clause(`(${alias}.day_key, ${source.key}) < (?, ?)`, ...start)];
    const conditions = noun === 'claim' ? claimClauses : reportClauses;
    const sql = ordered(source, {
      noun,
      columns,
      where: [...conditions(asked, this.#db.dialect), ...past],
      order: ['sort_day DESC', 'sort_key DESC'],
      filter,
      limit: limit + 1,
    });
    const rows = await this.#db.all(sql.sql, sql.values);
    const page = paged(rows, limit, order.name, ['sort_day', 'sort_key'], row => row);
    return { rows: page.items, next: page.next };
  }

  async #listByRank(
    noun: 'claim' | 'report',
    filter: Filter,
    columns: string,
    { limit, after }: { readonly limit: number; readonly after: string | undefined },
  ): Promise<{ readonly rows: readonly SqlRow[]; readonly next: string | null }> {
    const order = noun === 'claim' ? ORDERS.said : ORDERS.written;
    const start = readCursor(order.name, order.types, after);
    const conditions = noun === 'claim' ? claimClauses : reportClauses;
    const ranks = ranksOf(noun, searchTerms(filter.text ?? ''));
    const rows: SqlRow[] = [];
    for (const { rank, matches } of ranks) {
      if (start !== null && rank < Number(start[0])) continue;
      const asked = await askedFor(this.#db, filter, matches);
      const source = await this.#db.dialect.source(this.#db, noun, asked, SORTED_MAX);
      const past = start !== null && rank === start[0] ? [clause(`${source.key} < ?`, start[1] ?? 0)] : [];
      const where = allOf([...source.where, ...conditions(asked, this.#db.dialect), ...past]);
      const more = await this.#db.all(
        `SELECT ${columns}, ${rank} AS sort_rank FROM ${source.from.sql} WHERE ${where.sql}
        ORDER BY ${source.key} DESC LIMIT ${limit + 1 - rows.length}`,
        [...source.from.values, ...where.values],
      );
      rows.push(...more);
      if (rows.length > limit) break;
    }
    const page = paged(rows, limit, order.name, ['sort_rank', 'sort_key'], row => row);
    return { rows: page.items, next: page.next };
  }
}

function placeOf(row: SqlRow): ClaimPlace {
  const edited = row['edited'] ?? null;
  const review = row['review'] === 'edited' ? 'edited' : row['review'] === 'rejected' ? 'rejected' : 'coded';
  return {
    reportId: String(row['report_id']),
    position: Number(row['position']),
    review,
    edited: edited === null ? null : String(edited),
  };
}

/** A filter with the actors whom it means and the words it looks for. */
export async function askedFor(db: SqlDatabase, filter: Filter, matches: readonly TextMatch[]): Promise<Asked> {
  const { actor } = filter;
  if (actor === undefined) return { filter, actors: null, matches };
  const named = db.dialect.contains('folded', foldedName(actor));
  const rows = await db.all(`SELECT DISTINCT key FROM actor WHERE key = ? OR ${named.sql}`, [actor, ...named.values]);
  return { filter, actors: rows.map(({ key }) => String(key)), matches };
}

/** What the quote of a claim must say. */
export function saidMatches({ text }: Filter): readonly TextMatch[] {
  return text === undefined ? [] : [{ column: 'words', terms: searchTerms(text), isWanted: true }];
}

/** How closely texts may fit, the closest first: each rank without those before it. */
function ranksOf(noun: 'claim' | 'report', terms: readonly SearchTerm[]) {
  const phrase = wholePhrase(terms);
  const words = (isWanted: boolean): TextMatch[] =>
    phrase === null ? [] : [{ column: 'words', terms: [{ words: phrase, isPrefix: false }], isWanted }];
  const all: TextMatch = { column: 'words', terms, isWanted: true };
  const headline = (isWanted: boolean): TextMatch => ({ column: 'headline_words', terms, isWanted });
  if (noun === 'claim') {
    if (phrase === null) return [{ rank: 0, matches: [all] }];
    return [
      { rank: 0, matches: words(true) },
      { rank: 1, matches: [all, ...words(false)] },
    ];
  }
  return [
    { rank: 0, matches: [all, headline(true)] },
    ...(phrase === null ? [] : [{ rank: 1, matches: [...words(true), headline(false)] }]),
    { rank: 2, matches: [all, headline(false), ...words(false)] },
  ];
}

/** The rows of a page, of which one more than its limit was looked for. */
function paged<T>(
  rows: readonly SqlRow[],
  limit: number,
  order: string,
  sort: readonly string[],
  item: (row: SqlRow) => T,
): Page<T> {
  const own = rows.slice(0, limit);
  const last = own.at(-1);
  const values = sort.map((name): CursorValue => last?.[name] ?? '');
  return { items: own.map(item), next: last === undefined || rows.length <= limit ? null : cursorOf(order, values) };
}
