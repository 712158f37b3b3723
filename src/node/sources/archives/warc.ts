import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, createGunzip, gunzip, inflate, inflateRaw } from 'node:zlib';
import { CasusError } from '../../../core/base/error.ts';
import { instantOf } from '../article/stamp.ts';
import { ByteReader } from './byte-reader.ts';
import { shownName } from './entry-name.ts';
import { peek } from './peek.ts';

/** A page, feed or document that a crawler kept. */
export interface WarcPage {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly charset: string | null;
  readonly retrievedAt: string | null;
  /** The crawler, as the archive names it. */
  readonly fetchedBy: string;
}

export interface WarcFailure {
  readonly url: string;
  readonly error: CasusError;
}

const LINE_MAX = 64 * 1024;
const HEADERS_MAX = 200;
const WANTED = new Set([
  'text/html',
  'text/plain',
  'application/xhtml+xml',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
]);

/**
 * The pages of a WARC archive (ISO 28500), plain or gzipped, as a stream: of an archive of any size one record is held.
 * Pictures, requests, redirects and failed answers are passed over. A record that is damaged or larger than `bytesMax` is
 * told of, and the next is read; where the archive itself breaks off, a `CasusError` says after how many records.
 */
export async function* readWarc(
  stream: Readable,
  name: string,
  { bytesMax }: { readonly bytesMax: number },
): AsyncGenerator<WarcPage | WarcFailure> {
  const reader = new ByteReader(await plain(stream));
  let crawler = 'a crawler';
  let records = 0;
  try {
    for (;;) {
      const record = await recordHead(reader);
      if (record === null) return;
      records++;
      const length = Number(record.get('content-length'));
      if (!Number.isSafeInteger(length) || length < 0) throw new RangeError('a record without its length');
      const type = record.get('warc-type') ?? '';
      const url = (record.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1');
      if (type === 'warcinfo' && length <= LINE_MAX) crawler = crawlerOf(await reader.bytes(length)) ?? crawler;
      else if (!isWanted(type, record.get('content-type') ?? '')) await reader.skip(length);
      else if (length > bytesMax) {
        await reader.skip(length);
        yield {
          url,
          error: new CasusError('file-too-large', `${name}!${shownName(url)}`, { detail: `${length} bytes` }),
        };
      } else {
        const page = await pageOf(type, record, await reader.bytes(length), { url, name, bytesMax });
        if (page !== null) yield 'error' in page ? page : { ...page, fetchedBy: crawler };
      }
      await reader.skip(4);
    }
  } catch (cause) {
    if (cause instanceof CasusError) throw cause;
    const detail = `${cause instanceof Error ? cause.message : String(cause)}, after ${records} records`;
    throw new CasusError('file-damaged', name, { detail, cause });
  } finally {
    await reader.close();
    stream.destroy();
  }
}

/** The bytes of an archive, unpacked where they are gzip: each record is a member of its own, which zlib reads on. */
async function plain(stream: Readable): Promise<Readable> {
  const { head, whole } = await peek(stream);
  if (head[0] !== 0x1f || head[1] !== 0x8b) return whole;
  const unpacked = createGunzip({ chunkSize: 256 * 1024 });
  whole.on('error', error => unpacked.destroy(error));
  unpacked.on('close', () => whole.destroy());
  return whole.pipe(unpacked);
}

type Headers = ReadonlyMap<string, string>;

async function recordHead(reader: ByteReader): Promise<Headers | null> {
  let version = await reader.line(LINE_MAX);
  while (version === '') version = await reader.line(LINE_MAX);
  if (version === null) return null;
  if (!/^WARC\/\d/.test(version)) throw new RangeError('no WARC record where one should begin');
  return headersOf(() => reader.line(LINE_MAX));
}

async function headersOf(next: () => Promise<string | null>): Promise<Headers> {
  const headers = new Map<string, string>();
  for (let line = await next(); line !== null && line !== ''; line = await next()) {
    if (headers.size > HEADERS_MAX) throw new RangeError('too many headers');
    const [, field, value] = /^([^:\s]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (field !== undefined && value !== undefined) headers.set(field.toLowerCase(), value.trim());
  }
  return headers;
}

function isWanted(type: string, contentType: string): boolean {
  if (type === 'response') return /^application\/http/i.test(contentType);
  return (type === 'resource' || type === 'conversion') && WANTED.has(mediaTypeOf(contentType));
}

interface RecordContext {
  readonly url: string;
  readonly name: string;
  readonly bytesMax: number;
}

async function pageOf(
  type: string,
  record: Headers,
  block: Uint8Array,
  { url, name, bytesMax }: RecordContext,
): Promise<Omit<WarcPage, 'fetchedBy'> | WarcFailure | null> {
  const retrievedAt = instantOf(record.get('warc-date'));
  try {
    if (type !== 'response') return page(url, block, record.get('content-type') ?? '', retrievedAt);
    const answer = await answerOf(block);
    const contentType = answer.headers.get('content-type') ?? 'text/html';
    if (answer.status !== 200 || !WANTED.has(mediaTypeOf(contentType))) return null;
    const chunked = /chunked/i.test(answer.headers.get('transfer-encoding') ?? '');
    const body = chunked ? joinChunks(answer.body) : answer.body;
    const bytes = await decoded(body, answer.headers.get('content-encoding') ?? '', bytesMax);
    return page(url, bytes, contentType, retrievedAt);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    return { url, error: new CasusError('file-damaged', `${name}!${shownName(url)}`, { detail, cause }) };
  }
}

function page(url: string, bytes: Uint8Array, contentType: string, retrievedAt: string | null) {
  const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ?? null;
  return { url, bytes, mediaType: mediaTypeOf(contentType), charset, retrievedAt };
}

async function answerOf(block: Uint8Array) {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const crlf = bytes.indexOf('\r\n\r\n');
  const end = crlf === -1 ? bytes.indexOf('\n\n') : crlf;
  if (end === -1) throw new RangeError('an answer without a body');
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split(/\r?\n/);
  const headers = await headersOf(async () => lines.shift() ?? null);
  return {
    status: Number(/^HTTP\/\S+ (\d{3})/.exec(first)?.[1]),
    headers,
    body: bytes.subarray(end + (crlf === -1 ? 2 : 4)),
  };
}

/** A body in chunks, as it went over the wire; one that a crawler has joined already is given as it is. */
function joinChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const size =
      end === -1
        ? null
        : /^([\da-f]{1,8})\s*(?:;|$)/i.exec(body.subarray(at, Math.min(end, at + 40)).toString('latin1'));
    if (size?.[1] === undefined) return parts.length === 0 ? body : Buffer.concat(parts);
    const length = Number.parseInt(size[1], 16);
    if (length === 0) break;
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(parts);
}

const unpackers: Readonly<
  Record<string, (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>>
> = {
  gzip: promisify<Uint8Array, { maxOutputLength: number }, Buffer>(gunzip),
  'x-gzip': promisify<Uint8Array, { maxOutputLength: number }, Buffer>(gunzip),
  br: promisify<Uint8Array, { maxOutputLength: number }, Buffer>(brotliDecompress),
  deflate: async (bytes, options) => {
    const isWrapped = ((bytes[0] ?? 0) & 0x0f) === 8;
    return promisify<Uint8Array, { maxOutputLength: number }, Buffer>(isWrapped ? inflate : inflateRaw)(bytes, options);
  },
};

/** A body as its encoding says; one that says so and is not encoded (some crawlers unpack) is given as it is. */
async function decoded(body: Buffer, encoding: string, bytesMax: number): Promise<Uint8Array> {
  const unpack = unpackers[encoding.trim().toLowerCase()];
  const isPacked = !/gzip/i.test(encoding) || (body[0] === 0x1f && body[1] === 0x8b);
  return unpack === undefined || !isPacked ? body : unpack(body, { maxOutputLength: bytesMax });
}

function crawlerOf(block: Uint8Array): string | null {
  return /^software\s*:\s*(\S.{0,100})/im.exec(Buffer.from(block).toString('utf8'))?.[1]?.trim() ?? null;
}

function mediaTypeOf(contentType: string): string {
  return contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
