import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CasusError } from '../../core/base/error.ts';
import { formatOfName, isDocument } from './format.ts';
import type { FailedItem } from './source-item.ts';

/** The files that a path stands for: itself, or the documents of a folder; or the error it meets. */
export async function filesAt(path: string): Promise<readonly (string | FailedItem)[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const files = await filesIn(path);
    return files.length > 0 ? files : [{ name: path, error: new CasusError('folder-empty', path) }];
  } catch (error) {
    return [{ name: path, error: asFileError(error, path) }];
  }
}

/** What the file system says, in words; bugs go on as they are. */
export function asFileError(error: unknown, name: string): CasusError {
  if (error instanceof CasusError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new CasusError('file-not-found', name, { cause: error });
  if (typeof code !== 'string') throw error;
  return new CasusError('file-unreadable', name, { detail: code, cause: error });
}

/** Documents only: an archive or a table in a folder may be anything, and is read when it is named itself. */
async function filesIn(folder: string): Promise<readonly (string | FailedItem)[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: (string | FailedItem)[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const format = formatOfName(entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) files.push(...(await filesInReadable(path)));
    else if (format !== null && isDocument(format)) files.push(path);
  }
  return files;
}

/** A folder within a folder: one that cannot be read is told of, one without reports is none of interest. */
async function filesInReadable(folder: string): Promise<readonly (string | FailedItem)[]> {
  try {
    return await filesIn(folder);
  } catch (error) {
    return [{ name: folder, error: asFileError(error, folder) }];
  }
}
