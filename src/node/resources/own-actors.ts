import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CasusError } from '../../core/base/error.ts';
import { actorLineFault } from '../../core/language/actors/check-actor-lines.ts';

const NAME = 'actors.tsv';

/**
 * The user's own actors: the text of `actors.tsv` in the folder of a ledger, none where there is no such file, or the
 * ledger is no folder. Throws a `CasusError` with the number of the line where one cannot be understood.
 */
export async function readOwnActors(ledger: string): Promise<readonly string[]> {
  const path = join(ledger, NAME);
  const bytes = /^[a-z]+:\/\//i.test(ledger) ? null : await bytesAt(path);
  if (bytes === null) return [];
  const table = decoded(bytes, path);
  const fault = actorLineFault(table);
  if (fault !== null) throw new CasusError('actors-invalid', path, { detail: `line ${fault.line}: ${fault.why}` });
  return [table];
}

async function bytesAt(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new CasusError('file-unreadable', path, { detail: String(code), cause });
  }
}

function decoded(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CasusError('actors-invalid', path, { detail: 'it is not UTF-8', cause });
  }
}
