import type { Overview } from '../../src/core/api/index.ts';
import { distanceKm } from '../../src/core/base/distance.ts';
import { type DayNumber, parseIsoDay } from '../../src/core/base/iso-day.ts';
import { flatPoint } from '../map/projection.ts';
import type { MapPlace } from '../map/symbols.ts';

/** The day of what has no day, and the place of what has no place. */
const NONE = -1_000_000_000;

/** The incidents of an overview, made ready for being counted again and again: numbers only, one array a field. */
export interface Prepared {
  readonly size: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Number of the place in `places`; negative where it has no point on the map. */
  readonly place: Int32Array;
  readonly places: readonly MapPlace[];
  /** Known by country only: these have no point on the map that would say anything. */
  readonly countryOnly: ReadonlyMap<string, number>;
  readonly unplaced: number;
  readonly undated: number;
  /** First and last day; null where no day is known. */
  readonly days: { readonly first: DayNumber; readonly last: DayNumber } | null;
}

/** Days, both included; null is no bound. */
export interface DaySpan {
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
}

/** A point with a distance round it. */
export interface Surroundings {
  readonly lat: number;
  readonly lon: number;
  readonly km: number;
}

/** Less exact than this, UCDP knows a country or a sea: nothing that could be drawn. */
const WIDEST_PRECISION = 5;

export function prepare({ columns }: Pick<Overview, 'columns'>): Prepared {
  const size = columns.id.length;
  const [from, to, place] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  const places: MapPlace[] = [];
  const known = new Map<string, number>();
  const countryOnly = new Map<string, number>();
  let [unplaced, undated] = [0, 0];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < size; i++) {
    const start = dayOf(columns.from[i]);
    from[i] = start;
    to[i] = dayOf(columns.to[i]);
    if (start === NONE) undated += 1;
    else [first, last] = [Math.min(first, start), Math.max(last, to[i] ?? start)];
    const [lon, lat, radiusKm, precision] = [
      columns.lon[i],
      columns.lat[i],
      columns.radiusKm[i],
      columns.precision[i] ?? 7,
    ];
    place[i] = -1;
    if (lon == null || lat == null || radiusKm == null) unplaced += 1;
    else if (precision > WIDEST_PRECISION) {
      const country = columns.country[i] ?? '';
      countryOnly.set(country, (countryOnly.get(country) ?? 0) + 1);
    } else {
      const key = `${lon} ${lat} ${radiusKm} ${precision}`;
      const number = known.get(key) ?? places.length;
      if (number === places.length) {
        known.set(key, number);
        places.push({ lon, lat, flat: flatPoint(lon, lat), radiusKm, precision });
      }
      place[i] = number;
    }
  }
  const days = first <= last ? { first, last } : null;
  return { size, from, to, place, places, countryOnly, unplaced, undated, days };
}

/** How many incidents lie at each place within these days. What has no day never fits a bound. */
export function countByPlace({ size, from, to, place, places }: Prepared, span: DaySpan): Int32Array {
  const counts = new Int32Array(places.length);
  const [first, last] = boundsOf(span);
  for (let i = 0; i < size; i++) {
    const at = place[i] ?? -1;
    if (at >= 0 && fits(from[i] ?? NONE, to[i] ?? NONE, first, last, span)) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** The numbers of the incidents at a place, or of all where none is given. */
export function isNear({ place, places }: Prepared, around: Surroundings | null): (incident: number) => boolean {
  if (around === null) return () => true;
  const near = places.map(({ lat, lon }) => distanceKm(lat, lon, around.lat, around.lon) <= around.km);
  return incident => near[place[incident] ?? -1] === true;
}

/** How many incidents there are within these days and this neighbourhood. */
export function countWithin(prepared: Prepared, span: DaySpan, around: Surroundings | null): number {
  const [first, last] = boundsOf(span);
  const near = isNear(prepared, around);
  let count = 0;
  for (let i = 0; i < prepared.size; i++) {
    if (fits(prepared.from[i] ?? NONE, prepared.to[i] ?? NONE, first, last, span) && near(i)) count += 1;
  }
  return count;
}

function fits(from: number, to: number, first: number, last: number, span: DaySpan): boolean {
  if (span.from === null && span.to === null) return true;
  return from !== NONE && to >= first && from <= last;
}

function boundsOf({ from, to }: DaySpan): readonly [number, number] {
  return [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY];
}

function dayOf(text: string | null | undefined): number {
  return text == null ? NONE : (parseIsoDay(text) ?? NONE);
}
