import { distanceKm } from '../base/distance.ts';
import type { PlaceMention } from '../language/places/find-places.ts';
import type { Place } from '../model/place.ts';
import type { Context } from './context.ts';
import { isFine, samePlace } from './places-together.ts';

/** A reading of a name that has less than this share of belief is given up where all other places lie far off. */
const SURE = 0.95;

/** From this share on a reading stands as a landmark for others. */
const LIKELY = 0.7;

const FAR_KM = 250;

/** A district cannot lie so far from the town that it is said to be of. */
const ASTRAY_KM = 150;

/**
 * The place of a mention; the town that it is said to be a part of where its reading lies far from that, and no coordinates where its reading is a doubtful one and every other town of the report lies
 * far from it: a name without a pin is better than one on a namesake (codebook §6.7).
 */
export function trustedPlace(context: Context, mention: PlaceMention): Place {
  const { place, candidates } = mention;
  if (!isFine(place)) return place;
  const holder = holderOf(context, mention);
  if (holder !== null && kmBetween(place, holder.place) > ASTRAY_KM) return holder.place;
  if ((candidates[0]?.share ?? 1) >= SURE) return place;
  const others = context.doc.places
    .filter(({ role, place: other, candidates: [best] }) => {
      return role === 'location' && isFine(other) && (best?.share ?? 1) >= LIKELY && !samePlace(other, place);
    })
    .map(other => other.place);
  if (others.length === 0 || others.some(other => kmBetween(place, other) < FAR_KM)) return place;
  return withoutPin(place);
}

/** The place right behind a name, of which it is a part: "the X district of Y". */
function holderOf(context: Context, { tokenEnd }: PlaceMention): PlaceMention | null {
  if (context.tree.tokens[tokenEnd]?.text.toLowerCase() !== 'of') return null;
  const holder = context.placeAt[tokenEnd + 1] ?? context.placeAt[tokenEnd + 2] ?? null;
  return holder !== null && isFine(holder.place) ? holder : null;
}

function withoutPin(place: Place): Place {
  return {
    ...place,
    id: null,
    lat: null,
    lon: null,
    radiusKm: null,
    precision: null,
    country: null,
    admin1: null,
    basis: 'unknown',
    why: `${place.name}: the only reading known lies far from every other place of the report`,
  };
}

function kmBetween(a: Place, b: Place): number {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return Number.POSITIVE_INFINITY;
  return distanceKm(a.lat, a.lon, b.lat, b.lon);
}
