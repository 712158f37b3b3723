import type { Place } from '../../model/place.ts';
import { cleanOrNull } from './clean-text.ts';

/** From this precision on a place is a whole country, the sea or the air: its coordinates are no point on the map. */
const MAPPED_MAX = 5;
const RADIANS = Math.PI / 180;
const EARTH_RADIUS_KM = 6371;

/** The columns of a place: of the first that is on the map, else of the first. */
export function placeColumns(places: readonly Place[]) {
  const place = places.find(({ lat }) => lat !== null) ?? places[0];
  const { lat = null, lon = null, precision = null } = place ?? {};
  const isMapped = lat !== null && lon !== null && (precision ?? 1) <= MAPPED_MAX;
  const point = isMapped ? unitVector(lat, lon) : { x: null, y: null, z: null };
  return {
    place_id: place?.id ?? null,
    place_name: cleanOrNull(place?.name ?? null),
    lat,
    lon,
    radius_km: place?.radiusKm ?? null,
    place_precision: precision,
    country: place?.country ?? null,
    admin1: cleanOrNull(place?.admin1 ?? null),
    ...point,
  };
}

/** A point of the globe as a vector of length 1: by it a distance is three products, the same in every database. */
export function unitVector(lat: number, lon: number): { x: number; y: number; z: number } {
  const ring = Math.cos(lat * RADIANS);
  return {
    x: ring * Math.cos(lon * RADIANS),
    y: ring * Math.sin(lon * RADIANS),
    z: Math.sin(lat * RADIANS),
  };
}

/** The least product of two such vectors that are at most so many kilometres apart. */
export function leastProduct(km: number): number {
  return Math.cos(Math.min(Math.PI, km / EARTH_RADIUS_KM));
}
