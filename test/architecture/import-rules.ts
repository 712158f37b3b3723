import { posix } from 'node:path';
import { type Rule, sample } from './rule.ts';
import { isCode, isTest, lineOf, type SourceFile } from './source-file.ts';
import { importsOf } from './syntax.ts';

/** The folders of the core in the order in which data flows through them: a folder imports only from its left. */
const CORE_ORDER = ['base', 'model', 'ingest', 'language', 'coding', 'reconcile', 'ledger', 'export', 'api'];

/** Packages that core may use: none of them does I/O or reads a clock. */
const CORE_PACKAGES = ['zod', '@noble/hashes'];

/** Packages that the page is built with: each byte of them is sent to every reader. */
const WEB_PACKAGES = ['react', 'react-dom'];

const oneWay: Rule = {
  name: 'imports in the core run one way',
  of: path => path.startsWith('src/core/') && isCode(path) && !isTest(path),
  check: file => misdirected(file, target => (isLeftward(file.path, target) ? null : 'stands to the right of it')),
  bad: [
    sample('src/core/model/a.ts', `import { b } from '../coding/b.ts';`),
    sample('src/core/base/a.ts', `export { b } from '../model/b.ts';`),
    sample('src/core/base/a.ts', `import type { b } from '../model/b.ts';`),
    sample('src/core/ingest/a.ts', `const b = await import('../ledger/b.ts');`),
    sample('src/core/ledger/a.ts', `import { b } from '../../node/b.ts';`),
    sample('src/core/ledger/a.ts', `import { b } from '../index.ts';`),
    sample('src/core/newfolder/a.ts', `import { b } from '../base/b.ts';`),
  ],
  good: [
    sample(
      'src/core/coding/a.ts',
      `import { b } from '../model/b.ts'; import { c } from './c.ts'; import z from 'zod';`,
    ),
    sample('src/core/index.ts', `export { b } from './export/b.ts';`),
  ],
};

const corePackages: Rule = {
  name: 'core uses only packages that are known to be pure',
  of: oneWay.of,
  check: file =>
    packages(file)
      .filter(({ from }) => !CORE_PACKAGES.some(name => from === name || from.startsWith(`${name}/`)))
      .map(({ from, line }) => `line ${line}: '${from}' is no package of the core`),
  bad: [
    sample('src/core/base/a.ts', `import { readFileSync } from 'node:fs';`),
    sample('src/core/base/a.ts', `import { got } from 'got';`),
  ],
  good: [sample('src/core/base/a.ts', `import { sha256 } from '@noble/hashes/sha2.js'; import { z } from 'zod';`)],
};

const adapters: Rule = {
  name: 'adapters do not import each other, except cli and server through a wire.ts',
  of: path => path.startsWith('src/node/') && isCode(path) && !isTest(path),
  check: file => misdirected(file, target => (mayAdapterImport(file.path, target) ? null : 'is another adapter')),
  bad: [
    sample('src/node/stores/a.ts', `import { b } from '../sources/b.ts';`),
    sample('src/node/cli/a.ts', `import { b } from '../stores/b.ts';`),
    sample('src/node/stores/wire.ts', `import { b } from '../sources/b.ts';`),
  ],
  good: [
    sample('src/node/cli/wire.ts', `import { b } from '../stores/b.ts';`),
    sample('src/node/server/a.ts', `import { b } from './b.ts'; import { c } from '../../core/model/c.ts';`),
  ],
};

const productOnly: Rule = {
  name: 'src never imports what is not shipped',
  of: path => path.startsWith('src/') && isCode(path) && !isTest(path),
  check: file => misdirected(file, target => (target.startsWith('src/') ? null : 'is not part of the product')),
  bad: ['train', 'eval', 'bench', 'scripts', 'test', 'web', 'examples'].map(folder =>
    sample('src/node/cli/a.ts', `import { b } from '../../../${folder}/b.ts';`),
  ),
  good: [sample('src/node/cli/a.ts', `import { b } from '../../core/base/b.ts';`)],
};

const webOnCore: Rule = {
  name: 'web imports only core',
  of: path => path.startsWith('web/') && isCode(path) && !isTest(path),
  check: file => misdirected(file, target => (/^(web|src\/core)\//.test(target) ? null : 'is neither web nor core')),
  bad: [sample('web/a.ts', `import { b } from '../src/node/b.ts';`)],
  good: [sample('web/a.ts', `import { b } from '../src/core/b.ts'; import { c } from './c.ts';`)],
};

const webPackages: Rule = {
  name: 'web uses only the packages that are bundled for it',
  of: webOnCore.of,
  check: file =>
    packages(file)
      .filter(({ from }) => !WEB_PACKAGES.some(name => from === name || from.startsWith(`${name}/`)))
      .map(({ from, line }) => `line ${line}: '${from}' is no package of the page`),
  bad: [
    sample('web/a.tsx', `import { readFileSync } from 'node:fs';`),
    sample('web/a.ts', `import { got } from 'got';`),
  ],
  good: [sample('web/a.tsx', `import { useState } from 'react'; import { createRoot } from 'react-dom/client';`)],
};

const extensions: Rule = {
  name: 'relative imports name the file with its ending',
  of: isCode,
  check: file =>
    misdirected(file, target => (/\.\w+$/.test(posix.basename(target)) ? null : 'lacks the ending of the file')),
  bad: [sample('src/core/base/a.ts', `import { b } from './b';`)],
  good: [sample('src/core/base/a.ts', `import { b } from './b.ts';`)],
};

export const IMPORT_RULES: readonly Rule[] = [
  oneWay,
  corePackages,
  adapters,
  productOnly,
  webOnCore,
  webPackages,
  extensions,
];

function isLeftward(from: string, target: string): boolean {
  const here = coreRank(from);
  const there = coreRank(target);
  return here !== null && there !== null && there <= here;
}

/** Place of a file in the order of the core; the files at its top (`index.ts`) come last; null outside of it. */
function coreRank(path: string): number | null {
  const [, folder, rest] = /^src\/core\/([^/]+)(\/.+)?$/.exec(path) ?? [];
  if (folder === undefined) return null;
  if (rest === undefined) return CORE_ORDER.length;
  const rank = CORE_ORDER.indexOf(folder);
  return rank === -1 ? null : rank;
}

function mayAdapterImport(from: string, target: string): boolean {
  const [here, there] = [adapterOf(from), adapterOf(target)];
  return there === null || here === there || /^src\/node\/(cli\/|server\/)?wire(-[a-z]+)?\.ts$/.test(from);
}

function adapterOf(path: string): string | null {
  return /^src\/node\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** The relative imports of a file that `why` finds fault with. */
function misdirected(file: SourceFile, why: (target: string) => string | null): readonly string[] {
  return importsOf(file).flatMap(({ from, start }) => {
    if (!from.startsWith('.')) return [];
    const target = posix.join(posix.dirname(file.path), from);
    const fault = why(target);
    return fault === null ? [] : [`line ${lineOf(file.text, start)}: ${target} ${fault}`];
  });
}

function packages(file: SourceFile): readonly { from: string; line: number }[] {
  return importsOf(file)
    .filter(({ from }) => !from.startsWith('.'))
    .map(({ from, start }) => ({ from, line: lineOf(file.text, start) }));
}
