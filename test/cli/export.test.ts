import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/core/export/formats.ts';
import { REFUSALS } from '../../src/core/export/table.ts';
import { main } from '../../src/node/cli/main.ts';
import { BUNDLES } from '../../src/node/exports/exporter.ts';
import { temporaryFolder } from './folder.ts';
import { testIo } from './test-io.ts';

// Constructed reports; the incidents are invented.

const folder = temporaryFolder({
  'gao.txt': `---
source: The Riverbank Courier
published: 2026-03-12
---
Nine soldiers killed near Gao

Nine soldiers were killed on Tuesday when gunmen ambushed their convoy near Gao in northern Mali, the army said.
`,
  'nowhere.txt': `---
source: The Riverbank Courier
published: 2026-03-12
---
Two guards killed

Two guards were shot dead by gunmen on Monday, police said.
`,
});
const ledger = join(folder.path, 'ledger');
const at = (name: string) => join(folder.path, name);
afterAll(folder.remove);
beforeAll(async () => {
  await main(['add', at('gao.txt'), at('nowhere.txt'), '--ledger', ledger], testIo().io);
});

async function run(...args: readonly string[]) {
  const { io, stdout, stderr } = testIo();
  const exitCode = await main(['export', ...args, '--ledger', ledger], io);
  return { exitCode, stdout: stdout(), stderr: stderr() };
}

describe('casus export', () => {
  it('writes a table to standard output, and says on standard error what was left out', async () => {
    const { exitCode, stdout, stderr } = await run('acled');
    expect(exitCode).toBe(0);
    expect(stdout.split('\r\n')).toHaveLength(3);
    expect(stdout).toContain('near Gao');
    expect(stderr).toBe('casus: 1 incident is left out; --refusals FILE says why for each\n');
  });

  it('lists what was left out, with the reason', async () => {
    const { stderr } = await run('acled', '--out', at('acled.csv'), '--refusals', at('left-out.csv'));
    expect(stderr).toContain('listed in');
    expect(readFileSync(at('left-out.csv'), 'utf8')).toMatch(/inc_\w+,no-place,/);
  });

  it.each([
    ['tolls.csv', 'incident_id,'],
    ['tolls.parquet', 'PAR1'],
    ['tolls.arrow', 'ARROW1'],
    ['tolls.xlsx', 'PK'],
  ])('takes the kind of %s from its ending', async (name, start) => {
    expect(await run('tolls', '--out', at(name))).toMatchObject({ exitCode: 0, stdout: `Wrote ${at(name)}.\n` });
    expect(readFileSync(at(name)).subarray(0, start.length).toString('latin1')).toBe(start);
  });

  it('writes a package as a folder and as an archive', async () => {
    expect((await run('package', '--out', at('package'))).exitCode).toBe(0);
    expect(readdirSync(at('package'))).toEqual(
      expect.arrayContaining(['claims.csv', 'datapackage.json', 'acled-refusals.csv']),
    );
    expect((await run('package', '--out', at('package.zip'))).exitCode).toBe(0);
    expect(readFileSync(at('package.zip')).subarray(0, 2).toString()).toBe('PK');
  });

  it('takes the other policy', async () => {
    expect((await run('tolls', '--policy', 'attested@1')).stdout).toContain('policy attested@1');
  });

  it('keeps what reviewers decided, by the other policy too', async () => {
    const rows = async (...args: readonly string[]) =>
      (await run('incidents', ...args)).stdout.trim().split('\r\n').length - 1;
    const ids = JSON.parse(
      (await run('incidents', '--as', 'json')).stdout.split('\n').slice(0, -1).join(',').replace(/^/, '[').concat(']'),
    ).map(({ incident_id }: { incident_id: string }) => incident_id);
    expect(await rows('--policy', 'attested@1')).toBe(2);
    expect(
      await main(
        ['decide', 'merge', ...ids, '--by', 'a reviewer', '--why', 'one attack', '--ledger', ledger],
        testIo().io,
      ),
    ).toBe(0);
    expect([await rows(), await rows('--policy', 'attested@1')]).toEqual([1, 1]);
  });

  it.each([
    [['nonsense'], 'the formats are claims, incidents'],
    [['tolls', '--as', 'doc'], 'a table becomes csv, tsv'],
    [['tolls', '--policy', 'guess@1'], 'the policies are ranges@1'],
    [['tolls', '--as', 'parquet'], 'name a file to write it to'],
  ])('%s is not understood, and says what is', async (args, said) => {
    const { exitCode, stdout, stderr } = await run(...args);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(said);
  });

  it('that cannot write leaves the file that stood there', async () => {
    const { exitCode, stderr } = await run('tolls', '--out', join(at('gao.txt'), 'tolls.csv'));
    expect(exitCode).toBe(3);
    expect(stderr).toContain('the file cannot be written');
    expect(readdirSync(folder.path).filter(name => name.endsWith('.part'))).toEqual([]);
    expect(existsSync(at('gao.txt'))).toBe(true);
  });
});

describe('docs/reference/exports.md', () => {
  const page = readFileSync(new URL('../../docs/reference/exports.md', import.meta.url), 'utf8');

  it('lists every format', () => {
    const listed = [...page.matchAll(/^\| `([a-z]+)` \| .* \| .* \|$/gm)].map(([, name]) => name);
    expect(listed).toEqual([...FORMATS, ...BUNDLES].map(({ name }) => name));
  });

  it('lists every reason for leaving an incident out', () => {
    const listed = [...page.matchAll(/^\| `([a-z-]+)` \| ([^|]+) \|$/gm)].map(([, code = '', why]) => [code, why]);
    expect(listed).toEqual(Object.entries(REFUSALS));
  });
});
