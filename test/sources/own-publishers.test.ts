import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openReader } from '../../src/node/wire.ts';
import { temporaryFolder } from '../cli/folder.ts';

const HEAD = 'name\tkind\tcountry\taffiliation\taliases\tacronyms\tdomains\n';
const folder = temporaryFolder({
  'ledger/publishers.tsv': `${HEAD}The Upland Post\tlocal\tMLI\t\t\tTUP\tupland.example\nReuters\tanalysis\tGBR\t\t\t\treuters.com\n`,
  'damaged/publishers.tsv': `${HEAD}The Upland Post\tdaily\n`,
});
afterAll(folder.remove);

test("a table in the ledger's folder adds publishers, and wins over the register", async () => {
  const { read } = await openReader({ ledger: join(folder.path, 'ledger') });
  const sourceAt = (url: string) => read({ text: 'Five hurt.', metadata: { url } }).value.source;
  expect(sourceAt('https://www.upland.example/1')).toMatchObject({
    name: 'The Upland Post',
    kind: 'local',
    country: 'MLI',
  });
  expect(sourceAt('https://www.reuters.com/1')).toMatchObject({ name: 'Reuters', kind: 'analysis' });
  const { read: plain } = await openReader({ ledger: join(folder.path, 'nothing') });
  expect(plain({ text: 'Five hurt.', metadata: { url: 'https://www.reuters.com/1' } }).value.source?.kind).toBe('wire');
});

test('one that is damaged is named', async () => {
  await expect(openReader({ ledger: join(folder.path, 'damaged') })).rejects.toMatchObject({
    code: 'resource-damaged',
  });
});
