import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { CasusError } from '../../core/base/error.ts';
import { migrate } from './migrate.ts';
import { SCHEMA_VERSION } from './schema.ts';
import type { SqlDatabase } from './sql-database.ts';
import { sqliteDatabase } from './sqlite-database.ts';
import { asLedgerError, isBusy, lacksFile } from './sqlite-error.ts';
import { loadSqlite } from './sqlite-library.ts';

export interface SqliteOptions {
  /** `write` makes a ledger where there is none; `read` refuses to. Default: `write`. */
  readonly mode?: 'write' | 'read';
  /** How long to wait for another process that is writing. Default: 10 seconds. */
  readonly lockWaitMs?: number;
}

export const LEDGER_FILE = 'ledger.sqlite';

/** Marks the file as a ledger of casus: "CASU" in ASCII, at byte 68 of the file. */
const APPLICATION_ID = 0x43415355;
const RETRY_MS = 20;
/** Pages kept in memory: enough for the indexes that every report touches. */
const CACHE_KIB = 64 * 1024;
/** Before this version a write and a checkpoint at one instant could damage a file in WAL mode (sqlite.org/wal.html). */
const WAL_SAFE_SINCE = [3, 51, 3];

/**
 * Opens the database file of a ledger, made or brought to the newest shape where that is needed. Throws a `CasusError`
 * that says why it cannot be used, and then has changed nothing.
 */
export async function openDatabase(folder: string, options: SqliteOptions = {}): Promise<SqlDatabase> {
  const { mode = 'write', lockWaitMs = 10_000 } = options;
  const file = join(folder, LEDGER_FILE);
  try {
    if (mode === 'read') requireLedger(folder, file);
    else makeFolder(folder, file);
    const db = await patiently(lockWaitMs, () => {
      return mode === 'read' ? openToRead(file, folder, lockWaitMs) : openToWrite(file, folder, lockWaitMs);
    });
    return sqliteDatabase(folder, db);
  } catch (error) {
    throw asLedgerError(error, folder);
  }
}

async function openToWrite(file: string, folder: string, lockWaitMs: number): Promise<DatabaseSync> {
  const db = connect(file, { readOnly: false, lockWaitMs });
  return orClose(db, async () => {
    const version = versionOf(db, folder);
    const isWalSafe = compareVersions(process.versions['sqlite'] ?? '', WAL_SAFE_SINCE) >= 0;
    db.exec(isWalSafe ? 'PRAGMA journal_mode = WAL' : 'PRAGMA journal_mode = DELETE');
    db.exec(isWalSafe ? 'PRAGMA synchronous = FULL' : 'PRAGMA synchronous = EXTRA');
    db.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
    if (version < SCHEMA_VERSION) await bringUp(db, folder);
    return db;
  });
}

async function bringUp(db: DatabaseSync, folder: string): Promise<void> {
  const database = sqliteDatabase(folder, db);
  await database.write(async session => {
    await session.all(`PRAGMA application_id = ${APPLICATION_ID}`);
    await migrate(session, database);
  });
}

async function openToRead(file: string, folder: string, lockWaitMs: number): Promise<DatabaseSync> {
  const db = connectToRead(file, lockWaitMs);
  const version = await orClose(db, async () => versionOf(db, folder));
  if (version === SCHEMA_VERSION) return db;
  db.close();
  if (version === 0) throw new CasusError('ledger-missing', folder);
  (await openToWrite(file, folder, lockWaitMs)).close();
  return connectToRead(file, lockWaitMs);
}

/** A reader needs to make a small file beside the ledger; where it must not, and nobody is writing, it can do without. */
function connectToRead(file: string, lockWaitMs: number): DatabaseSync {
  const db = connect(file, { readOnly: true, lockWaitMs });
  try {
    db.exec('SELECT count(*) FROM sqlite_master');
    db.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
    return db;
  } catch (error) {
    db.close();
    const isWritten = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
    if (!lacksFile(error) || isWritten) throw error;
    return connect(new URL(`${pathToFileURL(file)}?immutable=1`), { readOnly: true, lockWaitMs });
  }
}

function connect(
  file: string | URL,
  { readOnly, lockWaitMs }: { readOnly: boolean; lockWaitMs: number },
): DatabaseSync {
  const { DatabaseSync } = loadSqlite();
  return new DatabaseSync(file, { readOnly, timeout: lockWaitMs, enableForeignKeyConstraints: true });
}

/** The number of the newest migration that the file has; 0 for an empty one. Refuses what casus did not write. */
function versionOf(db: DatabaseSync, folder: string): number {
  const mark = db.prepare('PRAGMA application_id').get()?.['application_id'];
  const tables = db.prepare('SELECT count(*) AS tables FROM sqlite_master').get()?.['tables'];
  if (mark === 0 && tables === 0) return 0;
  if (mark !== APPLICATION_ID) throw new CasusError('ledger-foreign', folder, { detail: LEDGER_FILE });
  const version = Number(db.prepare('SELECT max(version) AS version FROM migration').get()?.['version'] ?? 0);
  if (version > SCHEMA_VERSION) {
    const detail = `its format is ${version}, this casus knows ${SCHEMA_VERSION}`;
    throw new CasusError('ledger-newer', folder, { detail });
  }
  return version;
}

function makeFolder(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true });
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
}

function requireLedger(folder: string, file: string): void {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder === false) throw new CasusError('ledger-not-a-folder', folder);
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    if (isFolder === undefined || !existsSync(file)) throw new CasusError('ledger-missing', folder, { cause: error });
    throw new CasusError('ledger-failed', folder, { detail: `${LEDGER_FILE} cannot be read`, cause: error });
  }
}

/** Tries again while another process holds the file: opening it is not always queued by SQLite itself. */
async function patiently<T>(waitMs: number, work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      await wait(RETRY_MS);
    }
  }
}

async function orClose<T>(db: DatabaseSync, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    db.close();
    throw error;
  }
}

function compareVersions(version: string, other: readonly number[]): number {
  const parts = version.split('.').map(Number);
  const at = other.findIndex((part, i) => part !== (parts[i] ?? 0));
  return at === -1 ? 0 : (parts[at] ?? 0) - (other[at] ?? 0);
}
