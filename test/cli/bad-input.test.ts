import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PublicRecord } from '../../src/core/model/index.ts';
import { main } from '../../src/node/cli/main.ts';
import { countSources } from '../../src/node/wire.ts';
import { temporaryFolder } from './folder.ts';
import { type Ran, runCasus } from './run-casus.ts';
import { testIo } from './test-io.ts';

// Constructed reports; the incidents are invented.

const GOOD = `---
source: The Riverbank Courier
published: 2026-03-12
---
Nine soldiers killed near Gao

At least nine soldiers were killed on Tuesday when gunmen ambushed their convoy near Gao in northern Mali, the army said.
`;
const UNDATED =
  'At least nine soldiers were killed on Tuesday when gunmen ambushed a convoy near Gao, the army said.\n';
const FRENCH =
  'Au moins douze soldats ont été tués mardi dans une embuscade près de la ville, a annoncé le ministère de la Défense dans un communiqué publié mercredi soir.\n';
const PEACE =
  'The bakery on the corner opens at seven. Its owner sells bread, rolls and cakes to everybody in the street.\n';

const folder = temporaryFolder({
  'good.txt': GOOD,
  'other.txt': GOOD.replaceAll('Gao', 'Ménaka').replaceAll('ine soldiers', 'ine guards'),
  'undated.txt': UNDATED,
  'french.txt': FRENCH,
  'peace.txt': PEACE,
  'empty.txt': '',
  'blank.txt': ' \n\t\n ',
  'binary.txt': Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
  'damaged.txt': Buffer.concat([
    Buffer.from('Nine soldiers were killed near Gao, the army sa'),
    Buffer.from([0x81, 0xfe, 0x0a]),
  ]),
  'large.txt': `${PEACE}${'a'.repeat(50 * 1024 * 1024)}`,
  'folder/one.txt': GOOD,
  'folder/notes.csv': 'a,b',
});
mkdirSync(join(folder.path, 'nothing'));
afterAll(folder.remove);

const inFolder = { cwd: folder.path };

const BAD = [
  ['empty.txt', 'the file holds no text'],
  ['blank.txt', 'the file holds no text'],
  ['binary.txt', 'this is not a text file'],
  ['missing.txt', 'there is no such file or folder'],
  ['nothing', 'the folder holds no report file'],
] as const;

describe('files that are no reports', () => {
  it('are named in one line each, and the files around them are read', async () => {
    const ran = await runCasus(['read', 'good.txt', ...BAD.map(([file]) => file), 'other.txt'], inFolder);
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout).toContain('near Gao');
    expect(ran.stdout).toContain('near Ménaka');
    const lines = ran.stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(BAD.length);
    for (const [i, [file, message]] of BAD.entries())
      expect(lines[i]).toMatch(new RegExp(`^casus: ${file}: ${message}`));
  });

  it('alone give no record, and no exit code 0', async () => {
    const ran = await runCasus(['read', 'empty.txt'], inFolder);
    expect(ran).toMatchObject({ exitCode: 1, stdout: '' });
  });
});

it('files are counted as they are read', async () => {
  const paths = ['good.txt', 'missing.txt', 'nothing', 'folder'].map(name => join(folder.path, name));
  expect(await countSources([...paths, '-'])).toBe(5);
});

describe('reports that are hard to code', () => {
  it.each([
    ['undated.txt', ['no date', 'The publication date is not known']],
    ['french.txt', ['language: French', 'not in a language that casus codes']],
    ['peace.txt', ['No statement about armed conflict was found.']],
    ['damaged.txt', ['Some bytes were not valid text']],
    ['large.txt', ['The report has 5', 'the rest was left out']],
  ])('%s is read, and says so', async (file, said) => {
    const { io, stdout, stderr } = testIo();
    expect(await main(['read', join(folder.path, file)], io)).toBe(0);
    expect(stderr()).toBe('');
    for (const words of said) expect(stdout().replace(/\s+/g, ' ')).toContain(words);
  });
});

describe('what is printed', () => {
  it('with --json is one valid public record', async () => {
    const ran = await runCasus(['read', 'good.txt', 'other.txt', '--json'], inFolder);
    const record = recordIn(ran);
    expect(record.reports).toHaveLength(2);
    expect(record.reports[0]).toMatchObject({ publishedAt: '2026-03-12', publishedBasis: 'metadata' });
  });

  it('comes from standard input and from folders too', async () => {
    const piped = await runCasus(['read', '-', '--published', '2026-03-12', '--json'], { stdin: UNDATED });
    const [report] = recordIn(piped).reports;
    expect(report).toMatchObject({ publishedAt: '2026-03-12', publishedBasis: 'given' });
    const ran = await runCasus(['read', 'folder', '--json'], inFolder);
    expect(recordIn(ran).reports).toHaveLength(1);
  });

  it('has colour when that is asked for, and none for a pipe', async () => {
    const [pipe, forced] = await Promise.all([
      runCasus(['read', 'good.txt'], inFolder),
      runCasus(['read', 'good.txt'], { ...inFolder, env: { FORCE_COLOR: '1' } }),
    ]);
    expect(pipe.stdout).toContain('⟦');
    expect(pipe.stdout).not.toContain('\u001b[');
    expect(forced.stdout).toContain('\u001b[1;4m');
  });

  it('may be cut off by its reader', async () => {
    const files = Array.from({ length: 40 }, () => 'good.txt');
    const ran = await runCasus(['read', ...files], { ...inFolder, closeEarly: true });
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
  });
});

function recordIn({ stdout, stderr }: Ran): PublicRecord {
  expect(stderr).toBe('');
  return PublicRecord.parse(JSON.parse(stdout));
}
