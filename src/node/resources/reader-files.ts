import { statSync } from 'node:fs';
import { READER_FILES } from '../../core/api/read-text.ts';
import type { ReaderIndex } from '../../core/api/reader-index.ts';
import { canonicalJson } from '../../core/base/canonical-json.ts';
import { CasusError } from '../../core/base/error.ts';
import { textVersion } from '../../core/base/hash.ts';
import type { ResourceOptions } from '../../core/language/resources.ts';
import { bytesOf, type LoadOptions, loadResourceVersions, loadText } from './load.ts';
import { ROOT } from './root.ts';

/** What a page fetches to read texts by itself, ready to be served or copied. */
export interface ReaderFiles {
  readonly index: ReaderIndex;
  /** Gives the bytes of a file of the index by its name; null where there is no such file. */
  file(name: string): Uint8Array | null;
}

/** Packs what reading takes. The models are read when they are asked for, each time anew. */
export function readerFiles({ root = ROOT, ownActors = [] }: LoadOptions & ResourceOptions = {}): ReaderFiles {
  const versions = loadResourceVersions({ root });
  const models = READER_FILES.filter(path => path.endsWith('.bin')).map(path => {
    const stem = path.slice(path.lastIndexOf('/') + 1, -'.bin'.length);
    return { path, name: `${stem}.${versions[path]}.bin`, bytes: sizeOf(path, root) };
  });
  const texts = READER_FILES.filter(path => !path.endsWith('.bin')).map(path => [path, loadText(path, { root })]);
  const packed = canonicalJson({ tables: Object.fromEntries(texts), ownActors });
  const bytes = new TextEncoder().encode(packed);
  const tables = { name: `tables.${textVersion(packed)}.json`, bytes: bytes.length };
  return {
    index: { format: 'casus-reader', formatVersion: 1, models, tables },
    file(name) {
      if (name === tables.name) return bytes;
      const model = models.find(one => one.name === name);
      return model === undefined ? null : bytesOf(root, model.path);
    },
  };
}

function sizeOf(path: string, root: URL): number {
  try {
    return statSync(new URL(path, root)).size;
  } catch (cause) {
    throw new CasusError('resource-missing', path, { cause });
  }
}
