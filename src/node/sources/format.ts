/** What a source can be said to be. The first five are documents, the others hold several. */
export const FORMATS = [
  'text',
  'html',
  'eml',
  'pdf',
  'docx',
  'jsonl',
  'csv',
  'zip',
  'warc',
  'wacz',
  'feed',
  'sitemap',
] as const;
export type Format = (typeof FORMATS)[number];

/** What is read as a whole: documents, and a piece of HTML that a feed holds. */
export type DocumentFormat = 'text' | 'html' | 'eml' | 'pdf' | 'docx' | 'fragment';

const DOCUMENTS: readonly Format[] = ['text', 'html', 'eml', 'pdf', 'docx'];

const BY_ENDING: readonly (readonly [RegExp, Format])[] = [
  [/\.(?:txt|md|markdown|text)$/i, 'text'],
  [/\.x?html?$/i, 'html'],
  [/\.eml$/i, 'eml'],
  [/\.pdf$/i, 'pdf'],
  [/\.docx$/i, 'docx'],
  [/\.(?:jsonl|ndjson)$/i, 'jsonl'],
  [/\.[ct]sv$/i, 'csv'],
  [/\.zip$/i, 'zip'],
  [/\.warc(?:\.gz)?$/i, 'warc'],
  [/\.wacz$/i, 'wacz'],
  [/\.(?:rss|atom)$/i, 'feed'],
];

const BY_MEDIA_TYPE: Readonly<Record<string, Format>> = {
  'text/plain': 'text',
  'text/markdown': 'text',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'message/rfc822': 'eml',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/x-ndjson': 'jsonl',
  'application/jsonl': 'jsonl',
  'text/csv': 'csv',
  'text/tab-separated-values': 'csv',
  'application/zip': 'zip',
  'application/warc': 'warc',
  'application/wacz': 'wacz',
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
  'application/feed+json': 'feed',
};

/** What the first bytes of a file look like; every byte stands for the letter of its number. */
const BY_HEAD: readonly (readonly [RegExp, Format])[] = [
  [/^%PDF-/, 'pdf'],
  [/^PK\p{Cc}{2}.{26}(?:\[Content_Types\]|word\/|_rels\/)/su, 'docx'],
  [/^PK\p{Cc}{2}/u, 'zip'],
  [/^WARC\/\d/, 'warc'],
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]/is, 'feed'],
  [/^\s*\{.{0,400}"https?:\/\/jsonfeed\.org\/version\//s, 'feed'],
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/is, 'sitemap'],
  [/^\s*(?:<\?xml[^>]*>\s*)?<!DOCTYPE\s+(?:rss|feed|rdf)/i, 'feed'],
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i, 'html'],
];

const HEAD_LENGTH = 4_096;

/** What a server says is said of many things that it is not: a feed comes as text/html, a page as text/plain. */
export function formatOf(name: string, mediaType: string | null, head: Uint8Array): Format {
  const seen = formatOfHead(head);
  if (seen !== null && seen !== 'html') return seen === 'zip' ? (formatOfName(name) ?? 'zip') : seen;
  return formatOfName(name) ?? (mediaType === null ? null : BY_MEDIA_TYPE[mediaType]) ?? seen ?? 'text';
}

/** The format that a name's ending tells; null where it tells none. */
export function formatOfName(name: string): Format | null {
  return BY_ENDING.find(([ending]) => ending.test(name.replace(/[?#].*$/, '')))?.[1] ?? null;
}

function formatOfHead(bytes: Uint8Array): Format | null {
  const head = Buffer.from(bytes.subarray(0, HEAD_LENGTH))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  return BY_HEAD.find(([form]) => form.test(head))?.[1] ?? null;
}

/** Whether a format is one document, which may hold several reports but is read as a whole. */
export function isDocument(format: Format): format is Format & DocumentFormat {
  return DOCUMENTS.includes(format);
}
