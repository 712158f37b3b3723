import { access } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Knowledge } from '../core/api/index.ts';
import { READER_INDEX } from '../core/api/reader-index.ts';
import { CasusError } from '../core/base/error.ts';
import { filterInWords } from '../core/export/filter-words.ts';
import type { ReportInput } from '../core/ingest/index.ts';
import { decide, keepIncidents, recordWithin, type Store } from '../core/ledger/index.ts';
import type { Backend, ExportedFile, ExportRequest } from './server/backend.ts';
import type { ArticleAnswer, ReportBody } from './server/bodies.ts';
import type { RunningServer } from './server/server.ts';
import type { ArticleReader } from './sources/article/extract-article.ts';
import type { WebOptions } from './sources/web/web-client.ts';
import {
  addReports,
  openCoders,
  openDerivation,
  openExplainer,
  openOwn,
  openReader,
  openReconciler,
  openStore,
  openVersions,
} from './wire.ts';
import { openExporter, policyNamed } from './wire-exchange.ts';

export type { RunningServer } from './server/server.ts';
export { addToken, readTokens, removeToken, SCOPES, type Scope, type Token } from './server/tokens.ts';

/** The folder of the built page, from the sources and from the package alike. */
const PAGE_FOLDER = fileURLToPath(new URL('../../dist/web/', import.meta.url));

/** Threads that code what is sent: one text at a time is enough for people, and leaves the others to answer. */
const CODERS = 2;

export interface ServeOptions {
  readonly ledger: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrls?: readonly string[];
  readonly tokensPath?: string;
  readonly onFault?: (error: unknown) => void;
  readonly pageFolder?: string;
  /** How pages are fetched; the default fetches from the public internet only. For tests. */
  readonly web?: WebOptions;
  /** How long an answer is waited for, and how often the ledger is looked at for changes: for tests. */
  readonly waitMs?: number;
  readonly pollMs?: number;
}

/** Opens a ledger and serves it. Throws a `CasusError` where there is none, or nothing can listen there. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { ledger, pageFolder = PAGE_FOLDER, web = {}, ...rest } = options;
  const [{ startServer }, backend] = await Promise.all([import('./server/server.ts'), openBackend(ledger, web)]);
  const tokensPath = options.tokensPath ?? tokensBeside(ledger);
  try {
    const server = await startServer({ ...rest, backend, pageFolder, tokensPath });
    return {
      ...server,
      async close() {
        await server.close();
        await backend.close();
      },
    };
  } catch (error) {
    await backend.close();
    throw error;
  }
}

/** Where the tokens of a ledger are kept: in its folder. A database has none; null. */
export function tokensBeside(ledger: string): string | null {
  return isFolder(ledger) ? join(ledger, 'tokens.json') : null;
}

function isFolder(ledger: string): boolean {
  return !/^postgres(ql)?:\/\//.test(ledger);
}

/** What a server needs of a ledger: reading it now, and the rest loaded when it is first asked for. */
async function openBackend(ledger: string, web: WebOptions): Promise<Backend> {
  const store = await openStore(ledger, { mode: 'read' });
  const own = once(() => openOwn(isFolder(ledger) ? ledger : undefined));
  const knowledge = await openKnowledge(await own());
  const reader = once(async () => openReader({ ...(await own()), ...(isFolder(ledger) ? { ledger } : {}) }));
  const coders = once(async () => openCoders(CODERS, await own()));
  const writer = once(() => openStore(ledger));
  const articles = once(async () => (await import('./sources/article/extract-article.ts')).openArticleReader());
  const pages = pageFetcher(web);
  const readers = once(async () => (await import('./resources/reader-files.ts')).readerFiles(await own()));
  const explainer = once(async () => openExplainer(await own()));
  const writing = oneAtATime();
  const exporting = oneAtATime();
  return {
    store,
    knowledge,
    async checkLedger() {
      if (!isFolder(ledger)) return;
      await access(ledger).catch(cause => {
        throw new CasusError('ledger-missing', ledger, { cause });
      });
    },
    async read(body) {
      const read = (await reader()).read(inputOf(body));
      const coded = await (await coders()).code(read);
      if ('failed' in coded) throw new Error(coded.failed);
      const one = { report: read.value, coding: coded.coding };
      const { value, problems } = (await openReconciler())([one]);
      const { report, coding } = one;
      return {
        format: 'casus-record',
        formatVersion: 1,
        reports: [report],
        codings: [coding],
        incidents: value,
        problems,
      };
    },
    async explain(body) {
      const { analyze, read, explain } = await explainer();
      return explain(analyze(read(inputOf(body))).value, null);
    },
    article: async ({ html, url = null }) => articleOf(await articles(), html, url),
    async fetchArticle({ url }) {
      const page = await pages.fetch(url);
      return articleOf(await articles(), page.html, page.url);
    },
    add: body => writing(async () => addReport(await writer(), body, { own, reader, coders })),
    decide: ({ act, ids, why, set }, by) =>
      writing(async () => {
        const asked = { act, ids, set, by, why, at: new Date().toISOString() };
        return decide(await writer(), await openDerivation(), asked);
      }),
    exportFile: request => exporting(() => exportFile(store, request)),
    async readerFile(name) {
      const { index, file } = await readers();
      return name === READER_INDEX ? new TextEncoder().encode(JSON.stringify(index)) : file(name);
    },
    async close() {
      await Promise.all([
        store.close(),
        coders.opened()?.then(one => one.close()),
        writer.opened()?.then(one => one.close()),
        pages.close(),
      ]);
    },
  };
}

/** Fetches pages with a client that is opened for the first. */
function pageFetcher(web: WebOptions) {
  const client = once(async () => (await import('./sources/web/web-client.ts')).openWeb({ timeoutMs: 20_000, ...web }));
  return {
    async fetch(address: string) {
      const [{ fetchPage }, { decodePage }] = await Promise.all([client(), import('./sources/decode-page.ts')]);
      const { bytes, charset, url } = await fetchPage(address);
      return { html: decodePage(bytes, charset).text, url };
    },
    close: async () => (await client.opened())?.close(),
  };
}

/** The names of countries and the register of actors, the user's own among them. */
async function openKnowledge(own: Awaited<ReturnType<typeof openOwn>>): Promise<Knowledge> {
  const load = await import('./resources/load.ts');
  const actors = load.loadActors(own).actors;
  return { countries: load.loadCountryNames(), actors: new Map(actors.map(actor => [actor.id, actor])) };
}

function inputOf({ text, headline, byline, publishedAt, source, url }: ReportBody): ReportInput {
  return {
    text,
    given: {
      ...(headline === undefined ? {} : { headline }),
      ...(byline === undefined ? {} : { byline }),
      ...(publishedAt === undefined ? {} : { publishedAt }),
      ...(source === undefined ? {} : { source: { name: source } }),
      ...(url === undefined ? {} : { url }),
    },
  };
}

/** The first article of a page, as the API answers it. */
function articleOf({ articlesOf }: ArticleReader, html: string, address: string | null): ArticleAnswer {
  try {
    const found = articlesOf(html, address);
    const [first] = found;
    if (first === undefined) throw new CasusError('page-without-article', 'the page');
    const { text, headline, byline, publishedAt, siteName, url } = first;
    return { text, headline, byline, publishedAt, siteName, url, articles: found.length };
  } catch (cause) {
    if (cause instanceof RangeError) throw new CasusError('file-damaged', 'the page', { cause, detail: cause.message });
    throw cause;
  }
}

interface AddingWith {
  readonly own: () => ReturnType<typeof openOwn>;
  readonly reader: () => ReturnType<typeof openReader>;
  readonly coders: () => ReturnType<typeof openCoders>;
}

async function addReport(store: Store, body: ReportBody, { own, reader, coders }: AddingWith) {
  const versions = await openVersions(await own());
  async function* one() {
    yield { name: 'the request', input: inputOf(body) };
  }
  const interrupted = new AbortController().signal;
  const adding = { read: (await reader()).read, coders: await coders(), store, versions, interrupted };
  for await (const { reportId, change, failed } of addReports(one(), adding)) {
    if (change !== 'unchanged') await keepIncidents(store, await openDerivation());
    const { items } = await store.findIncidents({ report: reportId });
    return { reportId, change, failed, incidents: items.map(({ id }) => id) };
  }
  throw new RangeError('nothing became of a report');
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  tsv: 'text/tab-separated-values; charset=utf-8',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  kml: 'application/vnd.google-earth.kml+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  arrow: 'application/vnd.apache.arrow.file',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** The same as `casus export` writes, in pieces. */
async function exportFile(store: Store, request: ExportRequest): Promise<ExportedFile> {
  const { format, filter, as, redact, hxl } = request;
  const exporter = await openExporter();
  exporter.check(format, as === null ? {} : { as });
  const policy = await policyNamed(request.policy);
  const record = await recordWithin(store, filter, openDerivation, policy);
  const context = await exporter.context(record, { filters: filterInWords(filter), policy, redact });
  const file = format === 'package' ? 'zip' : as;
  const { content, refusals } = await exporter.make(format, context, { file, hxl });
  if (content instanceof Map) throw new RangeError(`${format} is no single file`);
  const ending = file ?? (await endingOf(format));
  const { pieces } = await import('./exports/write-file.ts');
  const chunks = content instanceof Uint8Array ? [content] : pieces(content as Iterable<string>);
  return {
    name: `casus-${format}.${ending}`,
    mediaType: MEDIA_TYPES[extname(`.${ending}`).slice(1)] ?? MEDIA_TYPES[ending] ?? 'application/octet-stream',
    content: Readable.from(chunks, { objectMode: false }),
    leftOut: refusals.length,
  };
}

async function endingOf(format: string): Promise<string> {
  const { FORMATS } = await import('../core/export/formats.ts');
  const extension = FORMATS.find(({ name }) => name === format)?.extension ?? '';
  return extension === '' ? (format === 'xlsx' ? 'xlsx' : 'csv') : extension;
}

/** Makes something when it is first asked for, and the same for whoever asks later; a failure is tried anew. */
function once<T>(make: () => Promise<T>): (() => Promise<T>) & { opened(): Promise<T> | undefined } {
  const made: { value?: Promise<T> } = {};
  const get = () => {
    made.value ??= make().catch(error => {
      delete made.value;
      throw error;
    });
    return made.value;
  };
  return Object.assign(get, { opened: () => made.value });
}

/** Runs one piece of work after the other, in the order in which they came. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const result = last.then(work, work);
    last = result.catch(() => undefined);
    return result;
  };
}
