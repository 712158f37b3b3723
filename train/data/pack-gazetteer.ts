import { linesSection, type ModelSection, writeModelFile } from '../../src/core/base/model-file.ts';
import { filterHashes, namesPerBlock } from '../../src/core/base/packed-names.ts';
import { placeKinds } from '../../src/core/language/places/gazetteer-format.ts';
import { countLevel, type Entry } from './build-gazetteer.ts';

const filterBitsPerKey = 10;

/** What goes into the file beside entries and names. */
export interface GazetteerExtras {
  /** Lines `word, class, value` of words.tsv. */
  readonly words: readonly string[];
  readonly nameModel: Int8Array;
  readonly eventModel: Int8Array;
  /** Rings of country outlines, `lon lat,lon lat …` in hundredths of a degree, each with the number of its country. */
  readonly rings: readonly { readonly country: number; readonly ring: string }[];
}

/** Writes the columns of gazetteer-format.ts; the same input gives the same bytes. */
export function packGazetteer(
  entries: readonly Entry[],
  keys: ReadonlyMap<string, readonly number[]>,
  extras: GazetteerExtras,
): Uint8Array {
  const labels = packLabels(entries.map(entry => entry.label));
  return writeModelFile([
    { name: 'lat', data: Float32Array.from(entries, entry => entry.lat) },
    { name: 'lon', data: Float32Array.from(entries, entry => entry.lon) },
    { name: 'geonames', data: Uint32Array.from(entries, entry => entry.geonames) },
    { name: 'label', data: Uint32Array.from(labels.offsets) },
    { name: 'radius', data: Uint16Array.from(entries, entry => Math.min(65_535, Math.round(entry.radiusKm * 10))) },
    { name: 'admin1', data: Uint16Array.from(entries, entry => entry.admin1) },
    { name: 'admin2', data: Uint16Array.from(entries, entry => entry.admin2) },
    { name: 'country', data: Uint8Array.from(entries, entry => entry.country) },
    { name: 'kind', data: Uint8Array.from(entries, entry => placeKinds.indexOf(entry.kind)) },
    { name: 'population', data: Uint8Array.from(entries, entry => countLevel(entry.population)) },
    { name: 'events', data: Uint8Array.from(entries, entry => countLevel(entry.events)) },
    { name: 'labels', data: labels.pool },
    ...packNames(keys),
    linesSection('words', extras.words),
    { name: 'nameModel', data: extras.nameModel },
    { name: 'eventModel', data: extras.eventModel },
    { name: 'outlines', data: packRings(extras.rings) },
  ]);
}

/** For each ring its country, the number of its points, then longitude and latitude of each. */
function packRings(rings: GazetteerExtras['rings']): Int16Array {
  return Int16Array.from(
    rings.flatMap(({ country, ring }) => {
      const points = ring.split(',').flatMap(point => point.split(' ').map(Number));
      return [country, points.length / 2, ...points];
    }),
  );
}

function packLabels(labels: readonly string[]): { offsets: number[]; pool: Uint8Array } {
  const places = new Map<string, number>();
  const parts: Buffer[] = [];
  let size = 0;
  const offsets = labels.map(label => {
    const known = places.get(label);
    if (known !== undefined) return known;
    const text = Buffer.from(label).subarray(0, 255);
    parts.push(Buffer.from([text.length]), text);
    places.set(label, size);
    size += text.length + 1;
    return size - text.length - 1;
  });
  return { offsets, pool: Buffer.concat(parts) };
}

function packNames(keys: ReadonlyMap<string, readonly number[]>): ModelSection[] {
  const sorted = [...keys.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const filter = new Uint32Array(Math.ceil((sorted.length * filterBitsPerKey) / 32));
  const blocks: number[] = [];
  const pool: number[] = [];
  sorted.forEach((key, index) => {
    if (index % namesPerBlock === 0) blocks.push(pool.length);
    const shared = index % namesPerBlock === 0 ? 0 : sharedLength(sorted[index - 1] ?? '', key);
    pool.push(shared, key.length - shared, ...Buffer.from(key.slice(shared)));
    const values = [...new Set(keys.get(key) ?? [])].sort((a, b) => a - b);
    pushNumber(pool, values.length);
    values.forEach((value, at) => {
      pushNumber(pool, value - (at === 0 ? 0 : (values[at - 1] ?? 0)));
    });
    for (const hash of filterHashes(key, filter.length * 32))
      filter[hash >>> 5] = (filter[hash >>> 5] ?? 0) | (1 << (hash & 31));
  });
  return [
    { name: 'blocks', data: Uint32Array.from(blocks) },
    { name: 'names', data: Uint8Array.from(pool) },
    { name: 'filter', data: filter },
  ];
}

function sharedLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function pushNumber(pool: number[], value: number): void {
  let rest = value;
  for (; rest >= 0x80; rest >>>= 7) pool.push((rest & 0x7f) | 0x80);
  pool.push(rest);
}
