import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { main } from '../../src/node/cli/main.ts';
import { temporaryFolder } from './folder.ts';
import { testIo } from './test-io.ts';

const REPORT = fileURLToPath(new URL('../../examples/reports/niger-makalondi-1-army.txt', import.meta.url));
const OTHER = fileURLToPath(new URL('../../examples/reports/niger-makalondi-3-mayor.txt', import.meta.url));
const folder = temporaryFolder({});
afterAll(folder.remove);
const [first, copy] = ['first', 'copy'].map(name => join(folder.path, name));

async function casus(...args: readonly (string | undefined)[]) {
  const { io, stdout, stderr } = testIo();
  const exitCode = await main(
    args.map(arg => arg ?? ''),
    io,
  );
  return { exitCode, stdout: stdout(), stderr: stderr() };
}

it('a ledger is copied whole, then only what is new, and never over another', async () => {
  await casus('add', REPORT, '--ledger', first);
  expect((await casus('copy', first, copy)).stdout).toContain('every hash holds');
  expect((await casus('show', '--ledger', copy, '--json')).stdout).toBe(
    (await casus('show', '--ledger', first, '--json')).stdout,
  );
  await casus('add', OTHER, '--ledger', first);
  const again = JSON.parse((await casus('copy', first, copy, '--json')).stdout);
  expect(again.copied).toBeGreaterThan(0);
  expect(again.copied).toBeLessThan(again.entries);
  const other = join(folder.path, 'other');
  await casus('add', OTHER, '--ledger', other);
  expect(await casus('copy', first, other)).toMatchObject({ exitCode: 3 });
}, 120_000);

it('words are found in quotes and reports', async () => {
  const found = JSON.parse((await casus('search', 'Makalondi', '--ledger', copy, '--json')).stdout);
  expect(found.reports.length).toBeGreaterThan(0);
  expect((await casus('search', 'Makalondi', '--ledger', copy)).stdout).toContain('Makalondi');
  expect((await casus('search', 'nowhereatall', '--ledger', copy)).stdout).toContain('Nothing in this ledger');
  expect((await casus('search', '!?', '--ledger', copy)).exitCode).toBe(2);
});
