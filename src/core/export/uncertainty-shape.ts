import { pointAt } from '../base/distance.ts';
import type { Place } from '../model/index.ts';

/** A ring of [longitude, latitude] in degrees, closed. */
export type Ring = readonly (readonly [number, number])[];

const CORNERS = 48;
/** Beyond a quarter of the way to the antipode a ring says no more than the globe does. */
const WIDEST_KM = 5000;

/**
 * The area within which a place may truly lie: a ring of equal distance around its point, null where the place is not
 * resolved. The ring runs anticlockwise (RFC 7946); one across the date line goes on beyond 180 degrees.
 */
export function uncertaintyRing({ lat, lon, radiusKm }: Pick<Place, 'lat' | 'lon' | 'radiusKm'>): Ring | null {
  if (lat === null || lon === null || radiusKm === null) return null;
  const ring = Array.from({ length: CORNERS }, (_, i): readonly [number, number] => {
    const corner = pointAt(lat, lon, -360 * (i / CORNERS), Math.min(radiusKm, WIDEST_KM));
    const around = corner.lon - lon > 180 ? -360 : corner.lon - lon < -180 ? 360 : 0;
    return [round(corner.lon + around), round(corner.lat)];
  });
  return [...ring, ...ring.slice(0, 1)];
}

/** About ten metres: finer than any place of a report is known. */
function round(degree: number): number {
  return Math.round(degree * 1e4) / 1e4;
}
