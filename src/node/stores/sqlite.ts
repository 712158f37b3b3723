import type { Store } from '../../core/ledger/index.ts';
import { sqlStore } from './sql-store.ts';
import { openDatabase, type SqliteOptions } from './sqlite-open.ts';
import { openSqliteThread } from './sqlite-thread.ts';

/** Opens the ledger in a folder, in a thread of its own: one SQLite file, which any SQLite can read. */
export function openSqliteStore(folder: string, options: SqliteOptions = {}): Promise<Store> {
  return openSqliteThread(folder, options);
}

/** The same in the thread that asks, which does nothing else while a query runs. */
export async function openSqliteHere(folder: string, options: SqliteOptions = {}): Promise<Store> {
  return sqlStore(await openDatabase(folder, options));
}
