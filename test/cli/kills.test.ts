import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkLedger, entryHolds } from '../../src/core/ledger/index.ts';
import { openDerivation, openStore } from '../../src/node/wire.ts';
import { collect } from '../contracts/store.ts';
import { addAll, contentOf, killWhileAdding, writeReports } from '../fixtures/kill-adding.ts';
import { temporaryFolder } from './folder.ts';

/** `node bench/kills.ts` does the same with 2,000 reports and 100 kills. */
const [COUNT, KILLS] = [150, 5];

const folder = temporaryFolder({});
afterAll(folder.remove);

test(`killed ${KILLS} times while worker threads code, adding loses nothing and doubles nothing`, async () => {
  const reports = join(folder.path, 'reports');
  writeReports(reports, COUNT);
  const options = { reports, ledgers: folder.path, count: COUNT, kills: KILLS, workers: 2, seed: 20250304 };
  const { kills, ledgers } = await killWhileAdding(options);
  expect(kills).toBe(KILLS);

  const alone = join(folder.path, 'alone');
  await addAll({ reports, ledger: alone, workers: 1 });
  const expected = await contentOf(alone);
  expect(expected.split('\n')).toHaveLength(2 * COUNT);
  for (const ledger of ledgers) {
    await addAll({ reports, ledger, workers: 2 });
    expect(await contentOf(ledger)).toBe(expected);
  }
}, 600_000);

test('two that add at once, with worker threads, both end well, and every report is there once', async () => {
  const reports = join(folder.path, 'both');
  writeReports(reports, 60);
  const ledger = join(folder.path, 'two-writers');
  await Promise.all([addAll({ reports, ledger, workers: 2 }), addAll({ reports, ledger, workers: 2 })]);
  const store = await openStore(ledger, { mode: 'read' });
  const entries = await collect(store.entries());
  entries.forEach((entry, i) => {
    expect(entryHolds(entries[i - 1] ?? null, entry)).toBe(true);
  });
  expect(entries.filter(({ kind }) => kind === 'report')).toHaveLength(60);
  expect(entries.filter(({ kind }) => kind === 'coding')).toHaveLength(60);
  expect(entries.filter(({ kind }) => kind === 'resources')).toHaveLength(1);
  const { differences } = await checkLedger(store, await openDerivation());
  expect(differences).toEqual([]);
  await store.close();
}, 300_000);
