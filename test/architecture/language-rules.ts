import { type Rule, sample } from './rule.ts';
import { isCode, isTest, lineOf, type SourceFile } from './source-file.ts';
import { nameOf, nodeAt, type SyntaxNode, type Visit, visits } from './syntax.ts';

const WORDS_MAX = 12;
const PATTERN_LENGTH_MAX = 120;

/** Relations of Universal Dependencies: codes that the parser gives, and no words of a report. */
const RELATIONS = new Set(
  `acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed flat
  goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp`.split(/\s+/),
);

const LIST = "'killed', ".repeat(WORDS_MAX + 1);
const MAP = Array.from({ length: WORDS_MAX + 1 }, (_, i) => `word${i}: ${i}`).join(', ');

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
  check: file => scan(file, ({ node }) => BANNED[node.type] ?? null),
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
    scan(file, visit => {
      const words = wordsIn(visit, file.text);
      return words > WORDS_MAX ? `a list of ${words} words: it belongs into data/` : null;
    }),
  bad: [
    `const TRIGGERS = [${LIST}];`,
    `const TRIGGERS = new Set([${LIST}]);`,
    `const TRIGGERS = /\\b(${'killed|'.repeat(WORDS_MAX)}shot)\\b/;`,
    `const TRIGGERS = '${'killed '.repeat(WORDS_MAX)} shot'.split(' ');`,
    `const TRIGGERS: readonly string[] = [${LIST}];`,
    `const TRIGGERS = new Set<string>([${LIST}]);`,
    `const TRIGGERS = [${LIST}] as const;`,
    `const WEIGHTS: Record<string, number> = { ${MAP} };`,
    `const TRIGGERS = { ${MAP} };`,
  ].map(text => sample('src/core/coding/a.ts', text)),
  good: [
    `const Harm = z.enum([${LIST}]);`,
    `const HARMS: readonly Harm[] = [${LIST}];`,
    `const HARMS: ReadonlySet<string> = new Set<Harm>([${LIST}]);`,
    `const HARMS = [${LIST}] as const; type Harm = (typeof HARMS)[number];`,
    `const TRIGGERS = [${"'killed', ".repeat(WORDS_MAX)}];`,
    `const WEIGHTS: Record<Kind, number> = { ${MAP} };`,
    `const OUTSIDE = new Set([${"'nsubj', 'nsubj:pass', ".repeat(WORDS_MAX)}]);`,
    `const message = '${'killed '.repeat(WORDS_MAX)} shot';`,
  ].map(text => sample('src/core/coding/a.ts', text)),
};

const shortPatterns: Rule = {
  name: `no regular expression has more than ${PATTERN_LENGTH_MAX} characters`,
  of: path => path.startsWith('src/') && isCode(path) && !isTest(path),
  check: file =>
    scan(file, ({ node }) => (patternOf(node).length > PATTERN_LENGTH_MAX ? 'a pattern that nobody can read' : null)),
  bad: [sample('src/core/base/a.ts', `const long = /${'a'.repeat(PATTERN_LENGTH_MAX + 1)}/;`)],
  good: [sample('src/core/base/a.ts', `const short = /${'a'.repeat(PATTERN_LENGTH_MAX)}/;`)],
};

export const LANGUAGE_RULES: readonly Rule[] = [plainTypeScript, noWordLists, shortPatterns];

function scan(file: SourceFile, fault: (visit: Visit) => string | null): readonly string[] {
  const found: string[] = [];
  for (const visit of visits(file)) {
    const what = fault(visit);
    if (what !== null) found.push(`line ${lineOf(file.text, visit.node.start)}: ${what}`);
  }
  return found;
}

/** How many words of a language a literal seems to list: as an array, as alternatives of a pattern, or to be split. */
function wordsIn({ node, parent }: Visit, text: string): number {
  if (node.type === 'ArrayExpression') return isCodeTable(parent, text) ? 0 : stringCount(node['elements']);
  if (node.type === 'ObjectExpression') return isKeyedByCodes(parent, text) ? 0 : mapSize(node);
  if (node.type === 'MemberExpression' && nameOf(nodeAt(node, 'property')) === 'split') {
    const words = nodeAt(node, 'object')?.['value'];
    return typeof words === 'string' ? words.split(/[\s,|]+/).length : 0;
  }
  return patternOf(node)
    .split('|')
    .filter(part => /[a-z]{3}/i.test(part)).length;
}

/** A list of codes is no list of words: what a schema is made of, or the values of a type (`readonly Harm[]`, `as const`). */
function isCodeTable(parent: Visit | null, text: string): boolean {
  if (nameOf(nodeAt(nodeAt(parent?.node, 'callee'), 'object')) === 'z') return true;
  const typeArgument = nodeAt(parent?.node, 'typeArguments');
  if (typeArgument !== null) return !/^<string\b/.test(text.slice(typeArgument.start, typeArgument.end));
  const isConst = parent?.node.type === 'TSAsExpression';
  const declared = declaration(isConst ? parent.parent : parent, text);
  if (isConst) return text.includes(`(typeof ${declared})[number]`);
  return /: readonly (?!string\b)\w+\[\]$/.test(declared);
}

/** `Record<PlaceKind, number>`: the compiler holds the keys to the codes of a type. */
function isKeyedByCodes(parent: Visit | null, text: string): boolean {
  return /\bRecord<(?!string\b)\w+, number>/.test(declaration(parent, text));
}

/** The name and written type of the constant that a literal is the value of; empty where it is none. */
function declaration(owner: Visit | null, text: string): string {
  const id = owner?.node.type === 'VariableDeclarator' ? nodeAt(owner.node, 'id') : null;
  return id === null ? '' : text.slice(id.start, id.end);
}

function stringCount(elements: unknown): number {
  const items = Array.isArray(elements) ? elements : [];
  const texts = items.map(item => item?.value).filter(value => typeof value === 'string');
  return texts.filter(text => /^[\p{L}' -]+$/u.test(text) && !RELATIONS.has(text)).length;
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
