import type { Readable } from 'node:stream';
import type { Site } from '../core/api/site.ts';
import { CasusError } from '../core/base/error.ts';
import type { Comparison } from '../core/export/compare/compare-claims.ts';
import type { ExportContext } from '../core/export/export-context.ts';
import type { Table } from '../core/export/table.ts';
import type { ResourceOptions } from '../core/language/resources.ts';
import type { Filter } from '../core/ledger/index.ts';
import type { PublicRecord } from '../core/model/index.ts';
import type { Exported, MakeOptions } from './exports/exporter.ts';
import type { Imported, ImportOptions } from './exports/importer.ts';
import { openRedactor } from './wire-redact.ts';

export type { ImportFormat } from './exports/importer.ts';

/** The toll policy of that name, the usual one where none is named. Throws a `CasusError` that lists them where there is none. */
export async function policyNamed(name: string | undefined): Promise<string> {
  const { DEFAULT_POLICY, POLICIES } = await import('../core/reconcile/index.ts');
  if (name === undefined) return DEFAULT_POLICY;
  if (POLICIES.some(known => known.name === name)) return name;
  const detail = `the policies are ${POLICIES.map(known => known.name).join(', ')}`;
  throw new CasusError('usage-invalid', `--policy ${name}`, { detail });
}

/** How a record is made ready for others. */
export interface ContextOptions {
  /** The policy by which the tolls of the record were made. */
  readonly policy: string;
  /** What was filtered by, in words. */
  readonly filters?: readonly string[];
  readonly redact: boolean;
  /** Told of each report that was read again for its names, by how many are done. */
  readonly onRead?: (done: number) => void;
}

/** What exporting needs, opened once. */
export interface Exporter {
  check(format: string, options: { readonly as?: string }): void;
  /** A record made ready for exporting, with private persons masked where that is asked. */
  context(record: PublicRecord, options: ContextOptions): Promise<ExportContext>;
  make(format: string, context: ExportContext, options: MakeOptions): Promise<Exported>;
  csv(table: Table): Iterable<string>;
  write(path: string, content: Iterable<string> | Uint8Array): Promise<void>;
}

/** Loads what exporting needs; the language models only where names are to be redacted. */
export async function openExporter(): Promise<Exporter> {
  const [{ csvLines }, exporter, { writeWhole }] = await Promise.all([
    import('../core/export/write/csv.ts'),
    import('./exports/exporter.ts'),
    import('./exports/write-file.ts'),
  ]);
  return {
    check: exporter.checkFormat,
    context: exportContextOf,
    make: exporter.makeExport,
    csv: table => csvLines(table),
    write: writeWhole,
  };
}

/** A record with private persons masked where that is asked, and the tables that formats need. */
async function exportContextOf(given: PublicRecord, options: ContextOptions): Promise<ExportContext> {
  const [load, { exportContext }, { stampOf }] = await Promise.all([
    import('./resources/load.ts'),
    import('../core/export/export-context.ts'),
    import('../core/export/stamp.ts'),
  ]);
  const { policy, filters = [], redact } = options;
  const shown = (await openRedactor({ redact })).record(given, options.onRead);
  const { eventTypes } = load.loadCodebook();
  const tables = { eventTypes: Array.from(eventTypes.values()), countries: load.loadCountryCodes() };
  const coders = shown.codings.map(({ coder }) => coder);
  const days = shown.incidents.map(({ when }) => when);
  return exportContext(shown, tables, stampOf({ policy, filters, coders, days, redacted: redact }));
}

/** A briefing ready to be laid out; the pictures are SVG, null where there is nothing to draw. */
export interface MadeBrief {
  readonly map: string | null;
  readonly timeline: string | null;
  markdown(pictures: { readonly map?: string; readonly timeline?: string }): string;
  html(): string;
  /** The same bytes for the same briefing, and the letters that its fonts lack. */
  pdf(): Promise<{ readonly bytes: Uint8Array; readonly missing: readonly string[] }>;
}

/** What briefings need. */
export interface Briefer {
  /** What a user means by an area: a country by name or code, or else a province. */
  area(words: string): { readonly name: string; readonly filter: Filter };
  brief(record: PublicRecord, options: ContextOptions & { readonly title: string }): Promise<MadeBrief>;
  write(path: string, content: Iterable<string> | Uint8Array): Promise<void>;
}

/** Loads what briefings need: their words and pictures, and the places of the world for the map. */
export async function openBriefer(): Promise<Briefer> {
  const [load, { writeBrief }, { briefMarkdown }, { briefHtml }, { timelineSvg }, { renderPlacesSvg }, { writeWhole }] =
    await Promise.all([
      import('./resources/load.ts'),
      import('../core/export/brief/write-brief.ts'),
      import('../core/export/brief/brief-markdown.ts'),
      import('../core/export/brief/brief-html.ts'),
      import('../core/export/brief/timeline-svg.ts'),
      import('../core/language/places/map/render-places-svg.ts'),
      import('./exports/write-file.ts'),
    ]);
  const countries = load.loadCountryCodes();
  return {
    area(words) {
      const wanted = words.trim().toLowerCase();
      const country = Array.from(countries.values()).find(({ iso3, name }) =>
        [iso3, name].some(known => known.toLowerCase() === wanted),
      );
      return country === undefined
        ? { name: words, filter: { admin1: words } }
        : { name: country.name, filter: { country: country.iso3 } };
    },
    async brief(record, { title, ...options }) {
      const brief = writeBrief(await exportContextOf(record, options), title);
      const places = brief.places.filter(({ lat }) => lat !== null);
      const mapOf = (options: { readonly widthPx?: number } = {}) =>
        places.length === 0
          ? null
          : renderPlacesSvg(places, load.loadGazetteer(), { title: 'Places of incidents', ...options });
      const map = mapOf();
      const timeline = timelineSvg(brief.timeline);
      return {
        map,
        timeline,
        markdown: pictures => briefMarkdown(brief, pictures),
        html: () => briefHtml(brief, { map, timeline }),
        async pdf() {
          const { briefPdf, PDF_MAP_WIDTH } = await import('./exports/pdf/brief-pdf.ts');
          return briefPdf(brief, { map: mapOf({ widthPx: PDF_MAP_WIDTH }), timeline });
        },
      };
    },
    write: writeWhole,
  };
}

/** What a site is asked to be. */
export interface PublishOptions extends ContextOptions {
  readonly title: string;
  readonly reader: boolean;
  /** Writes beside files that are not casus's own. */
  readonly force: boolean;
}

/** Publishes a record as a site without a server. */
export interface Publisher {
  /** Gives what was written. Throws `folder-foreign` before anything is made, where the folder holds other files. */
  publish(folder: string, record: () => Promise<PublicRecord>, options: PublishOptions): Promise<Site>;
}

/** Loads what publishing needs: the page, the formats, and the models where the page shall read texts. */
export async function openPublisher({
  page,
  ...own
}: ResourceOptions & { readonly page?: URL } = {}): Promise<Publisher> {
  const [load, { ROOT }, { readerFiles }, { siteDownloads }, { siteFolder, writeSite }, { siteFiles }, { writeWhole }] =
    await Promise.all([
      import('./resources/load.ts'),
      import('./resources/root.ts'),
      import('./resources/reader-files.ts'),
      import('./exports/site-downloads.ts'),
      import('./site/site-folder.ts'),
      import('./site/site-files.ts'),
      import('./exports/write-file.ts'),
    ]);
  return {
    async publish(path, record, { title, reader, force, ...options }) {
      const folder = await siteFolder(path, { force });
      const context = await exportContextOf(await record(), options);
      const { site, files } = siteFiles({
        title,
        page: page ?? new URL('dist/web/', ROOT),
        context,
        downloads: await siteDownloads(context),
        reader: reader ? readerFiles() : null,
        actors: load.loadActors(own).actors,
        countries: load.loadCountryNames(),
      });
      await writeSite(folder, files, site, writeWhole);
      return site;
    },
  };
}

/** Reads tables of other projects. */
export interface Importer {
  read(path: string, stdin: Readable, options: Omit<ImportOptions, 'tables'>): AsyncIterable<Imported>;
}

/** Loads what reading tables needs. */
export async function openImporter(): Promise<Importer> {
  const [load, { importRows }, { readCsvRows }] = await Promise.all([
    import('./resources/load.ts'),
    import('./exports/importer.ts'),
    import('./exports/read-table.ts'),
  ]);
  const tables = { eventTypes: load.loadCodebook().eventTypes, countries: load.loadCountryCodes() };
  return { read: (path, stdin, options) => importRows(readCsvRows(path, stdin), path, { ...options, tables }) };
}

/** Sets two records side by side: claims where they share reports, else incidents. */
export async function openComparer(): Promise<(first: PublicRecord, second: PublicRecord) => Comparison> {
  const [load, { compareClaims }, { compareIncidents }] = await Promise.all([
    import('./resources/load.ts'),
    import('../core/export/compare/compare-claims.ts'),
    import('../core/export/compare/compare-incidents.ts'),
  ]);
  const { eventTypes } = load.loadCodebook();
  return (first, second) => {
    const known = new Set(first.reports.map(({ id }) => id));
    if (second.reports.some(({ id }) => known.has(id))) return compareClaims(first, second);
    return compareIncidents(first, second, type => eventTypes.get(type)?.acledSubEvent || type);
  };
}
