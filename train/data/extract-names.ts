import { distanceKm } from '../../src/core/base/distance.ts';
import { foldName } from '../../src/core/base/fold-name.ts';
import { alternatesOf, short } from './place-columns.ts';
import type { Row } from './tsv.ts';

const skippedUcdp = /^LoC\b|\b(road|border|between|near|area|along|outside|around|via|from|part|km|unknown)\b|\d/i;
const ucdpKinds: Readonly<Record<string, string>> = { 3: 'admin2', 4: 'admin1', 5: 'region' };

/** Place names of the UCDP slices. */
export function ucdpOf(rows: readonly Row[], countries: readonly Row[]): Row[] {
  const iso2 = new Map(countries.map(row => [row['iso3'] ?? '', row['iso2'] ?? '']));
  return rows
    .filter(
      row =>
        row['name'] &&
        Number(row['where_prec']) <= 5 &&
        !skippedUcdp.test(row['name']) &&
        !/border/.test(row['kind'] ?? ''),
    )
    .map(row => {
      const [name = '', ...others] = (row['name'] ?? '').split('/');
      const precision = row['where_prec'] ?? '';
      return {
        name,
        kind: ucdpKinds[precision] ?? pointKind(row['kind'] ?? ''),
        country: landOf(row, iso2),
        admin1: row['adm_1'] ?? '',
        admin2: row['adm_2'] ?? '',
        lat: short(row['lat']),
        lon: short(row['lon']),
        radius_km: { 2: '25', 3: '40', 4: '120', 5: '60' }[precision] ?? '',
        events: row['n_events'] ?? '',
        alternates: alternatesOf(name, others),
      };
    });
}

/** UCDP files Gaza and the West Bank under Israel. */
function landOf(row: Row, iso2: ReadonlyMap<string, string>): string {
  const palestinian = row['iso3'] === 'ISR' && /^(?:Gaza|West Bank)/.test(row['adm_1'] ?? '');
  return palestinian ? 'PS' : (iso2.get(row['iso3'] ?? '') ?? '');
}

function pointKind(word: string): string {
  if (/camp/.test(word)) return 'camp';
  if (/base/.test(word)) return 'base';
  const known = ['airport', 'valley', 'mountain', 'island', 'river', 'lake', 'suburb', 'village', 'town'];
  return (
    known.find(kind => word.startsWith(kind)) ??
    (/lga|district|municipality|county|woreda|commune/.test(word) ? 'admin2' : 'town')
  );
}

const physicalKinds: readonly (readonly [RegExp, string])[] = [
  [/river|waterfall/i, 'river'],
  [/lake|reservoir/i, 'lake'],
  [/continent/i, 'continent'],
  [/island/i, 'island'],
  [/range|mountain|hill|foothill|peak|pass/i, 'mountain'],
  [/valley|gorge/i, 'valley'],
  [/desert/i, 'desert'],
];

/** Rivers, lakes, ranges and regions. */
export function physicalOf(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows
    .filter(
      row =>
        foldName(row['name'] ?? '').length > 2 &&
        Number(row['scalerank']) <= 9 &&
        !/continent/i.test(row['class'] ?? '') &&
        !/dragons/i.test(row['class'] ?? ''),
    )
    .map(row => {
      const [minLat, minLon, maxLat, maxLon] = ['min_lat', 'min_lon', 'max_lat', 'max_lon'].map(column =>
        Number(row[column]),
      ) as [number, number, number, number];
      const radius = minLat === maxLat ? 10 : distanceKm(minLat, minLon, maxLat, maxLon) / 2;
      const name = (row['name'] ?? '')
        .replace(/\bMts\./, 'Mountains')
        .replace(/\bMt\./, 'Mount')
        .replace(/\bPen\./, 'Peninsula')
        .replace(/\bI\.$/, 'Island')
        .replace(/\bIs\.$/, 'Islands')
        .replace(/\p{Lu}{3,}/gu, word =>
          word === row['name'] || /^[\p{Lu} ]+$/u.test(row['name'] ?? '')
            ? word.charAt(0) + word.slice(1).toLowerCase()
            : word,
        );
      const kind = physicalKinds.find(([pattern]) => pattern.test(row['class'] ?? ''))?.[1] ?? 'region';
      const bare = name.replace(/ (River|Lake|Desert|Peninsula)$|^(Lake|Mount) /, '');
      return {
        name,
        kind,
        lat: short(row['lat']),
        lon: short(row['lon']),
        radius_km: Math.max(5, radius).toFixed(0),
        alternates: alternatesOf(name, [
          row['alt'] ?? '',
          kind === 'lake' ? '' : bare,
          kind === 'river' && bare === name ? `${bare} River` : '',
        ]),
      };
    })
    .filter(row => {
      const key = `${foldName(row.name)} ${row.kind} ${Math.round(Number(row.lat) / 4)}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** An air base. */
export function baseOf(row: Row): Row {
  const name = (row['name'] ?? '').replace(/ Airport$/, '');
  return {
    name,
    kind: 'base',
    country: row['country'] ?? '',
    lat: short(row['lat']),
    lon: short(row['lon']),
    radius_km: '3',
  };
}

/** A border crossing. */
export function crossingOf(row: Row): Row {
  const name = row['name'] ?? '';
  return {
    name,
    kind: 'crossing',
    country: row['country'] ?? '',
    lat: short(row['lat']),
    lon: short(row['lon']),
    radius_km: '3',
    alternates: alternatesOf(name, [row['ascii_name'] ?? '']),
  };
}
