import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/node/cli/main.ts';
import { temporaryFolder } from './folder.ts';
import { testIo } from './test-io.ts';

// An invented group, which no register has.
const TABLE = [
  '# our own',
  'name\tkind\tcountry\taliases\tacronyms',
  'Lomu Hill Front\tarmed-group\tKEN\tHill Front\tLHF',
  '',
].join('\n');
const TEXT = 'LHF fighters killed nine soldiers near Garissa in Kenya on Monday, the Hill Front said.\n';

const folder = temporaryFolder({ 'ledger/actors.tsv': TABLE, 'report.txt': TEXT });
afterAll(folder.remove);
const ledger = join(folder.path, 'ledger');
const report = join(folder.path, 'report.txt');
const table = join(ledger, 'actors.tsv');

beforeEach(() => writeFileSync(table, TABLE));

describe('actors of the user’s own', () => {
  it.each(['1', '2'])('are known to add with %s workers', async workers => {
    const own = temporaryFolder({ 'actors.tsv': TABLE });
    const text = `${TEXT}It was report ${workers}.\n`;
    writeFileSync(report, text);
    const { exitCode, stdout } = await casus(['add', report, '--ledger', own.path, '--workers', workers, '--json']);
    own.remove();
    expect(exitCode).toBe(0);
    expect(namesIn(stdout)).toContain('lomu-hill-front');
  });

  it('are known to read and explain only where their ledger is named', async () => {
    expect(namesIn((await casus(['read', report, '--json', '--ledger', ledger])).stdout)).toContain('lomu-hill-front');
    expect(namesIn((await casus(['read', report, '--json'])).stdout)).not.toContain('lomu-hill-front');
    const { stdout } = await casus(['explain', TEXT, '--ledger', ledger]);
    expect(stdout).toMatch(/“LHF fighters”: Lomu Hill Front\n +acronym; stated\n +actors\.tsv [0-9a-f]{16}\n/);
    expect(stdout).toMatch(/^ {2}actors\.tsv +[0-9a-f]{16}$/m);
  });

  it('change the name of the coder', async () => {
    const coder = async (...args: readonly string[]) =>
      JSON.parse((await casus(['read', report, '--json', ...args])).stdout).codings[0].coder;
    expect(await coder('--ledger', ledger)).not.toBe(await coder());
    expect(await coder('--ledger', join(folder.path, 'none'))).toBe(await coder());
  });

  it.each([
    ['name\tkind\nLomu Hill Front\trebels\n', 'line 2: there is no kind “rebels”; the kinds are government'],
    ['# x\n\nname\tkind\n\tmilitia\n', 'line 4: it has no name'],
    ['name\tcolour\nLomu\tred\n', 'line 1: there is no column “colour”; the columns are name, id, kind'],
    ['Lomu Hill Front\n', 'line 1: there is no column “Lomu Hill Front”'],
    ['kind\tcountry\nmilitia\tKEN\n', 'line 1: the first line must name the columns, with “name” among them'],
    ['name\nLomu\tKEN\n', 'line 2: it has 2 fields, the first line names 1'],
    ['name\tcountry\nLomu\tKenya\n', 'line 2: “Kenya” is no country: write three capitals, as KEN'],
    ['name\tties\nLomu\tsplinter of Al Shabaab\n', 'line 2: “splinter of Al Shabaab” is no tie'],
    ['name\tactive\nLomu\t2019-2024\n', 'line 2: “2019-2024” is no time: write “2019..2024-03”'],
  ])('%j is refused with the line', async (bad, why) => {
    writeFileSync(table, bad);
    const { exitCode, stdout, stderr } = await casus(['add', report, '--ledger', ledger]);
    expect([exitCode, stdout]).toEqual([3, '']);
    expect(stderr).toContain(`actors.tsv: the table of your own actors cannot be understood (${why}`);
  });

  it('must be UTF-8', async () => {
    writeFileSync(table, new Uint8Array([110, 97, 109, 101, 10, 0xff, 10]));
    expect((await casus(['read', report, '--ledger', ledger])).stderr).toContain('(it is not UTF-8)');
  });
});

function namesIn(json: string): readonly string[] {
  return [...json.matchAll(/"id": "([a-z][a-z-]+)"/g)].map(([, id = '']) => id);
}

async function casus(args: readonly string[]) {
  const { io, stdout, stderr } = testIo();
  const exitCode = await main(args, io);
  return { exitCode, stdout: stdout(), stderr: stderr() };
}
