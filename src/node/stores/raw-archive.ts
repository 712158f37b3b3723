import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { CasusError } from '../../core/base/error.ts';

/** The bytes of reports as they came, by their hash: what a report's `provenance.sha256` names. */
export interface RawArchive {
  /** Keeps bytes; the same bytes once only. They are on the disk when this resolves. */
  keep(bytes: Uint8Array): Promise<void>;
  /** The bytes with this hash; null where they are not kept. Throws a `CasusError` where they are no longer those bytes. */
  bytes(sha256: string): Promise<Uint8Array | null>;
}

/** An archive in a folder: `ab/ab12….gz`, each file gzip of the bytes whose SHA-256 is its name. */
export function openRawArchive(folder: string): RawArchive {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), `${sha256}.gz`);
  return {
    async keep(bytes) {
      const sha256 = hashOf(bytes);
      const path = pathOf(sha256);
      try {
        if (await exists(path)) return;
        await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true });
        const temporary = `${path}.${process.pid}.new`;
        const file = await open(temporary, 'w');
        try {
          await file.writeFile(await promisify(gzip)(bytes));
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(temporary, path);
      } catch (cause) {
        throw new CasusError('file-unwritable', path, { cause });
      }
    },
    async bytes(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
      const path = pathOf(sha256);
      if (!(await exists(path))) return null;
      const bytes = await readFile(path)
        .then(packed => promisify<Uint8Array, Buffer>(gunzip)(packed))
        .catch((cause: unknown) => {
          throw new CasusError('file-damaged', path, { cause });
        });
      if (hashOf(bytes) !== sha256)
        throw new CasusError('file-damaged', path, { detail: 'its bytes are not those of its name' });
      return bytes;
    },
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
      throw error;
    },
  );
}
