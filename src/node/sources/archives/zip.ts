import type { Readable } from 'node:stream';
import * as yauzl from 'yauzl';
import { CasusError } from '../../../core/base/error.ts';
import { safeEntryName, shownName } from './entry-name.ts';

/** A file in a ZIP archive. */
export interface ZipEntry {
  /** Its name within the archive, which leads out of nothing. */
  readonly path: string;
  readonly size: number;
  /** All of its bytes; throws where they are more than `bytesMax`. */
  read(bytesMax: number): Promise<Uint8Array>;
  /** Its bytes as a stream, for what is too large to hold. */
  open(): Promise<Readable>;
}

/** An entry that is not read, and why. */
export interface RefusedEntry {
  readonly path: string;
  readonly error: CasusError;
}

const ENTRIES_MAX = 100_000;
/** Text shrinks to a tenth, seldom to a thirtieth; what was made to explode, to a thousandth. */
const RATIO_MAX = 200;
const RATIO_SIZE_MIN = 1024 * 1024;
/** Small entries may shrink more; all together they do not. */
const TOTAL_SIZE_MIN = 256 * 1024 * 1024;
const SHARED = 'its bytes are those of another entry';
const SYMBOLIC_LINK = 0o120000;

/** The entries of an archive on disk, one after the other. Entries that could do harm are refused, and the next is read. */
export function openZipFile(path: string, name: string): AsyncIterable<ZipEntry | RefusedEntry> {
  return entriesOf(
    name,
    () => new Promise<yauzl.ZipFile>((resolve, reject) => yauzl.open(path, OPTIONS, settle(resolve, reject))),
  );
}

/** The same of an archive in memory. */
export function openZipBytes(bytes: Uint8Array, name: string): AsyncIterable<ZipEntry | RefusedEntry> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return entriesOf(
    name,
    () => new Promise<yauzl.ZipFile>((resolve, reject) => yauzl.fromBuffer(buffer, OPTIONS, settle(resolve, reject))),
  );
}

// Names are decoded here: the library would end at the first that it refuses.
const OPTIONS = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false } as const;

function settle<T>(resolve: (value: T) => void, reject: (reason: unknown) => void) {
  return (error: unknown, value: T) => (error ? reject(error) : resolve(value));
}

async function* entriesOf(name: string, open: () => Promise<yauzl.ZipFile>): AsyncGenerator<ZipEntry | RefusedEntry> {
  let zip: yauzl.ZipFile;
  try {
    zip = await open();
  } catch (cause) {
    throw damaged(name, cause);
  }
  try {
    if (zip.entryCount > ENTRIES_MAX) throw refused(name, `more than ${ENTRIES_MAX} entries`);
    const starts = new Set<number>();
    let compressed = 0;
    let unpacked = 0;
    for await (const entry of rawEntries(zip, name)) {
      compressed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
      if (unpacked > TOTAL_SIZE_MIN && unpacked / compressed > RATIO_MAX)
        throw refused(name, 'it unpacks beyond measure');
      // Entries that share their bytes are how a small archive is made to unfold without end.
      if (compressed > zip.fileSize) throw refused(name, SHARED);
      const raw = nameOf(entry);
      if (/[/\\]$/.test(raw)) continue;
      const path = safeEntryName(raw);
      const isShared = starts.has(entry.relativeOffsetOfLocalHeader);
      starts.add(entry.relativeOffsetOfLocalHeader);
      const why = path === null ? 'its name leads out of the archive' : isShared ? SHARED : faultOf(entry);
      if (path === null || why !== null)
        yield { path: shownName(raw), error: refused(`${name}!${shownName(raw)}`, why ?? '') };
      else yield zipEntry(zip, entry, path, name);
    }
  } finally {
    zip.close();
  }
}

async function* rawEntries(zip: yauzl.ZipFile, name: string): AsyncGenerator<yauzl.Entry> {
  for (;;) {
    const entry = await new Promise<yauzl.Entry | null>((resolve, reject) => {
      const settled = (settle: () => void) => {
        zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
        settle();
      };
      zip.on('entry', (found: yauzl.Entry) => settled(() => resolve(found)));
      zip.on('end', () => settled(() => resolve(null)));
      zip.on('error', (error: unknown) => settled(() => reject(damaged(name, error))));
      zip.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
}

function zipEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, path: string, archive: string): ZipEntry {
  const name = `${archive}!${path}`;
  const open = () =>
    new Promise<Readable>((resolve, reject) => zip.openReadStream(entry, settle(resolve, reject))).catch(cause => {
      throw damaged(name, cause);
    });
  return {
    path,
    size: entry.uncompressedSize,
    open,
    async read(bytesMax) {
      if (entry.uncompressedSize > bytesMax) {
        throw new CasusError('file-too-large', name, { detail: `${entry.uncompressedSize} bytes` });
      }
      const chunks: Uint8Array[] = [];
      try {
        // The library ends a stream that gives more than the archive says.
        for await (const chunk of await open()) chunks.push(chunk);
      } catch (cause) {
        throw cause instanceof CasusError ? cause : damaged(name, cause);
      }
      return Buffer.concat(chunks);
    },
  };
}

/** UTF-8 where the archive says so or the bytes are; else the old letters of DOS, as Latin ones. */
function nameOf(entry: yauzl.Entry): string {
  const bytes: Uint8Array = entry.fileNameRaw ?? entry.fileName;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function faultOf(entry: yauzl.Entry): string | null {
  const { uncompressedSize, compressedSize } = entry;
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === SYMBOLIC_LINK) return 'it is a link';
  if (entry.isEncrypted()) return 'it is encrypted';
  const ratio = uncompressedSize / Math.max(1, compressedSize);
  return uncompressedSize > RATIO_SIZE_MIN && ratio > RATIO_MAX
    ? `it unpacks to ${Math.round(ratio)} times its size`
    : null;
}

function refused(name: string, detail: string): CasusError {
  return new CasusError('archive-refused', name, { detail });
}

function damaged(name: string, cause: unknown): CasusError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new CasusError('file-damaged', name, { detail, cause });
}
