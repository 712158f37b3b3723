import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
/**
 * The version of an installed library, for provenance: what made a text decides on every character of it. Found by the
 * file that is loaded, because not every package lets its package.json be asked for.
 */
export function libraryVersion(name: string): string {
  for (let folder = dirname(require.resolve(name)); folder !== dirname(folder); folder = dirname(folder)) {
    const found = packageAt(join(folder, 'package.json'));
    if (found?.name === name && found.version !== undefined) return found.version;
  }
  throw new Error(`no package.json of '${name}' above ${require.resolve(name)}`);
}

function packageAt(path: string): { readonly name?: string; readonly version?: string } | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
