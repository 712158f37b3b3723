import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import type { Columns } from './archives/columns.ts';
import { peek } from './archives/peek.ts';
import { asFileError, filesAt } from './file-tree.ts';
import { type Format, formatOf, formatOfName, isDocument } from './format.ts';
import { itemsOfPage, itemsOfStream, itemsOfZipFile } from './read-contents.ts';
import { openReading, type Reading } from './reading.ts';
import type { SourceItem } from './source-item.ts';
import type { WebOptions } from './web/web-client.ts';

export interface SourceOptions {
  /** What `-` stands for. Default: the standard input of the process. */
  readonly stdin?: Readable;
  /** Documents of more bytes are refused. Default: 64 MiB. */
  readonly bytesMax?: number;
  /** What the sources are. Default: what their names, servers or first bytes tell. */
  readonly format?: Format;
  /** Which columns of tables hold what. Default: what their names tell. */
  readonly columns?: Columns;
  /** The most entries of each feed or sitemap, the first ones. Default: all. */
  readonly limit?: number;
  readonly web?: WebOptions;
}

const STANDARD_INPUT = 'standard input';

/**
 * Reads reports, one after the other, from whatever holds them: files, folders, `-`, addresses, and what these hold, such
 * as archives, tables and feeds (docs/reference/sources.md). What cannot be read gives an item with the error, and the
 * next is read; nothing is thrown. Of an archive or table of any size, one document is held at a time.
 */
export async function* readSources(names: readonly string[], options: SourceOptions = {}): AsyncGenerator<SourceItem> {
  const reading = openReading(options);
  try {
    for (const name of names) {
      if (name === '-') yield* guarded(STANDARD_INPUT, itemsOfInput(options, reading));
      else if (isAddress(name)) yield* guarded(name, itemsOfPage(name, {}, reading, options.format));
      else {
        for (const file of await filesAt(name)) {
          if (typeof file === 'string') yield* guarded(file, itemsOfFile(file, options, reading));
          else yield file;
        }
      }
    }
  } finally {
    await reading.close();
  }
}

/** How many reports there are to read; null where only reading tells. */
export async function countSources(
  names: readonly string[],
  { format }: Pick<SourceOptions, 'format'> = {},
): Promise<number | null> {
  let count = 0;
  for (const name of names) {
    if (isAddress(name)) return null;
    const files = name === '-' ? [name] : await filesAt(name);
    const isCountable = (file: unknown) =>
      typeof file !== 'string' || isDocument(format ?? formatOfName(file) ?? 'text');
    if (!files.every(isCountable)) return null;
    count += files.length;
  }
  return count;
}

export function isAddress(name: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(name);
}

/** What a source throws becomes the last item of it. Bugs go on. */
async function* guarded(name: string, items: AsyncIterable<SourceItem>): AsyncGenerator<SourceItem> {
  try {
    yield* items;
  } catch (error) {
    yield { name, error: asFileError(error, name) };
  }
}

async function* itemsOfInput(
  { stdin = process.stdin, format }: SourceOptions,
  reading: Reading,
): AsyncGenerator<SourceItem> {
  const { head, whole } = await peek(stdin);
  yield* itemsOfStream(
    whole,
    { name: STANDARD_INPUT, from: STANDARD_INPUT },
    format ?? formatOf('', null, head),
    reading,
  );
}

async function* itemsOfFile(path: string, { format }: SourceOptions, reading: Reading): AsyncGenerator<SourceItem> {
  const place = { name: path, from: basename(path) };
  const told = format ?? formatOfName(path);
  if (told === 'zip' || told === 'wacz') yield* itemsOfZipFile(path, place, told, reading);
  else {
    const { head, whole } = await peek(createReadStream(path));
    yield* itemsOfStream(whole, place, told ?? formatOf(path, null, head), reading);
  }
}
