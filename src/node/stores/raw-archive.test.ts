import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/cli/folder.ts';
import { openRawArchive } from './raw-archive.ts';

const folder = temporaryFolder({});
afterAll(folder.remove);
const archive = openRawArchive(join(folder.path, 'raw'));
const bytes = Buffer.from('Five hurt on the road to Karsa, the army said. '.repeat(100));
const sha256 = createHash('sha256').update(bytes).digest('hex');

test('bytes are kept once, compressed, under their hash, and come back as they were', async () => {
  await archive.keep(bytes);
  await archive.keep(bytes);
  const files = readdirSync(join(folder.path, 'raw'), { recursive: true, encoding: 'utf8' }).filter(file =>
    file.includes('.'),
  );
  expect(files).toEqual([join(sha256.slice(0, 2), `${sha256}.gz`)]);
  const packed = readFileSync(join(folder.path, 'raw', files[0] ?? ''));
  expect(packed.length).toBeLessThan(bytes.length / 10);
  expect(gunzipSync(packed).equals(bytes)).toBe(true);
  expect(Buffer.from((await archive.bytes(sha256)) ?? []).equals(bytes)).toBe(true);
});

test('what is not kept is null, and what was changed is told', async () => {
  expect(await archive.bytes('0'.repeat(64))).toBeNull();
  expect(await archive.bytes('../../../etc/hostname')).toBeNull();
  const other = 'f'.repeat(64);
  await archive.keep(bytes);
  const path = join(folder.path, 'raw', sha256.slice(0, 2), `${sha256}.gz`);
  writeFileSync(path, 'not gzip');
  await expect(archive.bytes(sha256)).rejects.toMatchObject({ code: 'file-damaged' });
  expect(await archive.bytes(other)).toBeNull();
});
