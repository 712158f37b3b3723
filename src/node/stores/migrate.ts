import { replaceIncidents } from './incident-writer.ts';
import { LedgerReader } from './ledger-reader.ts';
import { LedgerWriter } from './ledger-writer.ts';
import { DERIVED_NAMES, DERIVED_TABLES, LEDGER_TABLES, SCHEMA_VERSION } from './schema.ts';
import type { SqlDatabase, SqlSession } from './sql-database.ts';

/**
 * Makes the tables of a ledger where there are none, and brings those of an earlier version to this one: entries stay as
 * they are, everything that follows from them is made anew. Whole or not at all; runs within a transaction for writing.
 */
export async function migrate(session: SqlSession, { dialect, name }: SqlDatabase): Promise<void> {
  for (const statement of LEDGER_TABLES) await session.all(dialect.statement(statement));
  // Somebody else may have been quicker.
  if ((await versionOf(session)) >= SCHEMA_VERSION) return;
  const reader = new LedgerReader(session, name);
  const incidents = (await versionOf(session)) > 0 ? await reader.incidents() : [];
  for (const table of DERIVED_NAMES) await session.all(`DROP TABLE IF EXISTS ${table}`);
  for (const statement of DERIVED_TABLES) await session.all(dialect.statement(statement));
  for (const statement of dialect.searchTables) await session.all(statement);
  const writer = new LedgerWriter(session, dialect, reader);
  for (let last = 0; ; ) {
    const entries = await reader.entries(last);
    if (entries.length === 0) break;
    await writer.derive(entries);
    last = entries.at(-1)?.seq ?? last;
  }
  await replaceIncidents(session, dialect, incidents);
  await session.insert('migration', [{ version: SCHEMA_VERSION, name: 'deaths of incidents' }]);
}

/** The version of the tables; 0 where there are none. The table `migration` must be there. */
export async function versionOf(session: SqlSession): Promise<number> {
  const [row] = await session.all('SELECT max(version) AS version FROM migration');
  return Number(row?.['version'] ?? 0);
}
