import { foldName } from '../../src/core/base/fold-name.ts';
import { adminOf } from './extract-admin.ts';
import { bordersOf, countriesOf } from './extract-countries.ts';
import { baseOf, crossingOf, physicalOf, ucdpOf } from './extract-names.ts';
import { type Disc, readGeojson, readTopojson } from './outlines.ts';
import { alternatesOf, placeColumns, short } from './place-columns.ts';
import { outlineRows } from './thin-outlines.ts';
import { type Row, readTsv, writeTsv } from './tsv.ts';

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
      new Map(),
    ),
    ...adminOf(readTsv(`${from}/geonames_admin2.tsv`), 2, places, [], countiesOf(to)),
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
  writeTsv(
    `${to}/outlines.tsv`,
    {
      ...earth,
      origin: 'Natural Earth 50m country outlines, thinned to 0.04 degrees between the points where borders meet',
    },
    ['iso3', 'ring'],
    outlineRows(shapes),
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

/** Discs of the counties of the USA, by GeoNames code (`US.TX.161`). */
function countiesOf(folder: string): Map<string, Disc> {
  const states = new Map(readTsv(`${folder}/abbreviations.tsv`).map(row => [row['fips'] ?? '', row['admin1'] ?? '']));
  return new Map(
    readTsv(`${folder}/us-counties.tsv`).map(row => {
      const fips = row['fips'] ?? '';
      const disc = { lat: Number(row['lat']), lon: Number(row['lon']), radiusKm: Number(row['radius_km']) };
      return [`US.${states.get(fips.slice(0, 2))}.${fips.slice(2)}`, disc];
    }),
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
