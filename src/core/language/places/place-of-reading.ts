import type { Place } from '../../model/place.ts';
import type { Span } from '../../model/span.ts';
import { describeReading } from './describe-reading.ts';
import type { WeighedCandidate } from './find-places.ts';
import type { Gazetteer } from './gazetteer.ts';
import { placeWeights } from './place-weights.ts';
import type { Reading } from './resolve-names.ts';

/** The place of a name's best reading; without coordinates where nothing decides between its readings. */
export function placeOf(
  text: string,
  span: Span,
  readings: readonly Reading[],
  candidates: readonly WeighedCandidate[],
  gazetteer: Gazetteer,
): Place {
  const words = text.slice(span.start, span.end);
  const [best] = candidates;
  const described = describeReading(words, readings, candidates, gazetteer);
  if (!best || described.sure < placeWeights.sure) {
    return {
      name: words,
      span,
      id: null,
      lat: null,
      lon: null,
      radiusKm: null,
      precision: null,
      country: null,
      admin1: null,
      basis: 'unknown',
      why: described.why,
    };
  }
  return {
    name: words,
    span,
    id: best.id,
    lat: best.lat,
    lon: best.lon,
    radiusKm: best.radiusKm,
    precision: described.precision,
    country: best.country,
    admin1: best.kind === 'admin1' ? best.name : best.admin1,
    basis: described.basis,
    why: described.why,
  };
}

/** A name that no gazetteer knows, in a place that the text says holds it: that place's disc, and its precision. */
export function placeWithin(unknown: Place, container: Place): Place {
  if (container.lat === null || container.radiusKm === null) return unknown;
  const { lat, lon, radiusKm, precision, country, admin1 } = container;
  const why = `${unknown.why}; the text puts it in ${container.name}: anywhere within ${radiusKm} km of its point, precision ${precision}`;
  return { ...unknown, lat, lon, radiusKm, precision, country, admin1, basis: 'implied', why };
}
