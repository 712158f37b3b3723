import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { CasusError } from '../../core/base/error.ts';
import { type ReportInput, splitFrontMatter } from '../../core/ingest/index.ts';
import { decodeText, isBinary } from './decode-text.ts';

/** One report to be read, or why it cannot be, under the name it was asked for. */
export type SourceItem =
  | { readonly name: string; readonly input: ReportInput }
  | { readonly name: string; readonly error: CasusError };

export interface ReadFilesOptions {
  /** What `-` stands for. Default: the standard input of the process. */
  readonly stdin?: Readable;
  /** Files of more bytes are refused. Default: 64 MiB. */
  readonly bytesMax?: number;
}

const BYTES_MAX = 64 * 1024 * 1024;
const REPORT_FILE = /\.(?:txt|md)$/i;
const STANDARD_INPUT = 'standard input';

/**
 * Reads report files one after another, folders with all that is in them. A file that cannot be read gives an item with
 * the error, and the next is read; nothing is thrown. docs/reference/report-files.md says what a report file is.
 */
export async function* readFiles(paths: readonly string[], options: ReadFilesOptions = {}): AsyncIterable<SourceItem> {
  for (const path of paths) {
    for (const item of path === '-' ? [STANDARD_INPUT] : await filesAt(path)) {
      yield typeof item === 'string' ? await readOne(item, path === '-', options) : item;
    }
  }
}

/** How many items `readFiles` will give, so that a long run can tell how far it is. */
export async function countFiles(paths: readonly string[]): Promise<number> {
  let count = 0;
  for (const path of paths) count += path === '-' ? 1 : (await filesAt(path)).length;
  return count;
}

async function readOne(name: string, isStdin: boolean, options: ReadFilesOptions): Promise<SourceItem> {
  const { stdin = process.stdin, bytesMax = BYTES_MAX } = options;
  try {
    const bytes = await readBytes(isStdin ? stdin : createReadStream(name), name, bytesMax);
    if (isBinary(bytes)) return { name, error: new CasusError('file-binary', name) };
    const decoded = decodeText(bytes);
    const { text, metadata, problems } = splitFrontMatter(decoded.text);
    if (text.trim() === '') return { name, error: new CasusError('file-empty', name) };
    return { name, input: { text, metadata, problems: [...decoded.problems, ...problems] } };
  } catch (error) {
    return { name, error: asFileError(error, name) };
  }
}

/** All bytes of a stream. One that is too long is left as soon as that shows: it may have no end. */
async function readBytes(stream: Readable, name: string, bytesMax: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > bytesMax) {
      throw new CasusError('file-too-large', name, { detail: `more than ${Math.round(bytesMax / 1024 / 1024)} MiB` });
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The files that a path stands for: itself, or those of a folder; or the error it meets. */
async function filesAt(path: string): Promise<readonly (string | SourceItem)[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const files = await filesIn(path);
    return files.length > 0 ? files : [{ name: path, error: new CasusError('folder-empty', path) }];
  } catch (error) {
    return [{ name: path, error: asFileError(error, path) }];
  }
}

async function filesIn(folder: string): Promise<readonly (string | SourceItem)[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: (string | SourceItem)[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) files.push(...(await filesInReadable(path)));
    else if (REPORT_FILE.test(entry.name)) files.push(path);
  }
  return files;
}

/** A folder within a folder: one that cannot be read is told of, one without reports is none of interest. */
async function filesInReadable(folder: string): Promise<readonly (string | SourceItem)[]> {
  try {
    return await filesIn(folder);
  } catch (error) {
    return [{ name: folder, error: asFileError(error, folder) }];
  }
}

function asFileError(error: unknown, name: string): CasusError {
  if (error instanceof CasusError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new CasusError('file-not-found', name, { cause: error });
  if (typeof code !== 'string') throw error;
  return new CasusError('file-unreadable', name, { detail: code, cause: error });
}
