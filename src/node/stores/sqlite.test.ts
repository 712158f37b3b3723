import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { runStoreTests } from '../../../test/contracts/store.ts';
import { openSqliteStore } from './sqlite.ts';

let folder = '';
let ledgers = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casus-sqlite-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

runStoreTests({
  name: 'SQLite',
  open: () => {
    ledgers++;
    return openSqliteStore(join(folder, String(ledgers), 'ledger'));
  },
  reopen: store => openSqliteStore(store.name),
});
