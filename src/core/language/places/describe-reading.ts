import { distanceKm } from '../../base/distance.ts';
import type { Basis } from '../../model/basis.ts';
import { isSettlement } from './containment.ts';
import type { Gazetteer, PlaceCandidate } from './gazetteer.ts';
import type { PlaceKind } from './gazetteer-format.ts';
import { placeWeights } from './place-weights.ts';
import type { Reading, ReadingReason } from './resolve-names.ts';

/** A decision between the readings of a name, as data and in words. */
export interface Described {
  /** Belief in the best reading and in those that mean nearly the same spot. */
  readonly sure: number;
  readonly precision: number;
  readonly basis: Basis;
  readonly why: string;
}

const reasonWords: Readonly<Record<ReadingReason, string>> = {
  'only-reading': 'the only place of this name that we know',
  contained: 'the text says in what it lies',
  feature: 'the word beside the name fits its kind',
  near: 'other places of the text lie near by',
  'same-admin1': 'other places of the text lie in the same province',
  'same-country': 'the text speaks of this country',
  publisher: 'the publisher is of this country',
  size: 'it is the best known place of this name',
  conflict: 'fighting there is on record',
};

/** UCDP's where_prec of a place of each kind (its radius may ask for a coarser one). */
const kindPrecision: Partial<Readonly<Record<PlaceKind, number>>> = {
  country: 6,
  continent: 6,
  admin1: 4,
  admin2: 3,
  sea: 7,
  region: 5,
  valley: 5,
  mountain: 5,
  river: 5,
  lake: 5,
  island: 5,
  desert: 5,
  line: 5,
};

/** Says how sure the best reading is and why it was taken or left. */
export function describeReading(
  words: string,
  readings: readonly Reading[],
  candidates: readonly PlaceCandidate[],
  gazetteer: Gazetteer,
): Described {
  const [best] = readings;
  const [place] = candidates;
  if (!best || !place) return { sure: 0, precision: 6, basis: 'unknown', why: `no place called "${words}" is known` };
  const sure = readings
    .filter(reading => sameSpot(reading.entry, best.entry, gazetteer))
    .reduce((sum, reading) => sum + reading.share, 0);
  const precision = precisionOf(place);
  const others = new Set(readings.map(reading => reading.entry)).size - 1;
  const path = [place.name, place.admin2, place.admin1, place.country].filter(part => part !== null).join(', ');
  const percent = Math.round(100 * sure);
  if (sure < placeWeights.sure) {
    const known =
      others === 0
        ? `the only "${words}" that we know is`
        : `${others + 1} places may be called "${words}", the likeliest`;
    return {
      sure,
      precision,
      basis: 'unknown',
      why: `${known} ${path}, and the text does not lead there (${percent} %)`,
    };
  }
  const reasons = best.reasons.slice(0, 3).map(reason => reasonWords[reason]);
  const spelling = best.match === 'variant' ? ` (spelt like ${place.name})` : '';
  const tail = others > 0 ? `; ${percent} % against ${others} other ${others === 1 ? 'reading' : 'readings'}` : '';
  const radius = `precision ${precision}, within ${place.radiusKm} km (${kindWord(place.kind)})`;
  const elsewhere = readings.some(reading => !sameSpot(reading.entry, best.entry, gazetteer));
  const stated = !elsewhere || best.reasons[0] === 'contained' || sure > 0.9;
  return {
    sure,
    precision,
    basis: stated ? 'stated' : 'implied',
    why: `${path}${spelling}: ${reasons.join(', ') || 'the likeliest reading'}${tail}; ${radius}`,
  };
}

export function precisionOf(place: Pick<PlaceCandidate, 'kind' | 'radiusKm' | 'population'>): number {
  const byKind = kindPrecision[place.kind];
  if (byKind !== undefined) return byKind === 5 && place.radiusKm <= 5 ? 2 : byKind;
  // UCDP knows some villages within 25 km only; a great city is exact however far it spreads.
  if (isSettlement(place.kind)) return place.radiusKm < 25 || place.population !== null ? 1 : 2;
  if (place.radiusKm <= 5) return 1;
  return place.radiusKm <= 25 ? 2 : 5;
}

function kindWord(kind: PlaceKind): string {
  if (isSettlement(kind)) return 'a settlement';
  if (kind === 'admin1') return 'a first-order unit';
  return kind === 'admin2' ? 'a second-order unit' : `a ${kind}`;
}

function sameSpot(a: number, b: number, gazetteer: Gazetteer): boolean {
  if (a === b) return true;
  const near = distanceKm(gazetteer.lat(a), gazetteer.lon(a), gazetteer.lat(b), gazetteer.lon(b));
  return near <= Math.max(25, Math.min(150, gazetteer.radiusKm(a)), Math.min(150, gazetteer.radiusKm(b)));
}
