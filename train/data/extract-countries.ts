import { distanceKm } from '../../src/core/base/distance.ts';
import { discOf, type Outline, reachOf } from './outlines.ts';
import { alternatesOf } from './place-columns.ts';
import type { Row } from './tsv.ts';

/** Countries with their names, adjectives, neighbours and a disc. */
export function countriesOf(rows: readonly Row[], shapes: readonly Outline[]): Row[] {
  const outlines = new Map(
    shapes.flatMap(shape => ['iso3', 'adm0_a3'].map(key => [String(shape.properties[key]), shape] as const)),
  );
  const taken = new Set(rows.map(row => row['name'] ?? ''));
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
        (row['alt_names'] ?? '')
          .split('|')
          .filter(name => !/[()*,&;]|^the /i.test(name) && !taken.has(name) && name !== row['capital']),
      ),
      demonyms: [
        ...new Set(`${row['demonym_adj']}, ${row['demonym_noun']}`.split(/, | or |;.*/).map(word => word.trim())),
      ]
        .filter(word => /^\p{Lu}[\p{L} -]+$/u.test(word) && word !== 'NA')
        .join('|'),
    };
  });
}

/** The land borders: the middle of the points that two outlines share, and how far they reach from it. */
export function bordersOf(rows: readonly Row[], shapes: readonly Outline[]): Row[] {
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
