import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect } from '../../../test/contracts/store.ts';
import { appendProcess } from '../../../test/fixtures/append-process.ts';
import { entryHolds, type Store } from '../../core/ledger/index.ts';
import { evidenceHolds } from '../../core/model/index.ts';
import { openSqliteStore } from './sqlite.ts';

/** `KILLS=100 npx vitest run sqlite-crash` kills more often. */
const KILLS = Number(process.env['KILLS'] ?? 4);
const REPORTS = 2_000;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casus-crash-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Whether the ledger is a sound one: entries chained, every report with its coding, every quote in its text. */
async function checkWhole(store: Store): Promise<ReadonlySet<string>> {
  const entries = await collect(store.entries());
  for (const [i, entry] of entries.entries()) expect(entryHolds(entries[i - 1] ?? null, entry)).toBe(true);
  const { reports, codings } = await store.state();
  expect([...codings.keys()]).toEqual([...reports.keys()]);
  expect(entries.length).toBe(2 * reports.size);
  for (const [id, coding] of codings) {
    const report = reports.get(id);
    expect(coding.claims.length).toBe(8);
    for (const { evidence } of coding.claims)
      expect(report !== undefined && evidenceHolds(report, evidence)).toBe(true);
  }
  expect(await store.size()).toMatchObject({ reports: reports.size, claims: 8 * reports.size });
  return new Set(reports.keys());
}

test(`killed ${KILLS} times while adding, a ledger loses nothing acknowledged and holds whole reports only`, async () => {
  const ledger = join(folder, 'killed');
  const acknowledged = new Set<string>();
  let killed = 0;
  for (let round = 0; round < KILLS; round++) {
    const from = round % 3 === 0 ? 0 : acknowledged.size;
    let linesLeft = 1 + ((round * 7919) % 23);
    const lines = await appendProcess({
      folder: ledger,
      from,
      count: REPORTS,
      batch: round % 2 === 0 ? 1 : 5,
      onLine: (line, child) => {
        // Not at once, because right after an acknowledgement nothing is being written.
        if (line.startsWith('added') && linesLeft-- === 0) setTimeout(() => child.kill('SIGKILL'), (round * 5) % 17);
      },
    });
    for (const line of lines) if (line.startsWith('added ')) acknowledged.add(line.slice('added '.length));
    if (lines.at(-1) !== 'done') killed++;

    const store = await openSqliteStore(ledger);
    const held = await checkWhole(store);
    expect([...acknowledged].filter(id => !held.has(id))).toEqual([]);
    await store.close();
  }
  expect(killed).toBe(KILLS);
  expect(acknowledged.size).toBeGreaterThan(KILLS);
}, 600_000);

test('two processes that write at once both finish, and every report is there once', async () => {
  const ledger = join(folder, 'two');
  const both = await Promise.all([
    appendProcess({ folder: ledger, from: 0, count: 60 }),
    appendProcess({ folder: ledger, from: 30, count: 60, batch: 3 }),
  ]);
  expect(both.map(lines => lines.at(-1))).toEqual(['done', 'done']);
  const store = await openSqliteStore(ledger);
  expect((await checkWhole(store)).size).toBe(90);
  await store.close();
});
