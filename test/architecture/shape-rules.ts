import { posix } from 'node:path';
import { type Rule, sample } from './rule.ts';
import { isCode, isTest, lineOf } from './source-file.ts';
import { nameOf, nodeAt, type SyntaxNode, visits } from './syntax.ts';

export const FILE_LINES_MAX = 500;
export const FILE_LINES_NORM = 300;
const FUNCTION_LINES_MAX = 70;
const VAGUE_NAME = /^(utils?|helpers?|types?|common|misc|managers?|services?)$/;

const shortFiles: Rule = {
  name: `no file of code has more than ${FILE_LINES_MAX} lines`,
  of: isCode,
  check: ({ text }) => {
    const lines = lineCount(text);
    return lines > FILE_LINES_MAX ? [`${lines} lines`] : [];
  },
  bad: [sample('src/core/base/a.ts', 'f();\n'.repeat(FILE_LINES_MAX + 1))],
  good: [sample('src/core/base/a.ts', 'f();\n'.repeat(FILE_LINES_MAX))],
};

const shortFunctions: Rule = {
  name: `no function has more than ${FUNCTION_LINES_MAX} lines`,
  of: isCode,
  check: file => {
    const found: string[] = [];
    for (const { node, parent } of visits(file)) {
      if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) continue;
      if (isTest(file.path) && nameOf(nodeAt(parent?.node, 'callee')) === 'describe') continue;
      const lines = lineCount(file.text.slice(node.start, node.end));
      if (lines > FUNCTION_LINES_MAX)
        found.push(
          `line ${lineOf(file.text, node.start)}: ${functionName(node, parent?.node ?? null)}, ${lines} lines`,
        );
    }
    return found;
  },
  bad: [
    sample('src/core/base/a.ts', `function long() {\n${'  f();\n'.repeat(FUNCTION_LINES_MAX)}}`),
    sample('src/core/base/a.ts', `const long = () => {\n${'  f();\n'.repeat(FUNCTION_LINES_MAX)}};`),
    sample('src/core/base/a.ts', `class A {\n  long() {\n${'  f();\n'.repeat(FUNCTION_LINES_MAX)}}\n}`),
  ],
  good: [
    sample('src/core/base/a.ts', `function f() {\n${'  f();\n'.repeat(FUNCTION_LINES_MAX - 2)}}`),
    sample('src/core/base/a.test.ts', `describe('f', () => {\n${'  f();\n'.repeat(FUNCTION_LINES_MAX)}});`),
  ],
};

const plainNames: Rule = {
  name: 'files are named in kebab-case for what they hold',
  of: isCode,
  check: ({ path }) => {
    const parts = path.split('/');
    const stem = posix.basename(path).replace(/(\.(test|prop|config|d))*\.\w+$/, '');
    const vague = [...parts.slice(0, -1), stem].filter(part => VAGUE_NAME.test(part));
    const odd = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem) ? [] : [`'${stem}' is not kebab-case`];
    return [...vague.map(part => `'${part}' says nothing about what it holds`), ...odd];
  },
  bad: [
    'src/core/base/utils.ts',
    'src/core/helpers/a.ts',
    'src/core/model/types.ts',
    'src/core/common/a.ts',
    'src/core/base/contentId.ts',
    'src/core/base/Content.ts',
  ].map(path => sample(path, '')),
  good: ['src/core/base/content-id.ts', 'src/core/base/content-id.prop.test.ts', 'vitest.config.ts'].map(path =>
    sample(path, ''),
  ),
};

const explicitIndex: Rule = {
  name: 'an index.ts holds explicit re-exports and nothing else',
  of: path => isCode(path) && posix.basename(path).startsWith('index.') && !path.startsWith('web/'),
  check: file => {
    const found: string[] = [];
    for (const { node, parent } of visits(file)) {
      if (parent !== null) continue;
      const isReexport = node.type === 'ExportNamedDeclaration' && nodeAt(node, 'source') !== null;
      if (!isReexport) found.push(`line ${lineOf(file.text, node.start)}: ${node.type}`);
    }
    return found;
  },
  bad: [
    sample('src/core/model/index.ts', `export * from './a.ts';`),
    sample('src/core/model/index.ts', 'export const a = 1;'),
    sample('src/core/model/index.ts', `import { a } from './a.ts'; export { a };`),
  ],
  good: [sample('src/core/model/index.ts', `export { a, type B } from './a.ts'; export type { C } from './c.ts';`)],
};

export const SHAPE_RULES: readonly Rule[] = [shortFiles, shortFunctions, plainNames, explicitIndex];

/** How many lines a text has; a line break at its end begins no new one. */
export function lineCount(text: string): number {
  return text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
}

function functionName(node: SyntaxNode, parent: SyntaxNode | null): string {
  return nameOf(nodeAt(node, 'id')) ?? nameOf(nodeAt(parent, 'id')) ?? nameOf(nodeAt(parent, 'key')) ?? 'a function';
}
