import { CasusError } from '../../core/base/error.ts';
import { memoryStore, type Store } from '../../core/ledger/index.ts';
import { openSqliteStore } from './sqlite.ts';
import type { SqliteOptions } from './sqlite-open.ts';

/**
 * Opens a ledger by where it is: the name of a folder, the address of a PostgreSQL database, or `memory:` for one that ends with the process. In mode `write`
 * (the default) a folder without a ledger gets one; in mode `read` that is the error `ledger-missing`.
 */
export async function openStore(url: string, options: SqliteOptions = {}): Promise<Store> {
  if (url === 'memory:') return memoryStore();
  if (/^postgres(ql)?:/.test(url)) return (await import('./postgres.ts')).openPostgresStore(url, options);
  // One letter before a colon is a drive of Windows, not a kind of store.
  if (/^[a-z][a-z0-9+.-]+:/i.test(url)) throw new CasusError('store-unknown', url);
  if (url === '') throw new CasusError('usage-invalid', '--ledger', { detail: 'the name of the folder is empty' });
  return openSqliteStore(url, options);
}
