import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CasusError } from '../../core/base/error.ts';

/**
 * Writes a file whole or not at all: beside its place first, then moved there. Throws a `CasusError` where the disk is
 * full or may not be written to; a file that stood there before then still does.
 */
export async function writeWhole(path: string, content: Iterable<string> | Uint8Array): Promise<void> {
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(beside, 'wx');
    try {
      if (content instanceof Uint8Array) await file.writeFile(content);
      else for (const piece of pieces(content)) await file.write(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new CasusError('file-unwritable', path, {
      cause,
      detail: cause instanceof Error ? cause.message : String(cause),
    });
  }
}

const PIECE = 1 << 18;

/** Lines gathered, so that not each is a call of the system. */
export function* pieces(lines: Iterable<string>): Generator<string> {
  let gathered = '';
  for (const line of lines) {
    gathered += line;
    if (gathered.length < PIECE) continue;
    yield gathered;
    gathered = '';
  }
  yield gathered;
}
