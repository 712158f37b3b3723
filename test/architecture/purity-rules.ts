import { type Rule, sample } from './rule.ts';
import { isCode, isTest, lineOf } from './source-file.ts';
import { nameOf, nodeAt, type SyntaxNode, visits } from './syntax.ts';

/**
 * What the compiler cannot refuse because it belongs to the language: the clock, chance, and whatever depends on the
 * machine's locale or time zone. The rest (`fetch`, `process`, `node:fs`) does not compile in the core.
 */
const IMPURE_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  Date: ['now', 'parse'],
  Math: ['random'],
};
const IMPURE_NAMES = ['Intl', 'globalThis', 'eval', 'Function'];
const LOCALE_METHODS = /^(toLocale\w+|localeCompare)$/;

const pure: Rule = {
  name: 'core reads no clock, no chance and no locale',
  of: path => path.startsWith('src/core/') && isCode(path) && !isTest(path),
  check: file => {
    const found: string[] = [];
    for (const { node, parent } of visits(file)) {
      const impure = impurity(node, parent?.node ?? null);
      if (impure !== null) found.push(`line ${lineOf(file.text, node.start)}: ${impure}`);
    }
    return found;
  },
  bad: [
    'const now = Date.now();',
    'const now = new Date();',
    'const day = new Date(text);',
    'const day = Date();',
    `const now = Date['now']();`,
    'const day = Date.parse(text);',
    'const chance = Math.random();',
    `const chance = Math['random']();`,
    `const sorter = new Intl.Collator('en');`,
    'const lower = text.toLocaleLowerCase();',
    'const order = a.localeCompare(b);',
    'const clock = globalThis.Date;',
    `const run = Function('return process');`,
  ].map(text => sample('src/core/base/a.ts', text)),
  good: [
    sample('src/core/base/a.ts', 'const day = Date.UTC(2025, 0, 1); const top = Math.max(1, 2); text.toLowerCase();'),
    sample('src/core/base/a.ts', '/** Never Date.now() and never Math.random(). */ const words = "new Date()";'),
  ],
};

const frozen: Rule = {
  name: 'no state changes at the top of a module',
  of: path => path.startsWith('src/') && isCode(path) && !isTest(path),
  check: file => {
    const found: string[] = [];
    for (const { node, parent } of visits(file)) {
      const isTop = parent === null || parent.node.type === 'ExportNamedDeclaration';
      if (isTop && node.type === 'VariableDeclaration' && node['kind'] !== 'const') {
        found.push(`line ${lineOf(file.text, node.start)}: a top-level '${String(node['kind'])}'`);
      }
    }
    return found;
  },
  bad: [sample('src/node/a.ts', 'let count = 0;'), sample('src/core/a.ts', 'export var count = 0;')],
  good: [sample('src/core/a.ts', 'const limit = 3; function f() { let n = 0; return n + limit; }')],
};

export const PURITY_RULES: readonly Rule[] = [pure, frozen];

function impurity(node: SyntaxNode, parent: SyntaxNode | null): string | null {
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    return nameOf(nodeAt(node, 'callee')) === 'Date' ? 'makes a Date' : null;
  }
  if (node.type === 'MemberExpression') {
    const object = nameOf(nodeAt(node, 'object'));
    const property = propertyName(node);
    if (property === null) return null;
    if (object !== null && Object.hasOwn(IMPURE_MEMBERS, object) && IMPURE_MEMBERS[object]?.includes(property)) {
      return `uses ${object}.${property}`;
    }
    return LOCALE_METHODS.test(property) ? `uses ${property}, which depends on a locale` : null;
  }
  const name = nameOf(node);
  if (name === null || !IMPURE_NAMES.includes(name)) return null;
  const isOwnWord = parent !== null && (parent['property'] === node || parent['key'] === node);
  return isOwnWord ? null : `uses ${name}`;
}

function propertyName(member: SyntaxNode): string | null {
  const property = nodeAt(member, 'property');
  if (property === null) return null;
  if (member['computed'] === true) return typeof property['value'] === 'string' ? property['value'] : null;
  return nameOf(property);
}
