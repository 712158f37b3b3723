import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LEDGERS, runOldLedgerTests } from '../../../test/contracts/old-ledger.ts';
import { collect } from '../../../test/contracts/store.ts';
import { openSqliteStore } from './sqlite.ts';
import { loadSqlite } from './sqlite-library.ts';
import { LEDGER_FILE } from './sqlite-open.ts';

let folder = '';
let opened = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casus-old-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the ledger of a version. */
function oldLedger(version: number, name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, LEDGER_FILE), gunzipSync(readFileSync(join(LEDGERS, `version-${version}.sqlite.gz`))));
  return path;
}

/** The entries as they stand in the file. */
function rowsOf(path: string): unknown {
  const { DatabaseSync } = loadSqlite();
  const db = new DatabaseSync(join(path, LEDGER_FILE));
  const rows = db.prepare('SELECT * FROM entry ORDER BY seq').all();
  db.close();
  return rows;
}

describe.each([1, 2, 3, 4])('a ledger in SQLite of version %i', version => {
  runOldLedgerTests({
    decisions: version > 1,
    open: async () => openSqliteStore(oldLedger(version, `${version}-${++opened}`)),
  });

  test('is brought up by a reader too, and its entries are not touched', async () => {
    const path = oldLedger(version, `${version}-read`);
    const before = rowsOf(path);
    const store = await openSqliteStore(path, { mode: 'read' });
    expect((await collect(store.entries())).length).toBeGreaterThan(3);
    expect((await store.findClaims({})).items.length).toBeGreaterThan(9);
    await store.close();
    expect(rowsOf(path)).toEqual(before);
  });
});
