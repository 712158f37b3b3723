import type { Outline, OutlineRow } from './found.ts';
import type { IncidentRow } from './rows/index.ts';

/** The columns of an incident that an outline tells. */
export type OutlineColumns = Pick<
  IncidentRow,
  | 'id'
  | 'type'
  | 'place_id'
  | 'place_name'
  | 'country'
  | 'admin1'
  | 'lat'
  | 'lon'
  | 'radius_km'
  | 'place_precision'
  | 'day_start'
  | 'day_end'
  | 'deaths_low'
  | 'deaths_high'
  | 'contradictions'
  | 'independent_sources'
>;

/** The rows of incidents as an outline; `total` is how many there are in all. */
export function outlineOf(rows: readonly OutlineColumns[], total: number): Outline {
  const column = <Name extends keyof OutlineColumns>(name: Name): readonly OutlineColumns[Name][] =>
    rows.map(row => row[name]);
  return {
    total,
    columns: {
      id: column('id'),
      type: column('type'),
      placeId: column('place_id'),
      placeName: column('place_name'),
      country: column('country'),
      admin1: column('admin1'),
      lat: column('lat'),
      lon: column('lon'),
      radiusKm: column('radius_km'),
      precision: column('place_precision'),
      from: column('day_start'),
      to: column('day_end'),
      deathsLow: column('deaths_low'),
      deathsHigh: column('deaths_high'),
      contradictions: column('contradictions'),
      independentSources: column('independent_sources'),
    } satisfies { readonly [Name in keyof OutlineRow]: readonly OutlineRow[Name][] },
  };
}
