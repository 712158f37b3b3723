import { distanceKm } from '../../base/distance.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { PlaceKind } from './gazetteer-format.ts';

/** Whether one place lies in another by the admin tree, or in the circle of a region or district. */
export function lies(inner: number, outer: number, gazetteer: Gazetteer): boolean {
  if (inner === outer) return false;
  const kind = gazetteer.kind(outer);
  if (kind === 'country') return gazetteer.countryEntry(inner) === outer;
  if (kind === 'admin1' && gazetteer.admin1(inner) !== null) return gazetteer.admin1(inner) === outer;
  if (kind === 'admin2' && gazetteer.admin2(inner) === outer) return true;
  if (gazetteer.radiusKm(outer) < 2 * gazetteer.radiusKm(inner) && !isSettlement(gazetteer.kind(inner))) return false;
  const reach = Math.max(gazetteer.radiusKm(outer), 30);
  return distanceKm(gazetteer.lat(inner), gazetteer.lon(inner), gazetteer.lat(outer), gazetteer.lon(outer)) <= reach;
}

export function isSettlement(kind: PlaceKind): boolean {
  return (
    kind === 'capital' ||
    kind === 'seat1' ||
    kind === 'seat2' ||
    kind === 'town' ||
    kind === 'village' ||
    kind === 'suburb'
  );
}
