import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/cli/folder.ts';
import { SITE_FILE, Site } from '../../core/api/site.ts';
import { MASK } from '../../core/export/redact.ts';
import { PublicRecord } from '../../core/model/index.ts';
import { openPipeline } from '../wire.ts';
import { openPublisher, type PublishOptions } from '../wire-exchange.ts';

// A constructed report; the incident is invented.
const TEXT = `Nine soldiers killed near Gao

Nine soldiers were killed on Tuesday when gunmen ambushed their convoy near Gao in northern Mali, the army said.
A teacher, Amadou Traoré, was wounded, his family said.
`;

const folder = temporaryFolder({
  'page/index.html': '<!doctype html><html><head><title>casus</title></head><body></body></html>',
  'page/assets/main.1a2b.js': 'export {};',
  'foreign/notes.txt': 'mine',
  'half/site.json': '{"format":"casus-site"}',
});
const at = (name: string) => join(folder.path, name);
const pagePath = pathToFileURL(`${at('page')}/`);
afterAll(folder.remove);

const made: { record: PublicRecord | null } = { record: null };
beforeAll(async () => {
  const pipeline = await openPipeline();
  const read = pipeline.read({
    text: TEXT,
    given: { publishedAt: '2026-03-12', source: { name: 'The Riverbank Courier' } },
  });
  made.record = pipeline.record([pipeline.code(read)]);
});

async function publish(name: string, options: Partial<PublishOptions> = {}) {
  const publisher = await openPublisher({ page: pagePath });
  return publisher.publish(at(name), async () => made.record ?? expect.unreachable(), {
    title: 'March in Mali',
    policy: 'ranges@1',
    redact: true,
    reader: false,
    force: false,
    ...options,
  });
}

function contents(name: string): ReadonlyMap<string, string> {
  const entries = readdirSync(at(name), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const paths = entries.map(({ parentPath, name: file }) => join(parentPath, file)).toSorted();
  return new Map(paths.map(path => [path.slice(at(name).length + 1), readFileSync(path, 'latin1')]));
}

describe('a published site', () => {
  it('holds the page, the record, the data and what they are, each with its hash', async () => {
    const site = await publish('site');
    const written = contents('site');
    expect(Site.parse(JSON.parse(readFileSync(at(`site/${SITE_FILE}`), 'utf8')))).toEqual(site);
    expect(written.get('index.html')).toContain('<meta name="casus-site" content="yes">');
    expect([...written.keys()]).toEqual([...site.files.map(({ path }) => path), SITE_FILE].toSorted());
    for (const { path, sha256 } of site.files) {
      expect(
        createHash('sha256')
          .update(written.get(path) ?? '', 'latin1')
          .digest('hex'),
        path,
      ).toBe(sha256);
    }
    expect(site.size).toMatchObject({ reports: 1, incidents: 1 });
    expect(site.downloads.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'data/casus-data.zip',
        'data/claims.csv',
        'data/incidents.geojson',
        'data/datapackage.json',
      ]),
    );
    expect(site.downloads.every(({ describes, path }) => describes !== '' && !path.endsWith(describes))).toBe(true);
    expect(written.get('read-me.txt')).toContain('Time range:   2026-03-10 to 2026-03-10');
  });

  it('masks private persons everywhere, unless told not to', async () => {
    await publish('masked');
    for (const [path, content] of contents('masked')) {
      expect(Buffer.from(content, 'latin1').toString('utf8'), path).not.toContain('Traoré');
    }
    const record = PublicRecord.parse(JSON.parse(readFileSync(at('masked/record.json'), 'utf8')));
    expect(record.reports[0]?.text).toContain(`A teacher, ${MASK.repeat(6)} ${MASK.repeat(6)}, was wounded`);
    const named = await publish('named', { redact: false });
    expect(named.stamp.redacted).toBe(false);
    expect(readFileSync(at('named/data/claims.csv'), 'utf8')).toContain('Traoré');
  });

  it('has the same bytes for the same record', async () => {
    await publish('once');
    await publish('twice');
    expect(contents('twice')).toEqual(contents('once'));
  });

  it('takes away what the site before had and this one has not, and nothing else', async () => {
    await publish('again', { reader: true });
    expect(readdirSync(at('again/reader'))).toHaveLength(4);
    writeFileSync(at('again/CNAME'), 'ledger.example.org');
    await publish('again');
    expect(readdirSync(at('again/reader'))).toEqual([]);
    expect(readFileSync(at('again/CNAME'), 'utf8')).toBe('ledger.example.org');
  });

  it.each(['foreign', 'half'])('refuses a folder of somebody else: %s', async name => {
    const before = contents(name);
    await expect(publish(name)).rejects.toMatchObject({ code: 'folder-foreign', exitCode: 2 });
    expect(contents(name)).toEqual(before);
    await publish(name, { force: true });
    for (const [path, content] of before) if (path !== SITE_FILE) expect(contents(name).get(path)).toBe(content);
  });

  it('never takes away what stands outside of it, whatever a site file says', async () => {
    const site = await publish('bent', { redact: false });
    writeFileSync(at('victim.txt'), 'mine');
    for (const path of ['../victim.txt', 'data/../../victim.txt', at('victim.txt')]) {
      const files = [...site.files, { path, bytes: 4, sha256: '0'.repeat(64) }];
      writeFileSync(at(`bent/${SITE_FILE}`), JSON.stringify({ ...site, files }));
      await expect(publish('bent', { redact: false })).rejects.toMatchObject({ code: 'folder-foreign' });
      expect(readFileSync(at('victim.txt'), 'utf8')).toBe('mine');
    }
  });

  it('says that the page is not built', async () => {
    const publisher = await openPublisher({ page: pathToFileURL(`${at('nowhere')}/`) });
    const record = async () => made.record ?? expect.unreachable();
    const options = { title: 'x', policy: 'ranges@1', redact: false, reader: false, force: false };
    await expect(publisher.publish(at('unbuilt'), record, options)).rejects.toMatchObject({ code: 'page-missing' });
  });
});
