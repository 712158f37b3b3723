import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSources, type SourceOptions } from './read-sources.ts';

let folder = '';
const at = (...names: readonly string[]) => join(folder, ...names);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casus-sources-'));
  mkdirSync(at('reports', 'deeper'), { recursive: true });
  mkdirSync(at('reports', '.git'));
  mkdirSync(at('nothing'));
  writeFileSync(at('reports', 'b.txt'), 'Five hurt.');
  writeFileSync(at('reports', 'A.MD'), '---\nsource: Karsa Post\npublishd: 2025\n---\nSix hurt.');
  writeFileSync(at('reports', 'c.pdf'), '%PDF-1.7');
  writeFileSync(at('reports', '.hidden.txt'), 'Hidden.');
  writeFileSync(at('reports', 'table.csv'), 'text\nIn a table.\n');
  writeFileSync(at('reports', '.git', 'd.txt'), 'Hidden.');
  writeFileSync(at('reports', 'deeper', 'e.txt'), 'Seven hurt.');
  writeFileSync(at('empty.txt'), '');
  writeFileSync(at('blank.txt'), '---\nsource: Karsa Post\n---\n \n');
  writeFileSync(at('picture.txt'), Uint8Array.of(0x89, 0x50, 0, 0));
  writeFileSync(at('old.txt'), Uint8Array.of(0x63, 0x61, 0x66, 0xe9));
  symlinkSync(at('loop'), at('loop'));
  symlinkSync(at('gone'), at('reports', 'f.txt'));
  symlinkSync(at('reports'), at('reports', 'again'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Each item as one line: its name in the folder, and its text or the code of its error. */
async function read(paths: readonly string[], options?: SourceOptions): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const item of readSources(paths, options)) {
    const name = item.name.replace(`${folder}/`, '');
    if ('error' in item) {
      expect(item.error.message.startsWith(item.name)).toBe(true);
      lines.push(`${name} ! ${item.error.code}`);
    } else lines.push(`${name} = ${item.input.text}`);
  }
  return lines;
}

describe('readSources', () => {
  test('reads files, and folders in the order of names', async () => {
    expect(await read([at('reports'), at('reports', 'b.txt'), at('reports', 'c.pdf')])).toEqual([
      'reports/A.MD = Six hurt.',
      'reports/b.txt = Five hurt.',
      'reports/c.pdf ! file-damaged',
      'reports/deeper/e.txt = Seven hurt.',
      'reports/f.txt ! file-not-found',
      'reports/b.txt = Five hurt.',
      'reports/c.pdf ! file-damaged',
    ]);
  });

  test('a file that cannot be read does not keep it from the next', async () => {
    const names = ['missing.txt', 'empty.txt', 'blank.txt', 'picture.txt', 'nothing', 'loop', 'empty.txt/x', 'old.txt'];
    expect(await read(names.map(name => at(name)))).toEqual([
      'missing.txt ! file-not-found',
      'empty.txt ! file-empty',
      'blank.txt ! file-empty',
      'picture.txt ! file-binary',
      'nothing ! folder-empty',
      'loop ! file-unreadable',
      'empty.txt/x ! file-not-found',
      'old.txt = café',
    ]);
  });

  test('passes on what the block says, and what it and the bytes make doubtful', async () => {
    const inputs = [];
    for await (const item of readSources([at('reports', 'A.MD'), at('old.txt')]))
      inputs.push('input' in item && item.input);
    expect(inputs).toMatchObject([
      { metadata: { source: { name: 'Karsa Post' } }, problems: [{ code: 'metadata-unread' }] },
      { metadata: {}, problems: [{ code: 'encoding-assumed' }] },
    ]);
  });

  test('reads standard input', async () => {
    expect(await read(['-'], { stdin: Readable.from([Buffer.from('Five '), Buffer.from('hurt.')]) })).toEqual([
      'standard input = Five hurt.',
    ]);
  });

  test('leaves what is too large, even without an end', async () => {
    const endless = Readable.from(
      (function* () {
        while (true) yield 'Five hurt. '.repeat(100);
      })(),
    );
    expect(await read(['-', at('reports', 'b.txt')], { stdin: endless, bytesMax: 5_000 })).toEqual([
      'standard input ! file-too-large',
      'reports/b.txt = Five hurt.',
    ]);
    expect(await read([at('reports', 'b.txt')], { bytesMax: 9 })).toEqual(['reports/b.txt ! file-too-large']);
    expect(await read([at('reports', 'b.txt')], { bytesMax: 10 })).toEqual(['reports/b.txt = Five hurt.']);
  });
});
