import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { safeEntryName } from '../../src/node/sources/archives/entry-name.ts';
import { readSources } from '../../src/node/sources/read-sources.ts';
import { temporaryFolder } from '../cli/folder.ts';
import { makeDocx, makeMessage, wordParagraph } from './make-documents.ts';
import { makeWarc, warcAnswer, warcRecord } from './make-warc.ts';
import { makeZip, type ZipContent } from './make-zip.ts';

const GOOD: ZipContent = { path: 'good.txt', bytes: 'Five hurt on the road, the army said.' };
const TEXT = String(GOOD.bytes);
const MIB = 1024 * 1024;
const zeros = Buffer.alloc(2 * MIB);
const nested = (depth: number): Buffer => makeZip([depth === 0 ? GOOD : { path: 'in.zip', bytes: nested(depth - 1) }]);

const FILES = {
  'up.zip': makeZip([{ ...GOOD, path: '../up.txt' }, GOOD]),
  'up-windows.zip': makeZip([{ ...GOOD, path: '..\\..\\up.txt' }, GOOD]),
  'absolute.zip': makeZip([{ ...GOOD, path: '/etc/up.txt' }, GOOD]),
  'drive.zip': makeZip([{ ...GOOD, path: 'C:\\up.txt' }, GOOD]),
  'control.zip': makeZip([{ ...GOOD, path: 'a\u001b[2Jb\n.txt' }, GOOD]),
  'long.zip': makeZip([{ ...GOOD, path: `${'a'.repeat(2_000)}.txt` }, GOOD]),
  'link.zip': makeZip([{ ...GOOD, path: 'link.txt', bytes: '/etc/hostname', attributes: 0o120777 * 65_536 }, GOOD]),
  'encrypted.zip': makeZip([{ ...GOOD, path: 'locked.txt', flags: 0x801 }, GOOD]),
  'bomb.zip': makeZip([{ path: 'bomb.txt', bytes: zeros }, GOOD]),
  'lies-small.zip': makeZip([{ path: 'lies.txt', bytes: zeros, uncompressedSize: 100 }, GOOD]),
  'lies-large.zip': makeZip([{ path: 'lies.txt', bytes: 'x'.repeat(500), uncompressedSize: 600 }, GOOD]),
  'overlap.zip': makeZip([
    { ...GOOD, bytes: 'x'.repeat(900) },
    ...Array.from({ length: 3 }, () => ({ ...GOOD, overlaps: true as const })),
  ]),
  'nested-2.zip': nested(2),
  'nested-3.zip': nested(3),
  'cut.zip': makeZip([GOOD]).subarray(0, 60),
  'empty.zip': makeZip([]),
  'pictures.zip': makeZip([{ path: 'a.png', bytes: 'x' }]),
  'entities.docx': makeDocx(wordParagraph('&b;'), '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'),
  'external.docx': makeDocx(wordParagraph('&x;'), '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
  'bomb.docx': makeZip([{ path: 'word/document.xml', bytes: zeros }]),
  'length.warc': Buffer.from(
    'WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 99999999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx',
  ),
  'negative.warc': Buffer.from('WARC/1.1\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n'),
  'no-length.warc': Buffer.from('WARC/1.1\r\nWARC-Type: response\r\n\r\n'),
  'endless-line.warc': Buffer.from(`WARC/1.1\r\nX: ${'x'.repeat(200_000)}`),
  'large.warc.gz': makeWarc([
    warcRecord(
      'response',
      ['WARC-Target-URI: https://a.example/', 'Content-Type: application/http'],
      Buffer.alloc(3 * MIB),
    ),
  ]),
  'packed.warc.gz': makeWarc([
    warcAnswer({
      url: 'https://a.example/',
      body: gzipSync(Buffer.alloc(3 * MIB)),
      headers: ['Content-Encoding: gzip'],
    }),
  ]),
  'cut.warc.gz': makeWarc([warcAnswer({ url: 'https://a.example/', body: 'x'.repeat(10_000) })]).subarray(0, 100),
  'endless.jsonl': `{"text": "${'x'.repeat(17 * MIB)}`,
  'proto.jsonl': '{"text": "Five hurt, the army said.", "__proto__": {"text": 1}, "constructor": "x"}',
  'quote.csv': `text\n"Five hurt\n${'a,b\n'.repeat(1_000)}`,
  'deep.eml': `${makeMessage('x', 'y').replace('text/plain; charset=utf-8', 'multipart/mixed; boundary=a')}${'--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n'.repeat(5_000)}`,
};
const folder = temporaryFolder(FILES);
afterAll(folder.remove);

async function read(name: string): Promise<readonly string[]> {
  const seen: string[] = [];
  for await (const item of readSources([join(folder.path, name)], { bytesMax: 2 * MIB })) {
    // What stands in a message goes to a terminal.
    if ('error' in item) expect(item.error.message).not.toMatch(/\p{Cc}/u);
    seen.push('error' in item ? item.error.code : item.input.text);
  }
  return seen;
}

describe('archives made to do harm', () => {
  test.each<[keyof typeof FILES, readonly string[]]>([
    ['up.zip', ['archive-refused', TEXT]],
    ['up-windows.zip', ['archive-refused', TEXT]],
    ['absolute.zip', ['archive-refused', TEXT]],
    ['drive.zip', ['archive-refused', TEXT]],
    ['control.zip', ['archive-refused', TEXT]],
    ['long.zip', ['archive-refused', TEXT]],
    ['link.zip', ['archive-refused', TEXT]],
    ['encrypted.zip', ['archive-refused', TEXT]],
    ['bomb.zip', ['archive-refused', TEXT]],
    ['lies-small.zip', ['file-damaged', TEXT]],
    ['lies-large.zip', ['file-damaged', TEXT]],
    ['overlap.zip', ['x'.repeat(900), ...Array.from({ length: 3 }, () => 'archive-refused')]],
    ['nested-2.zip', [TEXT]],
    ['nested-3.zip', ['archive-refused']],
    ['cut.zip', ['file-damaged']],
    ['empty.zip', ['archive-empty']],
    ['pictures.zip', ['archive-empty']],
    ['entities.docx', ['file-damaged']],
    ['external.docx', ['file-damaged']],
    ['bomb.docx', ['file-damaged']],
    ['length.warc', ['file-too-large']],
    ['negative.warc', ['file-damaged']],
    ['no-length.warc', ['file-damaged']],
    ['endless-line.warc', ['file-damaged']],
    ['large.warc.gz', ['file-too-large']],
    ['packed.warc.gz', ['file-damaged']],
    ['cut.warc.gz', ['file-damaged']],
    ['endless.jsonl', ['file-damaged']],
    ['proto.jsonl', ['Five hurt, the army said.']],
    ['quote.csv', ['file-damaged']],
    ['deep.eml', ['file-damaged']],
  ])('%s', async (name, expected) => {
    expect(await read(name)).toEqual(expected);
  });
});

test.each([
  ['a/b.txt', 'a/b.txt'],
  ['./a//b.txt', 'a/b.txt'],
  ['a\\b.txt', 'a/b.txt'],
  ['..a/b..txt', '..a/b..txt'],
  ['a/../b.txt', null],
  ['..', null],
  ['', null],
  ['/a', null],
  ['\\\\server\\a', null],
  ['c:a', null],
  ['a\0.txt', null],
])('safeEntryName %j', (name, expected) => expect(safeEntryName(name)).toBe(expected));
