import { setTimeout as wait } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { CasusError } from '../../core/base/error.ts';
import type { Store } from '../../core/ledger/index.ts';
import { migrate, versionOf } from './migrate.ts';
import { POSTGRES_DIALECT } from './postgres-dialect.ts';
import { asPostgresError, isGone } from './postgres-error.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { sequence } from './sequence.ts';
import type { SqlDatabase, SqlRow, SqlSession, SqlValue } from './sql-database.ts';
import { sqlStore } from './sql-store.ts';

export interface PostgresOptions {
  /** `write` makes a ledger where there is none; `read` refuses to. Default: `write`. */
  readonly mode?: 'write' | 'read';
  /** How long to wait for another process that is writing, or for a server that went away. Default: 10 seconds. */
  readonly lockWaitMs?: number;
}

const RETRY_MS = 200;
const OLDEST = 150_000;
const SCHEMA = 'casus';
/** PostgreSQL's numbers for BIGINT and NUMERIC, which it sends as text. */
const NUMBERS = [20, 1700];

/**
 * Opens the ledger in a PostgreSQL database of version 15 or newer, in the schema `casus` or that of `?schema=NAME`.
 * A server that goes away is waited for; what was not acknowledged by then is as if it had never been asked.
 */
export async function openPostgresStore(url: string, options: PostgresOptions = {}): Promise<Store> {
  const { mode = 'write', lockWaitMs = 10_000 } = options;
  const { address, schema, name } = readAddress(url);
  const pool = await openPool(address, schema, lockWaitMs);
  const db = new PostgresDatabase(name, pool, { schema, lockWaitMs });
  try {
    await db.prepare(mode);
    return sqlStore(db);
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** The address without what is ours in it, and a name for messages that gives no password away. */
function readAddress(url: string): { address: string; schema: string; name: string } {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch (cause) {
    throw new CasusError('usage-invalid', '--ledger', { detail: 'this is no address of a database', cause });
  }
  const schema = parsed.searchParams.get('schema') ?? SCHEMA;
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    throw new CasusError('usage-invalid', `schema ${schema}`, { detail: 'write small letters, digits and _' });
  }
  parsed.searchParams.delete('schema');
  const address = parsed.href;
  parsed.password = '';
  parsed.search = schema === SCHEMA ? '' : `?schema=${schema}`;
  return { address, schema, name: parsed.href };
}

async function openPool(address: string, schema: string, lockWaitMs: number): Promise<Pool> {
  const { default: pg } = await loadClient();
  const pool = new pg.Pool({
    connectionString: address,
    application_name: 'casus',
    connectionTimeoutMillis: lockWaitMs,
    options: `-c search_path=${schema},public -c lock_timeout=${lockWaitMs}`,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        NUMBERS.includes(oid) ? Number : pg.types.getTypeParser(oid, format as 'text'),
    },
  });
  // A connection that nobody uses is lost with its server: the next one who needs one gets a new one.
  pool.on('error', () => undefined);
  return pool;
}

async function loadClient(): Promise<typeof import('pg')> {
  try {
    return await import('pg');
  } catch (cause) {
    throw new CasusError('client-missing', 'pg', { cause });
  }
}

class PostgresDatabase implements SqlDatabase {
  readonly name: string;
  readonly dialect = POSTGRES_DIALECT;
  readonly #pool: Pool;
  readonly #schema: string;
  readonly #waitMs: number;
  readonly #inTurn = sequence();
  #ended: Promise<void> | null = null;

  constructor(name: string, pool: Pool, { schema, lockWaitMs }: { schema: string; lockWaitMs: number }) {
    this.name = name;
    this.#pool = pool;
    this.#schema = schema;
    this.#waitMs = lockWaitMs;
  }

  all(sql: string, values: readonly SqlValue[] = []): Promise<readonly SqlRow[]> {
    return this.#patiently(client => sessionOf(client).all(sql, values));
  }

  lists(sql: string, values: readonly SqlValue[] = []): Promise<readonly (readonly SqlValue[])[]> {
    return this.#patiently(client => sessionOf(client).lists(sql, values));
  }

  insert(table: string, rows: readonly SqlRow[], suffix?: string): Promise<void> {
    return this.write(session => session.insert(table, rows, suffix));
  }

  write<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    const lock = (client: PoolClient) =>
      client.query(`SELECT pg_advisory_xact_lock(hashtextextended('casus ' || $1, 0))`, [this.#schema]);
    return this.#inTurn(() => this.#transaction('BEGIN', work, lock));
  }

  snapshot<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    return this.#transaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
  }

  async close(): Promise<void> {
    this.#ended ??= this.#pool.end();
    await this.#ended;
  }

  /** Makes or brings up the tables, or says why this is no ledger. */
  async prepare(mode: 'write' | 'read'): Promise<void> {
    const [server] = await this.all(`SELECT current_setting('server_version_num') AS version`);
    if (Number(server?.['version']) < OLDEST) {
      throw new CasusError('ledger-refused', this.name, { detail: 'PostgreSQL 15 or newer is needed' });
    }
    const version = await this.#version();
    if (version > SCHEMA_VERSION) {
      const detail = `its format is ${version}, this casus knows ${SCHEMA_VERSION}`;
      throw new CasusError('ledger-newer', this.name, { detail });
    }
    if (version === SCHEMA_VERSION) return;
    if (mode === 'read' && version === 0) throw new CasusError('ledger-missing', this.name);
    await this.write(async session => {
      await session.all(`CREATE SCHEMA IF NOT EXISTS ${this.#schema}`);
      await migrate(session, this);
    });
  }

  async #version(): Promise<number> {
    const rows = await this.all('SELECT tablename FROM pg_tables WHERE schemaname = ?', [this.#schema]);
    if (rows.length === 0) return 0;
    const names = rows.map(({ tablename }) => tablename);
    if (!names.includes('migration') || !names.includes('entry')) {
      throw new CasusError('ledger-foreign', this.name, { detail: `schema ${this.#schema}` });
    }
    return versionOf(this);
  }

  async #transaction<T>(
    begin: string,
    work: (session: SqlSession) => Promise<T>,
    first: (client: PoolClient) => Promise<unknown> = async () => undefined,
  ): Promise<T> {
    const commit = async (client: PoolClient) => {
      try {
        await client.query('COMMIT');
      } catch (error) {
        // Whether it was written nobody can say: to try again might write it twice.
        throw asPostgresError(error, this.name);
      }
    };
    return this.#patiently(async client => {
      await client.query(begin);
      try {
        await first(client);
        const result = await work(sessionOf(client));
        await commit(client);
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  /** Runs work on a connection, and once more on another while the server is away, for as long as is waited for it. */
  async #patiently<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const deadline = performance.now() + this.#waitMs;
    for (;;) {
      try {
        return await this.#connected(work);
      } catch (error) {
        if (!isGone(error) || this.#ended !== null || performance.now() > deadline) {
          throw asPostgresError(error, this.name);
        }
        await wait(RETRY_MS);
      }
    }
  }

  async #connected<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    const ignore = () => undefined;
    client.on('error', ignore);
    let isLost = false;
    try {
      return await work(client);
    } catch (error) {
      isLost = isGone(error) || (error instanceof CasusError && error.code === 'ledger-unreachable');
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(isLost);
    }
  }
}

function sessionOf(client: PoolClient): SqlSession {
  return {
    async all(sql, values = []) {
      const { rows } = await client.query<SqlRow>(numbered(sql), [...values]);
      return rows;
    },
    async lists(sql, values = []) {
      const { rows } = await client.query<SqlValue[]>({ text: numbered(sql), values: [...values], rowMode: 'array' });
      return rows;
    },
    async insert(table, rows, suffix = '') {
      const [first] = rows;
      if (first === undefined) return;
      const columns = Object.keys(first).join(', ');
      await client.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json) ${suffix}`,
        [JSON.stringify(rows)],
      );
    },
  };
}

/** Question marks as PostgreSQL counts its values. No statement of ours has one in it otherwise. */
function numbered(sql: string): string {
  let count = 0;
  return sql.replace(/\?/g, () => `$${++count}`);
}
