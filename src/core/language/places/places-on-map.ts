import type { PlaceMention } from './find-places.ts';

const greatCity = 100_000;

/**
 * The mentions that tell of a place, for a map or a list: all but those inside longer names, and of these the ones
 * called after a country, a province, a great city, or a place that the text also names on its own ("Gao Hospital").
 */
export function placesOnMap(mentions: readonly PlaceMention[]): PlaceMention[] {
  const named = new Set(mentions.filter(({ role }) => role !== 'name-part').map(({ place }) => place.id));
  return mentions.filter(({ role, place, candidates }) => {
    if (role !== 'name-part') return true;
    const [best] = candidates;
    if (!best) return false;
    if (best.kind === 'country' || best.kind === 'admin1' || (best.population ?? 0) > greatCity) return true;
    return place.id !== null && named.has(place.id);
  });
}
