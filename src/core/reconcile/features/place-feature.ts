import { distanceKm } from '../../base/distance.ts';
import { foldName } from '../../base/fold-name.ts';
import type { Account } from '../account.ts';
import type { Feature } from '../feature.ts';
import { discsOf, gapKm, nearestDiscs, placesOf } from '../place-shape.ts';

/** Up to this radius a place is one place on the map; a larger one (a province) says less the larger it is. */
const SMALL_KM = 30;
/** Two places with two names may be one, and neighbours. */
const OTHER_NAME = 0.85;

/**
 * Do the two tell of the same place? By the distance of the nearest two places against how far off each may be; where
 * coordinates are missing, by the names, which can speak for one place but not against it.
 */
export function placeFeature(a: Account, b: Account): Feature | null {
  const nearest = nearestDiscs(discsOf(a), discsOf(b));
  if (nearest === null) return placeNameFeature(a, b);
  const [discA, discB] = nearest;
  const gap = gapKm(discA, discB);
  const size = Math.max(discA.radiusKm, discB.radiusKm);
  const sharp = size <= SMALL_KM ? 1 : Math.sqrt(SMALL_KM / size);
  const km = Math.round(distanceKm(discA.lat, discA.lon, discB.lat, discB.lon));
  const radii = `radii ${Math.round(discA.radiusKm)} and ${Math.round(discB.radiusKm)} km`;
  const overlap = gap <= 0 ? 1 : Math.exp(-gap / 12);
  if (foldName(discA.name) === foldName(discB.name))
    return { value: sharp * overlap, why: `both ${discA.name}, ${radii}` };
  return { value: OTHER_NAME * sharp * overlap, why: `${discA.name} and ${discB.name} are ${km} km apart, ${radii}` };
}

function placeNameFeature(a: Account, b: Account): Feature | null {
  const namesB = placesOf(b).map(({ name }) => foldName(name));
  const same = placesOf(a).find(({ name }) => namesB.includes(foldName(name)));
  return same === undefined ? null : { value: 0.7, why: `both name ${same.name}` };
}
