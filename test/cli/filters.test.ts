import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/node/cli/main.ts';
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
  'idlib.txt': `---
source: Orchard Radio
published: 2026-05-20
---
Air strike kills four in Idlib

Four people were killed on Monday when warplanes bombed a market in Idlib in Syria, a hospital official said.
`,
});
const ledger = join(folder.path, 'ledger');
afterAll(folder.remove);

async function run(...args: readonly string[]) {
  const { io, stdout, stderr } = testIo({ columns: 200 });
  return { exitCode: await main([...args, '--ledger', ledger], io), stdout: stdout(), stderr: stderr() };
}

beforeAll(async () => {
  await run('add', join(folder.path, 'gao.txt'), join(folder.path, 'idlib.txt'));
});

describe('the same filters on every command', () => {
  it.each([
    [['--country', 'MLI'], 'Gao'],
    [['--country', 'SYR'], 'Idlib'],
    [['--from', '2026-04-01'], 'Idlib'],
    [['--to', '2026-04-01'], 'Gao'],
    [['--near', '16.3,0,60'], 'Gao'],
    [['--box', '35,34,38,37'], 'Idlib'],
    [['--type', 'air-strike'], 'Idlib'],
    [['--harm', 'killed', '--at-least', '9'], 'Gao'],
    [['--publisher', 'orchard'], 'Idlib'],
    [['--text', 'convoy'], 'Gao'],
  ])('%s finds what is of %s alone', async (filter, place) => {
    const other = place === 'Gao' ? 'Idlib' : 'Gao';
    for (const command of [['show'], ['export', 'incidents']]) {
      const { exitCode, stdout } = await run(...command, ...filter);
      expect([command, exitCode]).toEqual([command, 0]);
      expect(stdout).toContain(place);
      expect(stdout).not.toContain(other);
    }
  });

  it('claims are those that fit themselves', async () => {
    const { stdout } = await run('claims', '--country', 'SYR', '--harm', 'killed', '--json');
    const { codings } = JSON.parse(stdout);
    expect(codings.flatMap(({ claims }: { claims: { kind: string }[] }) => claims.map(({ kind }) => kind))).toEqual([
      'casualty',
    ]);
  });

  it('an export says by what it was filtered', async () => {
    const { stdout } = await run('export', 'incidents', '--country', 'MLI', '--from', '2026-01-01');
    expect(stdout).toContain('from Thursday 1 January 2026, country MLI');
  });

  it('nothing that fits is an empty answer and no failure', async () => {
    const { exitCode, stdout } = await run('export', 'incidents', '--country', 'NOR');
    expect(exitCode).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [['--country', 'Mali'], 'three letters'],
    [['--from', '2026-05-01', '--to', '2026-04-01'], 'must not be after'],
    [['--near', '16'], 'latitude, longitude and kilometres'],
    [['--near', '116,0,5'], '--near'],
    [['--harm', 'deaths'], '--harm'],
  ])('%s is not understood, and says why', async (filter, said) => {
    const { exitCode, stderr } = await run('show', ...filter);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(said);
  });
});
