import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
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
