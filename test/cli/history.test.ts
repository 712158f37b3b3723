import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/node/cli/main.ts';
import { loadSqlite } from '../../src/node/stores/sqlite-library.ts';
import { LEDGER_FILE } from '../../src/node/stores/sqlite-open.ts';
import { openPipeline, openStore } from '../../src/node/wire.ts';
import { temporaryFolder } from './folder.ts';
import { testIo } from './test-io.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/reports/', import.meta.url));
const TEXT = 'On Tuesday at least 12 soldiers were killed near Gao in an ambush, the army of Mali said.\n';
const folder = temporaryFolder({ 'late.txt': TEXT });
afterAll(folder.remove);
const ledger = join(folder.path, 'ledger');

beforeAll(async () => {
  expect(await casus('add', EXAMPLES, '--ledger', ledger)).toMatchObject({ exitCode: 0 });
}, 60_000);

async function casus(...args: readonly string[]) {
  const { io, stdout, stderr } = testIo({ columns: 400 });
  const exitCode = await main(args, io);
  return { exitCode, stdout: stdout(), stderr: stderr() };
}

/** A copy of the ledger, changed behind its back. */
function tampered(name: string, sql: string): string {
  const own = join(folder.path, name);
  cpSync(ledger, own, { recursive: true });
  const { DatabaseSync } = loadSqlite();
  const db = new DatabaseSync(join(own, LEDGER_FILE));
  db.exec(sql);
  db.close();
  return own;
}

describe('rebuild', () => {
  it('comes to the same as what is kept, byte for byte', async () => {
    const checked = await casus('rebuild', '--check', '--ledger', ledger);
    expect(checked).toMatchObject({ exitCode: 0, stderr: '' });
    expect(checked.stdout).toMatch(/^\d+ entries of .* come to 12 reports and \d+ incidents: what is kept is the same/);
    const { differences, madeWith } = JSON.parse((await casus('rebuild', '--ledger', ledger, '--json')).stdout);
    expect(differences).toEqual([]);
    expect(madeWith.coder).toMatch(/^rules@0\.1\.0\+[0-9a-f]{12}$/);
    expect(Object.keys(madeWith.files)).toContain('models/language.bin');
  });

  it('recoding by the same rules adds nothing', async () => {
    const before = (await casus('log', '--ledger', ledger)).stdout;
    const ran = await casus('rebuild', '--recode', '--ledger', ledger);
    expect(ran.stdout).toMatch(/^0 of 12 reports read otherwise/);
    expect((await casus('log', '--ledger', ledger)).stdout).toBe(before);
  }, 60_000);

  it('names an entry that was changed', async () => {
    const own = tampered('changed', `UPDATE entry SET body = replace(body, 'rules@', 'rules@9') WHERE seq = 5`);
    const ran = await casus('rebuild', '--check', '--ledger', own);
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout).toContain('entry 5: it, or an entry before it, was changed');
  });

  it('names an incident that is not what the entries come to, and puts it right', async () => {
    const own = tampered(
      'wrong',
      `UPDATE incident SET body = replace(body, '"independentSources":1', '"independentSources":9')`,
    );
    const ran = await casus('rebuild', '--ledger', own);
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout).toMatch(/incident inc_\w+: the entries say otherwise/);
    expect(await casus('rebuild', '--check', '--ledger', own)).toMatchObject({ exitCode: 0 });
  });
});

describe('diff', () => {
  it('tells what an entry later brought', async () => {
    const before = (await casus('log', '--json', '--ledger', ledger)).stdout.trim().split('\n').length;
    await casus('add', join(folder.path, 'late.txt'), '--published', '2025-03-06', '--ledger', ledger);
    const { stdout } = await casus('diff', `${ledger}@${before}`, ledger);
    expect(stdout).toMatch(
      /new incident: inc_\w+\nnew report: rep_\w+\n\nClaims: 0 added, 0 gone, 0 changed, in 0 reports\./,
    );
    expect((await casus('diff', `${ledger}@9999`, ledger)).exitCode).toBe(2);
  });

  it('tells what the present rules would read otherwise, and writes nothing', async () => {
    expect((await casus('diff', ledger)).stdout).toMatch(/^Claims: 0 added, 0 gone, 0 changed, in 0 reports\./);

    // A ledger as another version of the rules might have left it.
    const own = join(folder.path, 'older');
    const pipeline = await openPipeline();
    const { report, coding } = pipeline.code(pipeline.read({ text: TEXT }));
    const claims = coding.claims.map(claim =>
      claim.kind === 'casualty' ? { ...claim, estimate: { ...claim.estimate, low: 2 } } : claim,
    );
    const store = await openStore(own);
    await store.appendReport({ report, coding: { ...coding, id: 'cod_older', coder: 'rules@0.0.9+older', claims } });
    await store.close();

    const { stdout } = await casus('diff', own);
    expect(stdout).toContain('rules@0.0.9+older, then rules@0.1.0+');
    expect(stdout).toContain('estimate.low: 2 → 12');
    expect(JSON.parse((await casus('diff', own, '--json')).stdout).codings).toHaveLength(1);
    expect((await casus('log', '--json', '--ledger', own)).stdout.trim().split('\n')).toHaveLength(2);
    const rebuilt = await casus('rebuild', '--recode', '--ledger', own);
    expect(rebuilt.stdout).toMatch(/^1 of 1 reports read otherwise/);
    expect((await casus('diff', own)).stdout).toMatch(/^Claims: 0 added/);
  }, 60_000);
});
