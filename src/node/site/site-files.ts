import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { READER_FOLDER, READER_INDEX, type ReaderIndex } from '../../core/api/reader-index.ts';
import { SITE_RECORD, type Site } from '../../core/api/site.ts';
import { canonicalJson } from '../../core/base/canonical-json.ts';
import { CasusError } from '../../core/base/error.ts';
import type { ExportContext } from '../../core/export/export-context.ts';
import type { Actor } from '../../core/model/index.ts';
import { readMe } from './read-me.ts';

/** A file of the record in a format that others read. */
export interface Download {
  readonly path: string;
  readonly describes: string;
  readonly content: Uint8Array;
}

/** What a site is made from. */
export interface SiteParts {
  readonly title: string;
  /** The built page, `dist/web` of the package. */
  readonly page: URL;
  readonly context: ExportContext;
  readonly downloads: readonly Download[];
  /** What the page reads texts with; null where it shall not. */
  readonly reader: { readonly index: ReaderIndex; file(name: string): Uint8Array | null } | null;
  /** The register and the names of countries, of which the site takes what its record names. */
  readonly actors: readonly Actor[];
  readonly countries: ReadonlyMap<string, string>;
}

export interface MadeSite {
  readonly site: Site;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Every file of a site by its path. The same record, page and models give the same bytes. */
export function siteFiles(parts: SiteParts): MadeSite {
  const { title, context, downloads, reader } = parts;
  const { record, stamp } = context;
  const about: Omit<Site, 'files'> = {
    format: 'casus-site',
    formatVersion: 1,
    title,
    stamp,
    size: {
      reports: record.reports.length,
      claims: record.codings.reduce((sum, { claims }) => sum + claims.length, 0),
      incidents: record.incidents.length,
    },
    downloads: downloads.map(({ path, describes, content }) => ({ path, describes, bytes: content.length })),
    hasReader: reader !== null,
    ...namesOf(parts),
  };
  const files = new Map<string, Uint8Array>([
    ...pageFiles(parts.page),
    ...downloads.map(({ path, content }) => [path, content] as const),
    ...readerFilesOf(reader),
    [SITE_RECORD, bytesOf(canonicalJson(record))],
    ['read-me.txt', bytesOf(readMe(about))],
  ]);
  const listed = [...files].map(([path, content]) => ({
    path,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  }));
  return { site: { ...about, files: listed.toSorted((a, b) => (a.path < b.path ? -1 : 1)) }, files };
}

/** What the page needs to know of the actors and countries that the record names, and no more. */
function namesOf({ context, actors, countries }: SiteParts): Pick<Site, 'actors' | 'countries'> {
  const named = canonicalJson([context.record.codings, context.record.incidents]);
  const ids = new Set(Array.from(named.matchAll(/"id":("(?:[^"\\]|\\.)*")/g), ([, id = '""']) => JSON.parse(id)));
  const codes = new Set(Array.from(named.matchAll(/"country":"([A-Z]{3})"/g), ([, code = '']) => code));
  return {
    countries: Object.fromEntries([...countries].filter(([code]) => codes.has(code)).toSorted()),
    actors: actors.filter(({ id }) => ids.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** The built page, told that it stands on a record beside it, and kept from asking anything of anybody else. */
function pageFiles(page: URL): readonly (readonly [string, Uint8Array])[] {
  const folder = fileURLToPath(page);
  return filesBelow(folder).map(path => {
    const content = readFileSync(join(folder, path));
    return [path, path === 'index.html' ? bytesOf(ofSite(content.toString('utf8'))) : content] as const;
  });
}

/** Scripts, styles and data only from the site itself; `wasm-unsafe-eval` lets the models multiply matrices. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function ofSite(html: string): string {
  const marks = `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="casus-site" content="yes"><meta name="referrer" content="no-referrer">`;
  if (!html.includes('<head>')) throw new CasusError('resource-damaged', 'dist/web/index.html');
  return html.replace('<head>', `<head>${marks}`);
}

function readerFilesOf(reader: SiteParts['reader']): readonly (readonly [string, Uint8Array])[] {
  if (reader === null) return [];
  const { index } = reader;
  const names = [...index.models, index.tables].map(({ name }) => name);
  return [
    [`${READER_FOLDER}/${READER_INDEX}`, bytesOf(canonicalJson(index))],
    ...names.map(name => [`${READER_FOLDER}/${name}`, reader.file(name) ?? new Uint8Array()] as const),
  ];
}

function filesBelow(folder: string): readonly string[] {
  try {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
    const paths = found.map(({ parentPath, name }) => posix.normalize(join(parentPath, name).slice(folder.length)));
    if (!paths.includes('index.html')) throw new CasusError('page-missing', folder);
    return paths.toSorted();
  } catch (cause) {
    if (cause instanceof CasusError) throw cause;
    throw new CasusError('page-missing', folder, { cause });
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
