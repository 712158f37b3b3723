import type { Columns } from './archives/columns.ts';
import { type DocumentReader, openDocumentReader } from './documents/read-document.ts';
import type { WebClient, WebOptions } from './web/web-client.ts';

/** What reading needs, opened when it is first needed and closed at the end. */
export interface Reading {
  readonly documents: DocumentReader;
  readonly columns: Columns;
  readonly bytesMax: number;
  readonly limit: number;
  /** The client, opened when the first address is asked for. */
  web(): Promise<WebClient>;
  close(): Promise<void>;
}

const BYTES_MAX = 64 * 1024 * 1024;

export function openReading({
  bytesMax = BYTES_MAX,
  columns = {},
  limit = Number.POSITIVE_INFINITY,
  web: webOptions = {},
}: {
  readonly bytesMax?: number;
  readonly columns?: Columns;
  readonly limit?: number;
  readonly web?: WebOptions;
}): Reading {
  let web: Promise<WebClient> | null = null;
  const reading: Reading = {
    documents: openDocumentReader(),
    columns,
    bytesMax,
    limit,
    web() {
      web ??= import('./web/web-client.ts').then(({ openWeb }) => openWeb(webOptions));
      return web;
    },
    async close() {
      await (await web)?.close();
    },
  };
  return reading;
}
