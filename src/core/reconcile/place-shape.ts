import { distanceKm } from '../base/distance.ts';
import type { Place } from '../model/index.ts';
import type { Account } from './account.ts';

/** A place with coordinates, as a disc within which the happening lies. */
export interface Disc {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly radiusKm: number;
}

/** How far from the edge of a shape a place may still lie: villages are where the report says only within some hours' walk. */
export const SLACK_KM = 20;

/** The resolved places of an account, each once. */
export function discsOf(account: Account): readonly Disc[] {
  const discs = new Map<string, Disc>();
  for (const { name, lat, lon, radiusKm } of placesOf(account)) {
    if (lat === null || lon === null || radiusKm === null) continue;
    discs.set(`${lat} ${lon} ${radiusKm}`, { name, lat, lon, radiusKm });
  }
  return [...discs.values()];
}

/** All places of an account, resolved or not. */
export function placesOf(account: Account): readonly Place[] {
  return account.events.flatMap(({ places }) => places);
}

/** Kilometres between the edges of two discs; negative where they overlap. */
export function gapKm(a: Disc, b: Disc): number {
  return distanceKm(a.lat, a.lon, b.lat, b.lon) - a.radiusKm - b.radiusKm;
}

/** The two discs that lie nearest, of two accounts; of equally near ones the smallest. Null where either has none. */
export function nearestDiscs(a: readonly Disc[], b: readonly Disc[]): readonly [Disc, Disc] | null {
  let nearest: readonly [Disc, Disc] | null = null;
  let least: readonly [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const discA of a) {
    for (const discB of b) {
      const rank: readonly [number, number] = [Math.max(0, gapKm(discA, discB)), discA.radiusKm + discB.radiusKm];
      if (rank[0] < least[0] || (rank[0] === least[0] && rank[1] < least[1])) {
        nearest = [discA, discB];
        least = rank;
      }
    }
  }
  return nearest;
}
