import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hostOf, readPublishers } from './publisher-register.ts';

const HEAD = 'name\tkind\tcountry\taffiliation\taliases\tacronyms\tdomains\n';
const TABLE = `${HEAD}The Upland Post\tlocal\tMLI\t\tUpland Post Online\tTUP\tupland.example|upland.example.org
Karsa News Agency\tstate\tMLI\tGovernment of Karsa\t\tKNA\tkna.example\n`;
const register = readPublishers([TABLE]);

describe('readPublishers', () => {
  test.each<[string, string | null]>([
    ['The Upland Post', 'The Upland Post'],
    ['upland  post', 'The Upland Post'],
    ['TUP', 'The Upland Post'],
    ['Karsa News', null],
    ['', null],
  ])('named %s', (name, expected) => expect(register.named(name)?.name ?? null).toBe(expected));

  test.each<[string, string | null]>([
    ['https://upland.example/a?b=https://kna.example/', 'The Upland Post'],
    ['HTTP://user@WWW.Kna.Example.:8080/x', 'Karsa News Agency'],
    ['https://notkna.example/', null],
    ['https://example/', null],
    ['file.txt', null],
  ])('at %s', (url, expected) => expect(register.at(url)?.name ?? null).toBe(expected));

  test('says kind, country and affiliation, and nothing for what the table leaves empty', () => {
    expect(register.named('KNA')).toEqual({
      name: 'Karsa News Agency',
      kind: 'state',
      country: 'MLI',
      affiliation: 'Government of Karsa',
    });
    expect(register.named('TUP')?.affiliation).toBeNull();
  });

  test("a user's line replaces that of the same name", () => {
    const own = readPublishers([TABLE, `${HEAD}Karsa News Agency\twire\tMLI\n`]);
    expect(own.named('Karsa News Agency')).toMatchObject({ kind: 'wire', affiliation: null });
  });

  test.each([
    [`${HEAD}A\tdaily\n`, "'daily' is no kind"],
    [`${HEAD}A\tlocal\tMali\n`, "'Mali' is no ISO 3166-1"],
    [`${HEAD}\tlocal\n`, 'has no name'],
  ])('refuses %j', (table, why) => expect(() => readPublishers([table])).toThrow(why));

  test('the register that is shipped can be read, and no domain stands in it twice', () => {
    const table = readFileSync(new URL('../../../data/sources/publishers.tsv', import.meta.url), 'utf8');
    expect(readPublishers([table]).at('https://www.reuters.com/world/')?.kind).toBe('wire');
    const rows = table.split('\n').filter(line => !line.startsWith('#'));
    const domains = rows.flatMap(line => (line.split('\t')[6] ?? '').split('|')).filter(domain => domain !== '');
    expect(domains.filter((domain, i) => domains.indexOf(domain) !== i)).toEqual([]);
  });
});

test.each([
  ['https://[::1]:8080/x', '['],
  ['https://a.example', 'a.example'],
  ['mailto:a@b.example', ''],
])('hostOf %s', (url, host) => expect(hostOf(url)).toBe(host));
