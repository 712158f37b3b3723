import { parseSync } from 'rolldown/utils';

/** A node of the syntax tree (ESTree with TypeScript), as far as the rules look at it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** One module that a file names: the words in the import, and where they stand. */
export interface ImportOf {
  readonly from: string;
  readonly start: number;
}

/** Every node of a file in text order, each with its parents from the nearest outwards. Throws where the file does not parse. */
export function* nodes(path: string, text: string): Generator<readonly [SyntaxNode, ...SyntaxNode[]]> {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path} does not parse: ${error.message}`);
  for (const statement of children(program)) yield* descend([statement]);
}

/** Every module that a file imports or re-exports, types and dynamic imports with a constant name included. */
export function importsOf(path: string, text: string): readonly ImportOf[] {
  const found: ImportOf[] = [];
  for (const [node] of nodes(path, text)) {
    if (!/^(Import|ExportNamed|ExportAll)(Declaration|Expression)$|^TSImportType$/.test(node.type)) continue;
    const source = isNode(node['source']) ? node['source'] : null;
    if (typeof source?.['value'] === 'string') found.push({ from: source['value'], start: source.start });
  }
  return found;
}

/** The node in a field, when there is one. */
export function nodeAt(node: SyntaxNode | undefined, field: string): SyntaxNode | null {
  const value = node?.[field];
  return isNode(value) ? value : null;
}

/** The name of an identifier node; null for any other. */
export function nameOf(node: SyntaxNode | null | undefined): string | null {
  return node?.type === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : null;
}

function* descend(path: readonly [SyntaxNode, ...SyntaxNode[]]): Generator<readonly [SyntaxNode, ...SyntaxNode[]]> {
  yield path;
  for (const child of children(path[0])) yield* descend([child, ...path]);
}

function children(node: object): SyntaxNode[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;
}
