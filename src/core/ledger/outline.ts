import type { Outline, TollOutline } from './found.ts';
import type { IncidentRow, TollRow } from './rows/index.ts';

type Value = string | number | null;

/** The columns of an incident that an outline tells, in this order. */
export const OUTLINE_COLUMNS = [
  'id',
  'type',
  'place_id',
  'place_name',
  'country',
  'admin1',
  'lat',
  'lon',
  'radius_km',
  'place_precision',
  'day_start',
  'day_end',
  'deaths_low',
  'deaths_high',
  'contradictions',
  'independent_sources',
] as const satisfies readonly (keyof IncidentRow)[];

/** Rows with the values of `OUTLINE_COLUMNS` as an outline; `total` is how many there are in all. */
export function outlineOf(rows: readonly (readonly Value[])[], total: number): Outline {
  const at = (name: (typeof OUTLINE_COLUMNS)[number]) => OUTLINE_COLUMNS.indexOf(name);
  return {
    total,
    columns: {
      id: wordsAt(rows, at('id')),
      type: wordsAt(rows, at('type')),
      placeId: textsAt(rows, at('place_id')),
      placeName: textsAt(rows, at('place_name')),
      country: textsAt(rows, at('country')),
      admin1: textsAt(rows, at('admin1')),
      lat: numbersAt(rows, at('lat')),
      lon: numbersAt(rows, at('lon')),
      radiusKm: numbersAt(rows, at('radius_km')),
      precision: numbersAt(rows, at('place_precision')),
      from: textsAt(rows, at('day_start')),
      to: textsAt(rows, at('day_end')),
      deathsLow: numbersAt(rows, at('deaths_low')),
      deathsHigh: numbersAt(rows, at('deaths_high')),
      contradictions: countsAt(rows, at('contradictions')),
      independentSources: countsAt(rows, at('independent_sources')),
    },
  };
}

/** The columns of a row of a toll that an outline tells, after the id of its incident. */
export const TOLL_OUTLINE_COLUMNS = [
  'harm',
  'status',
  'unit',
  'side_id',
  'side_name',
  'low',
  'high',
] as const satisfies readonly (keyof TollRow)[];

/** Rows with the id of an incident and the values of `TOLL_OUTLINE_COLUMNS`. */
export function tollOutlineOf(rows: readonly (readonly Value[])[]): TollOutline {
  const at = (name: (typeof TOLL_OUTLINE_COLUMNS)[number]) => TOLL_OUTLINE_COLUMNS.indexOf(name) + 1;
  return {
    incidentId: wordsAt(rows, 0),
    harm: wordsAt(rows, at('harm')),
    status: wordsAt(rows, at('status')),
    unit: wordsAt(rows, at('unit')),
    sideId: textsAt(rows, at('side_id')),
    sideName: textsAt(rows, at('side_name')),
    low: numbersAt(rows, at('low')),
    high: numbersAt(rows, at('high')),
  };
}

// PostgreSQL gives large whole numbers as text.

function textsAt(rows: readonly (readonly Value[])[], at: number): readonly (string | null)[] {
  return rows.map(row => (row[at] === null || row[at] === undefined ? null : String(row[at])));
}

function wordsAt(rows: readonly (readonly Value[])[], at: number): readonly string[] {
  return rows.map(row => String(row[at] ?? ''));
}

function numbersAt(rows: readonly (readonly Value[])[], at: number): readonly (number | null)[] {
  return rows.map(row => (row[at] === null || row[at] === undefined ? null : Number(row[at])));
}

function countsAt(rows: readonly (readonly Value[])[], at: number): readonly number[] {
  return rows.map(row => Number(row[at] ?? 0));
}
