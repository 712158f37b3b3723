import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { sequence } from './sequence.ts';
import type { SqlDatabase, SqlRow, SqlSession, SqlValue } from './sql-database.ts';
import { SQLITE_DIALECT } from './sqlite-dialect.ts';
import { asLedgerError } from './sqlite-error.ts';

/** More prepared statements than a ledger asks again and again. */
const STATEMENTS_MAX = 300;

/**
 * An open SQLite file as a database. What is asked of it while a transaction runs waits for the end of that: there is
 * one connection, and nobody may see what is half written.
 */
export function sqliteDatabase(name: string, db: DatabaseSync): SqlDatabase {
  const session = sqliteSession(db);
  const inTurn = sequence();
  const guard = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw asLedgerError(error, name);
    }
  };
  return {
    name,
    dialect: SQLITE_DIALECT,
    all: (sql, values) => inTurn(() => guard(() => session.all(sql, values))),
    lists: (sql, values) => inTurn(() => guard(() => session.lists(sql, values))),
    insert: (table, rows, suffix) => inTurn(() => guard(() => session.insert(table, rows, suffix))),
    write: work => inTurn(() => guard(() => transaction(db, 'IMMEDIATE', () => work(session)))),
    snapshot: work => inTurn(() => guard(() => transaction(db, 'DEFERRED', () => work(session)))),
    close: () =>
      inTurn(() =>
        guard(() => {
          if (db.isOpen) db.close();
        }),
      ),
  };
}

/** Runs work in a transaction that is whole or not at all. `IMMEDIATE` takes the right to write at once. */
async function transaction<T>(db: DatabaseSync, kind: 'IMMEDIATE' | 'DEFERRED', work: () => Promise<T>): Promise<T> {
  db.exec(`BEGIN ${kind}`);
  try {
    const result = await work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // After a full disk SQLite has ended the transaction itself.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** Asks the database in the order of the calls: each call is done when it returns. */
function sqliteSession(db: DatabaseSync): SqlSession {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = db.prepare(sql);
    if (statements.size < STATEMENTS_MAX) statements.set(sql, statement);
    return statement;
  };
  return {
    async all(sql: string, values: readonly SqlValue[] = []): Promise<readonly SqlRow[]> {
      // Ledgers hold text and numbers only: no BLOB, and no number that JavaScript cannot hold.
      return prepare(sql).all(...values) as readonly SqlRow[];
    },
    async lists(sql: string, values: readonly SqlValue[] = []): Promise<readonly (readonly SqlValue[])[]> {
      // A statement of its own: one that others ask too gives them rows.
      const statement = db.prepare(sql);
      statement.setReturnArrays(true);
      return statement.all(...values) as unknown as readonly (readonly SqlValue[])[];
    },
    async insert(table, rows, suffix = ''): Promise<void> {
      const [first] = rows;
      if (first === undefined) return;
      const columns = Object.keys(first);
      const marks = columns.map(() => '?').join(', ');
      const statement = prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks}) ${suffix}`);
      for (const row of rows) statement.run(...Object.values(row));
    },
  };
}
