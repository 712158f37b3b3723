import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, resolve, sep } from 'node:path';

/** The top folder of the repository. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** One file of the repository: its path from the top folder with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const CODE = ['.ts', '.tsx', '.js', '.mjs', '.cjs'];

/** Every file of the repository that is text, in order of path. What `.gitignore` names is left out. */
export function repositoryFiles(): readonly SourceFile[] {
  const ignored = ignoredNames(readFileSync(join(ROOT, '.gitignore'), 'utf8'));
  return [...walk(ROOT, ignored)].flatMap(path => {
    const bytes = readFileSync(path);
    if (bytes.subarray(0, 8192).includes(0)) return [];
    return [{ path: relative(ROOT, path).split(sep).join('/'), text: bytes.toString('utf8') }];
  });
}

/** Whether a file is code of ours. */
export function isCode(path: string): boolean {
  return CODE.includes(extname(path));
}

/** Whether a file is a test or stands in the test folder. */
export function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.startsWith('test/');
}

/** Number of the line, from 1, that holds an offset. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function ignoredNames(gitignore: string): ReadonlySet<string> {
  const names = gitignore.split('\n').map(line => line.trim().replace(/^\/|\/$/g, ''));
  return new Set([...names.filter(name => name !== '' && !name.startsWith('#')), '.git']);
}

function* walk(folder: string, ignored: ReadonlySet<string>): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (ignored.has(entry.name) || ignored.has(`*${extname(entry.name)}`)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path, ignored);
    else if (entry.isFile()) yield path;
  }
}
