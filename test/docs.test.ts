import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, repositoryFiles } from './architecture/source-file.ts';
import { anchors, crowdedLines, links, namedFiles, namedScripts } from './docs/markdown.ts';

const PACKAGE = JSON.parse(read('package.json'));
const FILES = repositoryFiles();
const PAGES = FILES.filter(({ path }) => path.endsWith('.md'));

describe.each(PAGES)('$path', ({ path, text }) => {
  test('its links lead somewhere', () => {
    const broken = links(text).filter(target => !/^(https?|mailto):/.test(target) && !leadsSomewhere(path, target));
    expect(broken).toEqual([]);
  });

  test('the npm scripts that it names exist', () => {
    expect(namedScripts(text).filter(script => !Object.hasOwn(PACKAGE.scripts, script))).toEqual([]);
  });

  test('the files that it names exist', () => {
    expect(namedFiles(text).filter(file => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});

test.each(PAGES.filter(({ path }) => path.startsWith('docs/')))('$path has one sentence a line', ({ text }) => {
  expect(crowdedLines(text)).toEqual([]);
});

test('decisions are numbered without gaps, titled by their number, and listed', () => {
  const decisions = PAGES.filter(({ path }) => /^docs\/decisions\/\d/.test(path));
  const list = read('docs/decisions/README.md');
  for (const [i, { path, text }] of decisions.entries()) {
    const number = String(i + 1).padStart(4, '0');
    expect(posix.basename(path)).toMatch(new RegExp(`^${number}-`));
    expect(text).toMatch(new RegExp(`^# ${number}: `));
    expect(links(list)).toContain(posix.basename(path));
  }
  expect(decisions.length).toBeGreaterThan(5);
});

test('every paragraph of the codebook that code cites exists', () => {
  const codebook = read('docs/codebook.md');
  const paragraphs = [...codebook.matchAll(/^(?:## )?(\d+(?:\.\d+)?)\.? /gm)].map(([, number]) => number);
  const cited = FILES.filter(({ path }) => path.startsWith('src/')).flatMap(({ path, text }) =>
    [...text.matchAll(/codebook §(\d+(?:\.\d+)?)/gi)].map(([, number]) => ({ path, number })),
  );
  expect(cited.length).toBeGreaterThan(5);
  expect(cited.filter(({ number }) => !paragraphs.includes(number))).toEqual([]);
});

test('every page of the documentation is linked from another one', () => {
  const linked = PAGES.flatMap(({ path, text }) =>
    links(text).map(target => posix.join(posix.dirname(path), target.replace(/#.*$/, ''))),
  );
  const lost = PAGES.filter(
    ({ path }) => path.startsWith('docs/') && path !== 'docs/README.md' && !linked.includes(path),
  );
  expect(lost.map(({ path }) => path)).toEqual([]);
});

test('the changelog speaks of the version in package.json', () => {
  expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## ${PACKAGE.version.replaceAll('.', '\\.')}\\b`, 'm'));
});

test('each invariant of ARCHITECTURE.md names a test that exists', () => {
  const [, table = ''] = read('ARCHITECTURE.md').split('\n## Invariants\n');
  const rows = table.split('\n## ')[0]?.match(/^\| \d+ \|.*$/gm) ?? [];
  expect(rows.length).toBeGreaterThan(8);
  for (const row of rows) {
    const tests = namedFiles(row);
    expect(
      tests.filter(file => file.endsWith('.test.ts') && existsSync(join(ROOT, file))),
      row,
    ).not.toEqual([]);
  }
});

test('what the package ships exists', () => {
  const shipped = PACKAGE.files.map((path: string) => path.replace(/^!/, ''));
  const missing = shipped.filter((path: string) => path !== 'dist' && !existsSync(join(ROOT, path)));
  expect(missing).toEqual([]);
});

test('every model is named by a card with its licence, and is small enough to be committed', () => {
  const folder = join(ROOT, 'models');
  const cards = PAGES.filter(({ path }) => path.startsWith('models/')).map(({ text }) => text);
  for (const name of readdirSync(folder).filter(name => !name.endsWith('.md'))) {
    const card = cards.find(text => text.includes(name));
    expect(card, `no card names ${name}`).toMatch(/licence/i);
    expect(statSync(join(folder, name)).size, name).toBeLessThanOrEqual(20 * 1024 * 1024);
  }
});

function leadsSomewhere(from: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? from : posix.join(posix.dirname(from), decodeURI(path));
  if (!existsSync(join(ROOT, file))) return false;
  return anchor === undefined || !file.endsWith('.md') || anchors(read(file)).includes(anchor);
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
