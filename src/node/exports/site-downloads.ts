import type { ExportContext } from '../../core/export/export-context.ts';
import { FORMATS } from '../../core/export/formats.ts';
import { BUNDLES, type FileContent, makeExport } from './exporter.ts';
import { zipBytes } from './zip.ts';

const FOLDER = 'data';
/** Beside the tables of the data package. */
const DOCUMENTS = ['geojson', 'kml', 'atom'];

/** The record in formats that others read, for whoever visits a site: each table, a map, a feed, and all in one archive. */
export async function siteDownloads(
  context: ExportContext,
): Promise<readonly { readonly path: string; readonly describes: string; readonly content: Uint8Array }[]> {
  const files = new Map<string, FileContent>();
  for (const name of DOCUMENTS) {
    const { content } = await makeExport(name, context, { file: null });
    const { extension = name } = FORMATS.find(format => format.name === name) ?? {};
    if (!(content instanceof Map)) files.set(`incidents.${extension}`, content as FileContent);
  }
  const { content: tables } = await makeExport('package', context, { file: null });
  if (tables instanceof Map) for (const [name, content] of tables) files.set(name, bytesOf(content));
  const whole = new Map(Array.from(files, ([name, content]) => [name, bytesOf(content)] as const));
  const archive = zipBytes(Object.fromEntries(whole));
  return [
    { path: `${FOLDER}/casus-data.zip`, describes: 'all of these in one archive', content: archive },
    ...Array.from(whole, ([name, content]) => ({ path: `${FOLDER}/${name}`, describes: describe(name), content })),
  ];
}

function describe(file: string): string {
  if (file === 'datapackage.json') return BUNDLES[1].describes.replace(/, as .*$/, '');
  const refused = /^(.*)-refusals\.csv$/.exec(file)?.[1];
  if (refused !== undefined) return `what could not become a row of ${refused}, and why`;
  const extension = file.slice(file.lastIndexOf('.') + 1);
  const format = FORMATS.find(
    ({ name, extension: own }) => file === `${name}.csv` || (own === extension && own === name),
  );
  return format?.describes ?? file;
}

function bytesOf(content: FileContent): Uint8Array {
  return content instanceof Uint8Array ? content : new TextEncoder().encode(Array.from(content).join(''));
}
