import { createHash } from 'node:crypto';
import { CasusError } from '../../../core/base/error.ts';
import { unreachable } from '../../../core/base/unreachable.ts';
import { VERSION } from '../../../core/base/version.ts';
import { type ReportInput, type ReportMetadata, splitFrontMatter } from '../../../core/ingest/index.ts';
import type { Problem, Provenance } from '../../../core/model/index.ts';
import type { ArticleReader } from '../article/extract-article.ts';
import { decodePage } from '../decode-page.ts';
import { decodeText, isBinary } from '../decode-text.ts';
import type { DocumentFormat } from '../format.ts';
import { libraryVersion } from '../library-version.ts';
import type { RawDocument, SourceItem } from '../source-item.ts';

/** The text of a document and what the document says of itself. */
export interface DocumentText {
  readonly text: string;
  readonly metadata: ReportMetadata;
  /** What made text of the bytes; null where the bytes are the text. */
  readonly extractedBy: string | null;
  readonly problems?: readonly Problem[];
  /** Tells the reports of one document apart. */
  readonly key?: string | null;
}

/** Reads documents. The libraries for a format are loaded when the first document of it comes. */
export interface DocumentReader {
  /** The reports of a document; a document that cannot be read gives one item with the error. Never throws for bad bytes. */
  read(document: RawDocument, format: DocumentFormat): Promise<readonly SourceItem[]>;
}

export function openDocumentReader(): DocumentReader {
  let articles: Promise<ArticleReader> | null = null;
  const reader = () => {
    articles ??= import('../article/extract-article.ts').then(({ openArticleReader }) => openArticleReader());
    return articles;
  };
  return {
    async read(document, format) {
      try {
        const texts = await textsOf(document, format, reader);
        return texts.map(text => itemOf(document, format, text));
      } catch (error) {
        return [{ name: document.name, error: asDamage(error, document.name) }];
      }
    },
  };
}

const MEDIA_TYPES: Record<DocumentFormat, string> = {
  text: 'text/plain',
  html: 'text/html',
  fragment: 'text/html',
  eml: 'message/rfc822',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Pages of more bytes are dumps: to read them as a tree would take minutes. */
const PAGE_BYTES_MAX = 8 * 1024 * 1024;

async function textsOf(
  document: RawDocument,
  format: DocumentFormat,
  reader: () => Promise<ArticleReader>,
): Promise<readonly DocumentText[]> {
  const { name, bytes } = document;
  if (bytes.length === 0) throw new CasusError('file-empty', name);
  switch (format) {
    case 'html':
      return pageTexts(document, await reader());
    case 'eml':
      return [await (await import('./eml.ts')).readMessage(bytes, name)];
    case 'pdf':
      return [await (await import('./pdf.ts')).readPdf(bytes, name)];
    case 'docx':
      return [await (await import('./docx.ts')).readDocx(bytes, name)];
    case 'fragment':
      return [await fragmentText(document)];
    case 'text':
      return [plainText(document)];
    default:
      return unreachable(format);
  }
}

function plainText({ name, bytes, charset }: RawDocument): DocumentText {
  if (isBinary(bytes)) throw new CasusError('file-binary', name);
  const decoded = charset === null ? decodeText(bytes) : decodePage(bytes, charset);
  const { text, metadata, problems } = splitFrontMatter(decoded.text);
  if (text.trim() === '') throw new CasusError('file-empty', name);
  return { text, metadata, extractedBy: null, problems: [...decoded.problems, ...problems] };
}

/** What a feed holds of an entry: all of it is article, and the entry says its headline. */
async function fragmentText({ name, bytes, metadata }: RawDocument): Promise<DocumentText> {
  const { textOfFragment } = await import('../article/fragment.ts');
  const body = textOfFragment(new TextDecoder().decode(bytes));
  if (body === '') throw new CasusError('file-empty', name);
  const headline = metadata.headline ?? null;
  return {
    text: headline === null ? body : `${headline}\n\n${body}`,
    metadata: {},
    extractedBy: `linkedom ${libraryVersion('linkedom')}, casus ${VERSION}`,
  };
}

function pageTexts({ name, bytes, charset, url }: RawDocument, reader: ArticleReader): readonly DocumentText[] {
  if (bytes.length > PAGE_BYTES_MAX) {
    throw new CasusError('file-too-large', name, { detail: `a page of more than ${PAGE_BYTES_MAX / 1024 / 1024} MiB` });
  }
  const decoded = decodePage(bytes, charset);
  const articles = reader.articlesOf(decoded.text, url);
  if (articles.length === 0) throw new CasusError('page-without-article', name);
  return articles.map(({ text, key, ...metadata }) => ({
    text,
    metadata,
    extractedBy: reader.extractor,
    problems: decoded.problems,
    key,
  }));
}

function itemOf(
  document: RawDocument,
  format: DocumentFormat,
  { text, metadata, extractedBy, problems = [], key = null }: DocumentText,
): SourceItem {
  const { bytes, fetchedBy, retrievedAt } = document;
  const at = (place: string) => (key === null ? place : `${place}#${key}`);
  const provenance: Provenance = {
    sha256: sha256Of(bytes),
    bytes: bytes.length,
    mediaType: MEDIA_TYPES[format],
    from: at(document.from),
    fetchedBy,
    extractedBy,
  };
  const input: ReportInput = {
    text,
    metadata: merged(metadata, document),
    retrievedAt,
    provenance,
    problems,
  };
  return { name: at(document.name), input, raw: bytes };
}

/** What the document says of itself, and where it is silent what came with it. */
function merged(own: ReportMetadata, { metadata, url }: RawDocument): ReportMetadata {
  return {
    source: own.source ?? metadata.source ?? null,
    headline: own.headline ?? metadata.headline ?? null,
    byline: own.byline ?? metadata.byline ?? null,
    siteName: own.siteName ?? metadata.siteName ?? null,
    url: own.url ?? url ?? metadata.url ?? null,
    publishedAt: own.publishedAt ?? metadata.publishedAt ?? null,
  };
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whatever a library throws at bytes means that they are not what they seem; it is told, and the next is read. */
function asDamage(error: unknown, name: string): CasusError {
  if (error instanceof CasusError) return error;
  const detail =
    error instanceof RangeError
      ? 'nested or large beyond reason'
      : error instanceof Error
        ? error.message
        : String(error);
  return new CasusError('file-damaged', name, { detail: detail.slice(0, 200), cause: error });
}
