import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CasusError } from '../../core/base/error.ts';
import type { ReportMetadata } from '../../core/ingest/index.ts';
import type { TableRow } from './archives/rows.ts';
import type { RefusedEntry, ZipEntry } from './archives/zip.ts';
import { decodePage } from './decode-page.ts';
import { type Format, formatOf, formatOfName, isDocument } from './format.ts';
import type { Reading } from './reading.ts';
import { type RawDocument, rawDocument, type SourceItem } from './source-item.ts';
import type { FeedEntry } from './web/feed.ts';

/** Where something is: for messages, and without the folders of one machine for provenance. */
export interface Place {
  readonly name: string;
  readonly from: string;
}

/** An archive in an archive is opened, one in that too, and no more. */
const DEPTH_MAX = 2;
/** A sitemap of sitemaps lists files; one of those that lists further ones is followed no more than this. */
const SITEMAPS_DEPTH_MAX = 3;
/** What a feed holds of an entry itself is taken for the whole of it from this length on. */
const FULL_TEXT_LENGTH = 800;

/** The reports of a stream. Archives and tables are read as they come. */
export async function* itemsOfStream(
  stream: Readable,
  place: Place,
  format: Format,
  reading: Reading,
  depth = 0,
): AsyncGenerator<SourceItem> {
  if (format === 'warc') yield* itemsOfWarc(stream, place, reading);
  else if (format === 'jsonl' || format === 'csv') yield* itemsOfRows(stream, place, format, reading);
  else if (format === 'zip' || format === 'wacz') yield* itemsOfSpooledZip(stream, place, format, reading, depth);
  else
    yield* itemsOfBytes(
      rawDocument(place.name, await bytesOf(stream, place.name, reading.bytesMax), place),
      format,
      reading,
    );
}

/** The reports of bytes at hand. */
export async function* itemsOfBytes(
  document: RawDocument,
  format: Format,
  reading: Reading,
  depth = 0,
): AsyncGenerator<SourceItem> {
  if (isDocument(format)) yield* await reading.documents.read(document, format);
  else if (format === 'feed') yield* itemsOfFeed(document, reading);
  else if (format === 'sitemap') yield* itemsOfSitemap(document, reading, { left: reading.limit }, depth);
  else if (format === 'zip' || format === 'wacz') {
    if (depth > DEPTH_MAX)
      throw new CasusError('archive-refused', document.name, { detail: 'archives within archives within archives' });
    const { openZipBytes } = await import('./archives/zip.ts');
    yield* itemsOfZip(openZipBytes(document.bytes, document.name), document, format, reading, depth);
  } else yield* itemsOfStream(Readable.from([document.bytes]), document, format, reading, depth);
}

export async function* itemsOfZipFile(
  path: string,
  place: Place,
  format: Format,
  reading: Reading,
): AsyncGenerator<SourceItem> {
  const { openZipFile } = await import('./archives/zip.ts');
  yield* itemsOfZip(openZipFile(path, place.name), place, format, reading, 0);
}

async function* itemsOfZip(
  entries: AsyncIterable<ZipEntry | RefusedEntry>,
  place: Place,
  format: Format,
  reading: Reading,
  depth: number,
): AsyncGenerator<SourceItem> {
  let found = false;
  for await (const entry of entries) {
    const inside: Place = { name: `${place.name}!${entry.path}`, from: `${place.from}!${entry.path}` };
    if ('error' in entry) yield { name: inside.name, error: entry.error };
    else {
      const kind = kindOf(entry.path, format);
      if (kind === null) continue;
      yield* orFailure(inside.name, itemsOfEntry(entry, inside, kind, reading, depth));
    }
    found = true;
  }
  if (!found) throw new CasusError('archive-empty', place.name);
}

async function* itemsOfEntry(
  entry: ZipEntry,
  place: Place,
  kind: Format,
  reading: Reading,
  depth: number,
): AsyncGenerator<SourceItem> {
  const isStream = kind === 'warc' || kind === 'jsonl' || kind === 'csv';
  if (isStream) yield* itemsOfStream(await entry.open(), place, kind, reading, depth + 1);
  else
    yield* itemsOfBytes(rawDocument(place.name, await entry.read(reading.bytesMax), place), kind, reading, depth + 1);
}

/** What an entry of an archive is by its name; null for what is left out. A WACZ holds reports in its WARC files only. */
function kindOf(path: string, archive: Format): Format | null {
  if (/(?:^|\/)(?:\.|__MACOSX\/)/.test(path)) return null;
  const kind = formatOfName(path);
  return archive === 'wacz' && kind !== 'warc' ? null : kind;
}

/** A ZIP archive is read from its end: one that comes as a stream is put into a file first. */
async function* itemsOfSpooledZip(
  stream: Readable,
  place: Place,
  format: Format,
  reading: Reading,
  depth: number,
): AsyncGenerator<SourceItem> {
  if (depth > DEPTH_MAX)
    throw new CasusError('archive-refused', place.name, { detail: 'archives within archives within archives' });
  const folder = await mkdtemp(join(tmpdir(), 'casus-'));
  try {
    const path = join(folder, 'archive.zip');
    await pipeline(stream, createWriteStream(path));
    const { openZipFile } = await import('./archives/zip.ts');
    yield* itemsOfZip(openZipFile(path, place.name), place, format, reading, depth);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* itemsOfWarc(stream: Readable, place: Place, reading: Reading): AsyncGenerator<SourceItem> {
  const { readWarc } = await import('./archives/warc.ts');
  for await (const page of readWarc(stream, place.name, reading)) {
    const inside = { name: `${place.name}!${page.url}`, from: `${place.from}!${page.url}` };
    if ('error' in page) yield { name: inside.name, error: page.error };
    else {
      const document = rawDocument(inside.name, page.bytes, { ...page, from: inside.from });
      yield* orFailure(
        inside.name,
        itemsOfBytes(document, formatOf('', page.mediaType, page.bytes), reading, DEPTH_MAX),
      );
    }
  }
}

async function* itemsOfRows(
  stream: Readable,
  place: Place,
  format: 'jsonl' | 'csv',
  reading: Reading,
): AsyncGenerator<SourceItem> {
  const { readCsv, readJsonLines } = await import('./archives/rows.ts');
  const rows: AsyncIterable<TableRow> = (format === 'csv' ? readCsv : readJsonLines)(
    stream,
    place.name,
    reading.columns,
  );
  for await (const row of rows) {
    const inside = { name: `${place.name}:${row.number}`, from: `${place.from}:${row.number}` };
    if ('error' in row) {
      yield { name: inside.name, error: row.error };
      continue;
    }
    const { body, isHtml, metadata, retrievedAt } = row.report;
    const document = rawDocument(inside.name, Buffer.from(body), {
      from: inside.from,
      retrievedAt,
      metadata,
      url: metadata.url ?? null,
    });
    yield* await reading.documents.read(document, isHtml ? 'html' : 'text');
  }
}

/** The reports at an address; `metadata` is what whoever linked to it says of it. */
export async function* itemsOfPage(
  url: string,
  metadata: ReportMetadata,
  reading: Reading,
  format?: Format,
): AsyncGenerator<SourceItem> {
  const web = await reading.web();
  const answer = await web.fetchPage(url);
  const document = rawDocument(url, answer.bytes, {
    from: answer.url,
    url: answer.url,
    mediaType: answer.mediaType,
    charset: answer.charset,
    retrievedAt: web.now().toISOString(),
    fetchedBy: web.name,
    metadata,
  });
  const { pathname } = new URL(answer.url);
  yield* itemsOfBytes(document, format ?? formatOf(pathname, answer.mediaType, answer.bytes), reading);
}

async function* itemsOfFeed(document: RawDocument, reading: Reading): AsyncGenerator<SourceItem> {
  const { readFeed } = await import('./web/feed.ts');
  const { entries } = readFeed(decodePage(document.bytes, document.charset).text, document.url, document.name);
  for (const entry of entries.slice(0, reading.limit)) {
    yield* orFailure(entry.url ?? `${document.name}#${entry.id}`, itemsOfFeedEntry(entry, document, reading));
  }
}

/** The reports of a feed's entry: of what the feed holds of it where that is all of it, or no more is to be had; else of its page. */
export async function* itemsOfFeedEntry(
  entry: FeedEntry,
  feed: RawDocument,
  reading: Reading,
): AsyncGenerator<SourceItem> {
  const { headline, byline, publishedAt, url } = entry;
  const metadata = { headline, byline, publishedAt, url };
  const { textOfFragment } = await import('./article/fragment.ts');
  const text = textOfFragment(entry.html ?? '');
  if (text.length < FULL_TEXT_LENGTH && url !== null) {
    yield* itemsOfPage(url, metadata, reading);
    return;
  }
  const place = `${feed.name}#${entry.id}`;
  if (text === '') throw new CasusError('file-empty', place);
  const own = rawDocument(place, Buffer.from(entry.html ?? ''), {
    from: `${feed.from}#${entry.id}`,
    retrievedAt: feed.retrievedAt,
    fetchedBy: feed.fetchedBy,
    url,
    metadata,
  });
  yield* await reading.documents.read(own, 'fragment');
}

async function* itemsOfSitemap(
  document: RawDocument,
  reading: Reading,
  budget: { left: number },
  depth: number,
): AsyncGenerator<SourceItem> {
  const { readSitemap } = await import('./web/sitemap.ts');
  const { text } = decodePage(document.bytes, document.charset);
  for (const { url, isSitemap } of readSitemap(text, document.url ?? '', document.name)) {
    if (budget.left <= 0) return;
    if (!isSitemap) {
      budget.left -= 1;
      yield* orFailure(url, itemsOfPage(url, {}, reading));
    } else if (depth < SITEMAPS_DEPTH_MAX) {
      yield* orFailure(url, itemsOfSitemapAt(url, reading, budget, depth + 1));
    } else
      yield {
        name: url,
        error: new CasusError('feed-unreadable', url, { detail: 'sitemaps of sitemaps without end' }),
      };
  }
}

async function* itemsOfSitemapAt(
  url: string,
  reading: Reading,
  budget: { left: number },
  depth: number,
): AsyncGenerator<SourceItem> {
  const answer = await (await reading.web()).fetchPage(url);
  const document = rawDocument(url, answer.bytes, { url: answer.url, charset: answer.charset });
  yield* itemsOfSitemap(document, reading, budget, depth);
}

/** All bytes of a stream. One that is too long is left as soon as that shows: it may have no end. */
async function bytesOf(stream: Readable, name: string, bytesMax: number): Promise<Uint8Array> {
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

/** What went wrong with one of several as an item, so that the others are read; bugs go on. */
async function* orFailure(name: string, items: AsyncIterable<SourceItem>): AsyncGenerator<SourceItem> {
  try {
    yield* items;
  } catch (error) {
    if (!(error instanceof CasusError)) throw error;
    yield { name, error };
  }
}
