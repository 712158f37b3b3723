import { type Rule, sample } from './rule.ts';
import { isCode, isTest, lineOf, type SourceFile } from './source-file.ts';
import { nameOf, nodeAt, nodes, type SyntaxNode } from './syntax.ts';

const WORDS_MAX = 12;
const PATTERN_LENGTH_MAX = 120;

const BANNED: Readonly<Record<string, string>> = {
  ExportDefaultDeclaration: 'a default export',
  TSEnumDeclaration: 'an enum',
  TSModuleDeclaration: 'a namespace',
  TSAnyKeyword: "the type 'any'",
  TSParameterProperty: 'a parameter property',
  Decorator: 'a decorator',
};

const plainTypeScript: Rule = {
  name: 'no default exports, enums, namespaces, any or decorators',
  of: path => isCode(path) && !/^[^/]+\.config\.ts$/.test(path),
  check: file => scan(file, node => BANNED[node.type] ?? null),
  bad: [
    'export default 1;',
    'enum Colour { Red }',
    'namespace A { export const b = 1; }',
    'function f(a: any) { return a; }',
    'class A { constructor(private b: number) {} }',
  ].map(text => sample('src/core/base/a.ts', text)),
  good: [sample('src/core/base/a.ts', `type Colour = 'red' | 'blue'; /* any enum */ export const a: unknown = 1;`)],
};

const noWordLists: Rule = {
  name: 'no word list stands in the code of the core',
  of: path => path.startsWith('src/core/') && isCode(path) && !isTest(path),
  check: file =>
    scan(file, (node, ...parents) => {
      const words = wordsIn(node, parents, file.text);
      return words > WORDS_MAX ? `a list of ${words} words: it belongs into data/` : null;
    }),
  bad: [
    `const TRIGGERS = [${"'killed', ".repeat(WORDS_MAX + 1)}];`,
    `const TRIGGERS = new Set([${"'killed', ".repeat(WORDS_MAX + 1)}]);`,
    `const TRIGGERS = /\\b(${'killed|'.repeat(WORDS_MAX)}shot)\\b/;`,
    `const TRIGGERS = '${'killed '.repeat(WORDS_MAX)} shot'.split(' ');`,
    `const TRIGGERS: readonly string[] = [${"'killed', ".repeat(WORDS_MAX + 1)}];`,
    `const TRIGGERS = [${"'killed', ".repeat(WORDS_MAX + 1)}] as const;`,
    `const TRIGGERS = { ${Array.from({ length: WORDS_MAX + 1 }, (_, i) => `word${i}: ${i}`).join(', ')} };`,
  ].map(text => sample('src/core/coding/a.ts', text)),
  good: [
    `const Harm = z.enum([${"'killed', ".repeat(WORDS_MAX + 1)}]);`,
    `const HARMS: readonly Harm[] = [${"'killed', ".repeat(WORDS_MAX + 1)}];`,
    `const HARMS = [${"'killed', ".repeat(WORDS_MAX + 1)}] as const; type Harm = (typeof HARMS)[number];`,
    `const TRIGGERS = [${"'killed', ".repeat(WORDS_MAX)}];`,
    `const message = '${'killed '.repeat(WORDS_MAX)} shot';`,
  ].map(text => sample('src/core/coding/a.ts', text)),
};

const shortPatterns: Rule = {
  name: `no regular expression has more than ${PATTERN_LENGTH_MAX} characters`,
  of: path => path.startsWith('src/') && isCode(path) && !isTest(path),
  check: file =>
    scan(file, node => (patternOf(node).length > PATTERN_LENGTH_MAX ? 'a pattern that nobody can read' : null)),
  bad: [sample('src/core/base/a.ts', `const long = /${'a'.repeat(PATTERN_LENGTH_MAX + 1)}/;`)],
  good: [sample('src/core/base/a.ts', `const short = /${'a'.repeat(PATTERN_LENGTH_MAX)}/;`)],
};

export const LANGUAGE_RULES: readonly Rule[] = [plainTypeScript, noWordLists, shortPatterns];

function scan(
  file: SourceFile,
  fault: (node: SyntaxNode, ...parents: readonly SyntaxNode[]) => string | null,
): readonly string[] {
  const found: string[] = [];
  for (const [node, ...parents] of nodes(file.path, file.text)) {
    const what = fault(node, ...parents);
    if (what !== null) found.push(`line ${lineOf(file.text, node.start)}: ${what}`);
  }
  return found;
}

/** How many words of a language a literal seems to list: as an array, as alternatives of a pattern, or to be split. */
function wordsIn(node: SyntaxNode, parents: readonly SyntaxNode[], text: string): number {
  if (node.type === 'ArrayExpression') return isCodeTable(parents, text) ? 0 : stringCount(node['elements']);
  if (node.type === 'ObjectExpression') return mapSize(node);
  if (node.type === 'MemberExpression' && nameOf(nodeAt(node, 'property')) === 'split') {
    const words = nodeAt(node, 'object')?.['value'];
    return typeof words === 'string' ? words.split(/[\s,|]+/).length : 0;
  }
  return patternOf(node)
    .split('|')
    .filter(part => /[a-z]{3}/i.test(part)).length;
}

/** A list of codes is no list of words: what a schema is made of, or the values of a type (`readonly Harm[]`, `as const`). */
function isCodeTable(parents: readonly SyntaxNode[], text: string): boolean {
  const [parent] = parents;
  if (nameOf(nodeAt(nodeAt(parent, 'callee') ?? undefined, 'object')) === 'z') return true;
  const owner = parents.find(node => node.type === 'VariableDeclarator');
  const id = nodeAt(owner, 'id');
  if (parent?.type === 'TSAsExpression') return text.includes(`(typeof ${nameOf(id)})[number]`);
  const type = parent === owner && id !== null ? text.slice(id.start, id.end) : '';
  return /: readonly (?!string\b)\w+\[\]$/.test(type);
}

function stringCount(elements: unknown): number {
  const items = Array.isArray(elements) ? elements : [];
  return items.filter(item => typeof item?.value === 'string' && /^[\p{L}' -]+$/u.test(item.value)).length;
}

/** Size of a map from words to plain numbers (`dozen: 12`); tables of sentences or functions are no word lists. */
function mapSize(node: SyntaxNode): number {
  const properties = Array.isArray(node['properties']) ? node['properties'] : [];
  return properties.filter(property => typeof property?.value?.value === 'number').length;
}

function patternOf(node: SyntaxNode): string {
  const regex = node['regex'];
  return typeof regex === 'object' && regex !== null && 'pattern' in regex ? String(regex.pattern) : '';
}
