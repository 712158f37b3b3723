import { parseSync } from 'rolldown/utils';
import type { SourceFile } from './source-file.ts';

const parsed = new WeakMap<SourceFile, readonly Visit[]>();

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

/** A node with the way up to the top of the file. */
export interface Visit {
  readonly node: SyntaxNode;
  readonly parent: Visit | null;
}

/** Every node of a file, in text order. Throws where the file does not parse. A file is parsed once, however many rules ask. */
export function visits(file: SourceFile): readonly Visit[] {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const { program, errors } = parseSync(file.path, file.text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file.path} does not parse: ${error.message}`);
  const all: Visit[] = [];
  for (const statement of children(program)) collect({ node: statement, parent: null }, all);
  parsed.set(file, all);
  return all;
}

/** Every module that a file imports or re-exports, types and dynamic imports with a constant name included. */
export function importsOf(file: SourceFile): readonly ImportOf[] {
  const found: ImportOf[] = [];
  for (const { node } of visits(file)) {
    if (!/^(Import|ExportNamed|ExportAll)(Declaration|Expression)$|^TSImportType$/.test(node.type)) continue;
    const source = isNode(node['source']) ? node['source'] : null;
    if (typeof source?.['value'] === 'string') found.push({ from: source['value'], start: source.start });
  }
  return found;
}

/** The node in a field, when there is one. */
export function nodeAt(node: SyntaxNode | null | undefined, field: string): SyntaxNode | null {
  const value = node?.[field];
  return isNode(value) ? value : null;
}

/** The name of an identifier node; null for any other. */
export function nameOf(node: SyntaxNode | null | undefined): string | null {
  return node?.type === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : null;
}

function collect(visit: Visit, into: Visit[]): void {
  into.push(visit);
  for (const child of children(visit.node)) collect({ node: child, parent: visit }, into);
}

function children(node: object): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) found.push(...value.filter(isNode));
    else if (isNode(value)) found.push(value);
  }
  return found;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;
}
