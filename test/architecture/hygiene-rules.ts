import { type Rule, sample } from './rule.ts';
import { lineOf, type SourceFile } from './source-file.ts';

// Written in pieces, so that this file does not break its own rule.
const HOMES = ['work', 'root', 'home', 'Users', 'tmp'].join('|');
const MACHINE_PATH = new RegExp(`(?<![\\w.~*<-])/(?:${HOMES})/[\\w.-]+|\\b[A-Z]:\\\\Users\\\\`, 'g');

const noMachinePaths: Rule = {
  name: 'no file names a path of one machine',
  of: () => true,
  check: file => matches(file, MACHINE_PATH).map(found => `${found}, a path of one machine`),
  bad: [
    sample('a.md', `See ${'/work'}/main/notes.md.`),
    sample('a.ts', `const path = '${'/home'}/anna/casus';`),
    sample('a.json', `"${'/tmp'}/x.json"`),
  ],
  good: [
    sample('a.md', 'See ../shared/notes.md, https://example.org/work/one, test/work/a and data/home/b.'),
    sample('.ci/run', 'rm -rf "$temporary/work/x"'),
  ],
};

const noRegistryHost: Rule = {
  name: 'the lock file names no registry',
  of: path => /(^|\/)(package-lock\.json|\.npmrc)$/.test(path),
  check: file => matches(file, /"resolved": *"https?:[^"]*"|^ *registry *=.*$/gm),
  bad: [
    sample('package-lock.json', `{ "resolved": "https://registry.example.org/zod/-/zod-4.tgz" }`),
    sample('.npmrc', 'registry=https://registry.example.org/'),
  ],
  good: [sample('package-lock.json', `{ "integrity": "sha512-x", "funding": "https://github.com/sponsors/x" }`)],
};

const dataWithOrigin: Rule = {
  name: 'every data file says its origin, licence and date',
  of: path => path.startsWith('data/') && path.endsWith('.tsv'),
  check: ({ text }) => {
    const head = text.split('\n').filter(line => line.startsWith('# '));
    return ['origin', 'licence', 'date']
      .filter(field => !head.some(line => line.startsWith(`# ${field}: `)))
      .map(field => `no line '# ${field}: …'`);
  },
  bad: [
    sample('data/words.tsv', 'word\tmeaning\n'),
    sample('data/words.tsv', '# origin: our own list\n# date: 2026-11-25\nword\tmeaning\n'),
  ],
  good: [sample('data/words.tsv', '# origin: our own list\n# licence: CC0 1.0\n# date: 2026-11-25\nword\tmeaning\n')],
};

export const HYGIENE_RULES: readonly Rule[] = [noMachinePaths, noRegistryHost, dataWithOrigin];

function matches(file: SourceFile, pattern: RegExp): readonly string[] {
  return [...file.text.matchAll(pattern)].map(match => `line ${lineOf(file.text, match.index)}: '${match[0]}'`);
}
