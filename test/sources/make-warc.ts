import { gzipSync } from 'node:zlib';

export interface WarcAnswer {
  readonly url: string;
  readonly body: string | Uint8Array;
  readonly contentType?: string;
  readonly status?: number;
  readonly headers?: readonly string[];
}

const DATE = '2025-03-07T08:00:00Z';

/** A record of a WARC file (ISO 28500), for tests and measures. */
export function warcRecord(type: string, fields: readonly string[], block: Uint8Array): Buffer {
  const head = ['WARC/1.1', `WARC-Type: ${type}`, `WARC-Date: ${DATE}`, ...fields, `Content-Length: ${block.length}`];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]);
}

export function warcInfo(): Buffer {
  return warcRecord(
    'warcinfo',
    ['Content-Type: application/warc-fields'],
    Buffer.from('software: test-crawler/1.0\r\n'),
  );
}

export function warcAnswer({
  url,
  body,
  contentType = 'text/html; charset=utf-8',
  status = 200,
  headers = [],
}: WarcAnswer): Buffer {
  const bytes = Buffer.from(body);
  const http = [`HTTP/1.1 ${status} X`, `Content-Type: ${contentType}`, ...headers].join('\r\n');
  const block = Buffer.concat([Buffer.from(`${http}\r\n\r\n`), bytes]);
  return warcRecord('response', [`WARC-Target-URI: ${url}`, 'Content-Type: application/http; msgtype=response'], block);
}

/** A WARC file; gzipped as crawlers do it, each record a member of its own. */
export function makeWarc(records: readonly Buffer[], { gzip = true }: { readonly gzip?: boolean } = {}): Buffer {
  return Buffer.concat(gzip ? records.map(record => gzipSync(record)) : records);
}
