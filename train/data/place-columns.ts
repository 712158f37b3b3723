import { foldName } from '../../src/core/base/fold-name.ts';

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

/** Other names of a place, each key once and without the name's own, as one field. */
export function alternatesOf(name: string, names: readonly string[]): string {
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

/** Degrees to 100 m. */
export function short(degrees: string | undefined): string {
  return String(Number(Number(degrees).toFixed(3)));
}
