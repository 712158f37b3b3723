import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CasusError } from '../../core/base/error.ts';
import type { LoadOptions } from './load.ts';
import { ROOT } from './root.ts';

/** Where the tables and models stand that coding and reconciling read, and how their names end. */
const READ_FROM = [
  ['data/actors/', '.tsv'],
  ['data/codebooks/', '.tsv'],
  ['data/language/', '.tsv'],
  ['data/lexicons/', '.tsv'],
  ['data/sources/', '.tsv'],
  ['models/', '.bin'],
] as const;

/** The files that casus reads to code and reconcile, by path, each with the SHA-256 of its bytes. */
export function fileVersions({ root = ROOT }: LoadOptions = {}): Readonly<Record<string, string>> {
  const versions: Record<string, string> = {};
  for (const [folder, ending] of READ_FROM) {
    for (const name of namesIn(root, folder)) {
      if (!name.endsWith(ending)) continue;
      const bytes = readFileSync(new URL(folder + name, root));
      versions[folder + name] = createHash('sha256').update(bytes).digest('hex');
    }
  }
  return versions;
}

function namesIn(root: URL, folder: string): readonly string[] {
  try {
    return readdirSync(fileURLToPath(new URL(folder, root))).sort();
  } catch (cause) {
    throw new CasusError('resource-missing', folder, { cause });
  }
}
