import type { Filter, SearchTerm } from '../../core/ledger/index.ts';

export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** A part of a statement, with the values of its question marks in order. */
export interface Clause {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** One connection, perhaps within a transaction. */
export interface SqlSession {
  all(sql: string, values?: readonly SqlValue[]): Promise<readonly SqlRow[]>;
  /** Rows as lists of values, in the order of the statement's columns: of very many, much cheaper to make. */
  lists(sql: string, values?: readonly SqlValue[]): Promise<readonly (readonly SqlValue[])[]>;
  /** Inserts rows that all have the same columns; `suffix` says what to do with those that are there already. */
  insert(table: string, rows: readonly SqlRow[], suffix?: string): Promise<void>;
}

/** A database that holds one ledger. A failure of the world comes out of it as a `CasusError` with its name. */
export interface SqlDatabase extends SqlSession {
  readonly name: string;
  readonly dialect: SqlDialect;
  /** Runs work as the only writer, whole or not at all. */
  write<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  /** Runs work that sees the ledger of one moment. */
  snapshot<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What has a text, and a place on the map. */
export type Searchable = 'claim' | 'report' | 'incident';

/** What is looked for in a text: the words of one column that must, or must not, fit. */
export interface TextMatch {
  readonly column: 'words' | 'headline_words';
  readonly terms: readonly SearchTerm[];
  readonly isWanted: boolean;
}

/** What is asked for: a filter with the keys of the actors whom it means, null where it means none. */
export interface Asked {
  readonly filter: Filter;
  readonly actors: readonly string[] | null;
  /** What must be said in a text, where that is asked for. */
  readonly matches: readonly TextMatch[];
}

/** Where the rows of a noun come from that an answer is looked for among. */
export interface Source {
  /** Tables to select from; those of the nouns are called `c`, `r` and `i`. */
  readonly from: Clause;
  /** What must hold beside that which every source is asked: what is said, above all. */
  readonly where: readonly Clause[];
  /** The key, to sort by it. */
  readonly key: string;
  /** Whether it holds so little that the order of its rows does not matter. */
  readonly isNarrow: boolean;
}

/** What SQLite and PostgreSQL do each in its own way. */
export interface SqlDialect {
  /** Statements that make what text and map need. */
  readonly searchTables: readonly string[];
  /** A statement of the schema, in this dialect. */
  statement(sql: string): string;
  /** Whether the text of one column contains a value. */
  contains(column: string, value: string): Clause;
  /** Whether the quote of claim `c` fits. */
  claimSays(matches: readonly TextMatch[]): Clause;
  /** Where best to begin. With more than `most` rows it is not narrow. */
  source(session: SqlSession, noun: Searchable, asked: Asked, most: number): Promise<Source>;
  /** Puts rows where they are found by text and map too; a row's `words` and `headline_words` are what it says. */
  insert(session: SqlSession, noun: Searchable, rows: readonly SqlRow[]): Promise<void>;
  /** Takes what has these keys, from the first to the last, out of where it is found by text and map. */
  remove(session: SqlSession, noun: Searchable, first: number, last: number): Promise<void>;
}

/** What the table of a noun is called within a statement. */
export const ALIASES = { claim: 'c', report: 'r', incident: 'i' } as const satisfies Record<Searchable, string>;

/** The key column of what is searched. */
export const KEYS = { claim: 'key', report: 'seq', incident: 'key' } as const satisfies Record<Searchable, string>;

/** Joins parts of a condition. */
export function allOf(clauses: readonly Clause[]): Clause {
  if (clauses.length === 0) return { sql: 'TRUE', values: [] };
  return { sql: clauses.map(({ sql }) => sql).join(' AND '), values: clauses.flatMap(({ values }) => values) };
}

export function clause(sql: string, ...values: readonly SqlValue[]): Clause {
  return { sql, values };
}

/** `column IN (?, ?)`; nothing is in an empty list. */
export function isOneOf(column: string, values: readonly SqlValue[]): Clause {
  if (values.length === 0) return { sql: 'FALSE', values: [] };
  return { sql: `${column} IN (${values.map(() => '?').join(', ')})`, values };
}
