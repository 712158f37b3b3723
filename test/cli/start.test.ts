import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { temporaryFolder } from './folder.ts';
import { runNode } from './run-casus.ts';

const START = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));
const folder = temporaryFolder({});
afterAll(folder.remove);

// Two whole runs: on a busy machine they take their time.
it('npm start reads the examples, shows a disputed incident, and may be run again', { timeout: 120_000 }, async () => {
  const first = await runNode(START, [], { cwd: folder.path });
  expect(first).toMatchObject({ exitCode: 0, stderr: '' });
  expect(first.stdout).toContain('12 reports added.');
  expect(first.stdout).toContain('WHAT CANNOT ALL HOLD');
  expect(first.stdout).toContain('What next:');
  const again = await runNode(START, [], { cwd: folder.path });
  expect(again.stdout).toBe(first.stdout.replace('12 reports added.', '0 reports added, 12 known already.'));
});
