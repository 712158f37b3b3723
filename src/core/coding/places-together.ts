import { distanceKm } from '../base/distance.ts';
import type { Place } from '../model/place.ts';

/** Precisions up to this one name a spot, a town or a district; coarser ones are kept only where nothing finer is said. */
const FINE = 3;

/** Farther apart than so many kilometres two places are not those of one happening. */
const REACH_KM = 60;

/** Whether a place is a spot, a town or a district. */
export function isFine({ precision }: Place): boolean {
  return precision !== null && precision <= FINE;
}

/** The finer places where there are any, each once; names that no gazetteer knows stay beside them. */
export function finest(places: readonly Place[]): readonly Place[] {
  const best = Math.min(...places.map(({ precision }) => precision ?? 9));
  const most = best <= FINE ? FINE : best;
  const chosen = places.filter(({ precision }) => precision === null || precision <= most);
  const near = chosen.filter((place, i) => chosen.slice(0, i).every(other => gapKm(place, other) <= REACH_KM));
  return near.filter((place, i) => near.findIndex(other => samePlace(other, place)) === i);
}

/** Kilometres between the edges of two places, 0 where one of them is not resolved. */
export function gapKm(a: Place, b: Place): number {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return 0;
  return distanceKm(a.lat, a.lon, b.lat, b.lon) - (a.radiusKm ?? 0) - (b.radiusKm ?? 0);
}

/** Whether two places are one by id, or by name where neither is resolved. */
export function samePlace(a: Place, b: Place): boolean {
  return a.id !== null || b.id !== null ? a.id === b.id : a.name.toLowerCase() === b.name.toLowerCase();
}
