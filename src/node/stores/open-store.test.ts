import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from './open-store.ts';

test('a name is a folder, memory: is memory', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'casus-open-'));
  const kept = await openStore(join(folder, 'a', 'b'));
  expect(kept.name).toBe(join(folder, 'a', 'b'));
  await kept.close();
  const again = await openStore(join(folder, 'a', 'b'), { mode: 'read' });
  expect(await again.size()).toMatchObject({ entries: 0 });
  await again.close();
  rmSync(folder, { recursive: true });
  expect((await openStore('memory:')).name).toBe('memory');
});

test.each([
  ['mysql://localhost/casus', 'store-unknown', 2],
  ['postgres://localhost/casus?schema=a;b', 'usage-invalid', 2],
  ['https://example.org/ledger', 'store-unknown', 2],
  ['', 'usage-invalid', 2],
])('refuses %j', async (url, code, exitCode) => {
  await expect(openStore(url)).rejects.toMatchObject({ code, exitCode });
});
