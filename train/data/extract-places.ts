import { distanceKm } from '../../src/core/base/distance.ts';
import { foldName } from '../../src/core/base/fold-name.ts';
import { discOf, type Outline, reachOf, readGeojson, readTopojson } from './outlines.ts';
import { type Row, readTsv, writeTsv } from './tsv.ts';

/** Columns that every table of places has. */
export const placeColumns = [
  'name',
  'kind',
  'country',
  'admin1',
  'admin2',
  'lat',
  'lon',
  'radius_km',
  'population',
  'id',
  'events',
  'alternates',
];
const countryColumns = [
  'iso2',
  'iso3',
  'name',
  'lat',
  'lon',
  'radius_km',
  'id',
  'capital',
  'neighbours',
  'names',
  'demonyms',
];
const geonames = {
  origin: 'GeoNames dumps of 2018-08, 2025-05 and 2026-05/07 (geonames.org), reduced',
  licence: 'CC BY 4.0',
  date: '2026-11-23',
};
const earth = {
  origin: 'Natural Earth 10m and 50m, 2017 edition (naturalearthdata.com), reduced',
  licence: 'public domain',
  date: '2026-11-23',
};
const ucdp = {
  origin: 'UCDP GED 19.1 to 26.0.2, slices (ucdp.uu.se), place names only',
  licence: 'CC BY 4.0',
  date: '2026-11-23',
};

/** Makes the text tables of `data/places` from the shared collection; run it only where that collection stands. */
export function extractPlaces(from: string, to: string): void {
  const places = readTsv(`${from}/geonames_places.tsv`);
  writeTsv(`${to}/settlements.tsv`, geonames, placeColumns, settlementsOf(places, from));
  writeTsv(`${to}/admin.tsv`, geonames, placeColumns, [
    ...adminOf(
      readTsv(`${from}/geonames_admin1.tsv`),
      1,
      places,
      readTopojson(`${from}/ne_admin1_10m_simplified.topojson`, 'provinces'),
    ),
    ...adminOf(readTsv(`${from}/geonames_admin2.tsv`), 2, places, []),
  ]);
  const countries = readTsv(`${from}/countries.tsv`);
  const shapes = readGeojson(`${from}/ne_admin0_50m.geojson`);
  writeTsv(
    `${to}/countries.tsv`,
    {
      ...earth,
      origin: 'datasets/country-codes, CIA World Factbook, GeoNames countryInfo, Natural Earth 50m',
      licence: 'PDDL; public domain; CC BY 4.0',
    },
    countryColumns,
    countriesOf(countries, shapes),
  );
  writeTsv(`${to}/ucdp.tsv`, ucdp, placeColumns, ucdpOf(readTsv(`${from}/ucdp_places.tsv`), countries));
  writeTsv(
    `${to}/borders.tsv`,
    { ...earth, origin: 'Natural Earth 50m: points that the outlines of two countries share (naturalearthdata.com)' },
    placeColumns,
    bordersOf(countries, shapes),
  );
  writeTsv(`${to}/physical.tsv`, earth, placeColumns, physicalOf(readTsv(`${from}/ne_physical_names.tsv`)));
  writeTsv(
    `${to}/facilities.tsv`,
    {
      origin: 'airportsdata (military fields by name); UN/LOCODE 2018-2 function B',
      licence: 'MIT; PDDL',
      date: '2026-11-23',
    },
    placeColumns,
    [
      ...readTsv(`${from}/airports.tsv`)
        .filter(row => row['military_by_name'] === '1' && row['country'] !== 'US')
        .map(baseOf),
      ...readTsv(`${from}/unlocode_border_crossings.tsv`)
        .filter(row => row['lat'])
        .map(crossingOf),
    ],
  );
}

const settlementKinds: Readonly<Record<string, string>> = {
  PPLC: 'capital',
  PPLX: 'suburb',
  PPLA: 'seat1',
  PPLA2: 'seat2',
};

function settlementsOf(places: readonly Row[], from: string): Row[] {
  const events = new Map<string, number>();
  for (const row of places)
    events.set(row['country'] ?? '', (events.get(row['country'] ?? '') ?? 0) + Number(row['ged191_events_8km']));
  const latin = readTsv(`${from}/countries.tsv`).filter(row =>
    /Northern America|Northern Europe|Western Europe/.test(row['un_subregion'] ?? ''),
  );
  const withoutAlternates = new Set(latin.map(row => row['iso2'] ?? ''));
  const english = new Map(readTsv(`${from}/ne_populated_places.tsv`).map(row => [row['geonameid'] ?? '', row]));
  return places.map(row => {
    const country = row['country'] ?? '';
    const conflict = (events.get(country) ?? 0) >= 100 && !withoutAlternates.has(country);
    const other = english.get(row['geonameid'] || '-');
    const names = [row['ascii_name'] ?? '', other?.['name'] ?? '', ...(other?.['alt'] ?? '').split('|')];
    if (conflict || row['feature_code'] === 'PPLC')
      names.push(...(row['alt_latin'] ?? '').split('|').filter(readsLikeName));
    return {
      ...row,
      kind: settlementKinds[row['feature_code'] ?? ''] ?? '',
      lat: short(row['lat']),
      lon: short(row['lon']),
      id: row['geonameid'] ?? '',
      events: row['ged191_events_8km'] ?? '',
      population: row['population'] === '0' ? '' : (row['population'] ?? ''),
      alternates: alternatesOf(row['name'] ?? '', names),
    };
  });
}

function readsLikeName(name: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’ -]{3,}$/u.test(name) && !/^\p{Lu}+$/u.test(name) && foldName(name).length >= 4;
}

function alternatesOf(name: string, names: readonly string[]): string {
  const seen = new Set([foldName(name), '']);
  const kept = [];
  for (const other of names.map(text => text.trim())) {
    const key = foldName(other);
    if (seen.has(key) || !/^[a-z0-9]+$/.test(key)) continue;
    seen.add(key);
    kept.push(other);
  }
  return kept.join('|');
}

function adminOf(rows: readonly Row[], level: 1 | 2, places: readonly Row[], shapes: readonly Outline[]): Row[] {
  const outlines = new Map<string, Outline>();
  for (const shape of shapes) {
    const code = String(shape.properties['gn_admin1'] ?? '');
    if (Number(shape.properties['gn_share']) < 0.6) continue;
    const known = outlines.get(code);
    outlines.set(code, known ? { ...known, rings: [...known.rings, ...shape.rings] } : shape);
  }
  const members = new Map<string, Row[]>();
  for (const place of places) {
    const code = [place['country'], place['admin1'], level === 2 ? place['admin2'] : null]
      .filter(part => part !== null)
      .join('.');
    members.set(code, [...(members.get(code) ?? []), place].slice(0, 400));
  }
  return rows
    .filter(row => row['lat'] || outlines.has(row['code'] ?? ''))
    .map(row => adminRow(row, level, members.get(row['code'] ?? '') ?? [], outlines.get(row['code'] ?? '')));
}

function adminRow(row: Row, level: 1 | 2, members: readonly Row[], outline: Outline | undefined): Row {
  const [country = '', admin1 = '', admin2 = ''] = (row['code'] ?? '').split('.');
  const middle = middleOf(members);
  const shape = outline ? discOf(outline.rings) : null;
  // Some outlines bear the code of a neighbour: the unit's own places must lie inside.
  const fits =
    shape !== null &&
    (middle === null || distanceKm(middle.lat, middle.lon, shape.lat, shape.lon) < 0.6 * shape.radiusKm);
  const disc = fits ? shape : null;
  const lat = disc?.lat ?? middle?.lat ?? Number(row['lat']);
  const lon = disc?.lon ?? middle?.lon ?? Number(row['lon']);
  const reach = Math.max(
    level === 1 ? 25 : 12,
    ...members.map(place => 1.2 * distanceKm(lat, lon, Number(place['lat']), Number(place['lon']))),
  );
  const name = row['name'] || row['name_2020'] || '';
  return {
    name,
    kind: level === 1 ? 'admin1' : 'admin2',
    country,
    admin1,
    admin2,
    lat: lat.toFixed(3),
    lon: lon.toFixed(3),
    radius_km: Math.min(disc?.radiusKm ?? reach, level === 1 ? 3000 : 400).toFixed(0),
    id: row['geonameid'] ?? '',
    alternates: alternatesOf(name, [row['name_2020'] ?? '', row['ascii_name_2020'] ?? '']),
  };
}

/** The land borders: the middle of the points that two outlines share, and how far they reach from it. */
function bordersOf(rows: readonly Row[], shapes: readonly Outline[]): Row[] {
  const owners = new Map<string, Set<string>>();
  const iso2 = new Map(rows.map(row => [row['iso3'] ?? '', row['iso2'] ?? '']));
  for (const shape of shapes) {
    const code = String(
      iso2.get(String(shape.properties['iso3'])) ?? iso2.get(String(shape.properties['adm0_a3'])) ?? '',
    );
    for (const point of shape.rings.flat())
      owners.set(point.join(' '), (owners.get(point.join(' ')) ?? new Set()).add(code));
  }
  const borders = new Map<string, number[][]>();
  for (const [point, codes] of owners) {
    const [one, other, third] = [...codes].sort();
    if (!one || !other || third) continue;
    const key = `${one} ${other}`;
    borders.set(key, [...(borders.get(key) ?? []), point.split(' ').map(Number)]);
  }
  return [...borders]
    .filter(([, points]) => points.length > 2)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, points]) => borderRow(key, points));
}

function borderRow(key: string, points: readonly number[][]): Row {
  const lat = points.reduce((sum, [, y = 0]) => sum + y, 0) / points.length;
  const lon = points.reduce((sum, [x = 0]) => sum + x, 0) / points.length;
  const reach = Math.max(...points.map(([x = 0, y = 0]) => distanceKm(lat, lon, y, x)));
  return {
    name: key,
    kind: 'line',
    country: '',
    lat: lat.toFixed(2),
    lon: lon.toFixed(2),
    radius_km: reach.toFixed(0),
  };
}

/** The middle of the box that holds nine in ten of the places, or null where there are few. */
function middleOf(members: readonly Row[]): { lat: number; lon: number } | null {
  if (members.length < 8) return null;
  const middle = (column: string) => {
    const sorted = members.map(place => Number(place[column])).sort((a, b) => a - b);
    const cut = Math.floor(sorted.length / 20);
    return ((sorted[cut] ?? 0) + (sorted[sorted.length - 1 - cut] ?? 0)) / 2;
  };
  return { lat: middle('lat'), lon: middle('lon') };
}

function countriesOf(rows: readonly Row[], shapes: readonly Outline[]): Row[] {
  const outlines = new Map(
    shapes.flatMap(shape => ['iso3', 'adm0_a3'].map(key => [String(shape.properties[key]), shape] as const)),
  );
  return rows.map(row => {
    const outline = outlines.get(row['iso3'] ?? '');
    const disc = outline
      ? discOf(outline.rings)
      : { lat: Number(row['capital_lat']), lon: Number(row['capital_lon']), radiusKm: 30 };
    return {
      ...row,
      lat: disc.lat.toFixed(2),
      lon: disc.lon.toFixed(2),
      radius_km: (outline ? reachOf(outline.rings, disc.lat, disc.lon) : disc.radiusKm).toFixed(0),
      id: row['geonameid'] ?? '',
      neighbours: row['neighbours_iso2'] ?? '',
      names: alternatesOf(
        row['name'] ?? '',
        (row['alt_names'] ?? '').split('|').filter(name => !/[()*,&;]|^the /i.test(name)),
      ),
      demonyms: [
        ...new Set(`${row['demonym_adj']}, ${row['demonym_noun']}`.split(/, | or |;.*/).map(word => word.trim())),
      ]
        .filter(word => /^\p{Lu}[\p{L} -]+$/u.test(word) && word !== 'NA')
        .join('|'),
    };
  });
}

const skippedUcdp = /^LoC\b|\b(road|border|between|near|area|along|outside|around|via|from|part|km|unknown)\b|\d/i;
const ucdpKinds: Readonly<Record<string, string>> = { 3: 'admin2', 4: 'admin1', 5: 'region' };

function ucdpOf(rows: readonly Row[], countries: readonly Row[]): Row[] {
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
        country: iso2.get(row['iso3'] ?? '') ?? '',
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

function physicalOf(rows: readonly Row[]): Row[] {
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

function baseOf(row: Row): Row {
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

function crossingOf(row: Row): Row {
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

function short(degrees: string | undefined): string {
  return String(Number(Number(degrees).toFixed(3)));
}
