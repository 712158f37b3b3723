import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distanceKm } from '../../src/core/base/distance.ts';
import { findPlaces, type PlaceMention } from '../../src/core/language/places/find-places.ts';
import { Gazetteer } from '../../src/core/language/places/gazetteer.ts';
import { placesOnMap } from '../../src/core/language/places/places-on-map.ts';
import { resolveSpans } from '../../src/core/language/places/resolve-spans.ts';
import { annotate } from '../../src/core/language/syntax/annotate.ts';
import { LanguageModels } from '../../src/core/language/syntax/language-models.ts';
import type { Measure, MeasureOptions, MeasureResult, WrongCase } from '../measure.ts';

/** A place of the gold data; only those with coordinates are scored. */
interface GoldPlace {
  readonly b: number;
  readonly e: number;
  readonly text: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly toponyms: readonly GoldPlace[];
}

/** A place that we found; without coordinates where it is not resolved. */
export interface FoundPlace {
  readonly b: number;
  readonly e: number;
  readonly lat: number | null;
  readonly lon: number | null;
}

export const measure: Measure = {
  name: 'geoparsing',
  about: 'places found and put on the map: within 161 km of gold, over all gold places with coordinates',
  data: ['corpora/geoparsing/lgl.jsonl', 'corpora/geoparsing/geowebnews.jsonl'],
  scores: {
    recognition_f1: { beat: 0.761 },
    within_161: { beat: 0.499 },
    acc_161_given_spans: { beat: 0.83 },
  },
  run,
};

const reachKm = 161;

function run(dataPath: string, _options: MeasureOptions): MeasureResult {
  const models = LanguageModels.from(readFileSync(join(import.meta.dirname, '../../models/language.bin')));
  const gazetteer = Gazetteer.from(readFileSync(join(import.meta.dirname, '../../models/gazetteer.bin')));
  const lines = readFileSync(dataPath, 'utf8').split('\n');
  const documents: GoldDocument[] = lines.filter(line => line.trim() !== '').map(line => JSON.parse(line));
  const tally = { found: 0, gold: 0, matched: 0, near: 0, given: 0, givenNear: 0 };
  const errors: WrongCase[] = [];
  let seconds = 0;
  for (const document of documents) {
    const gold = document.toponyms.filter(place => place.lat !== null);
    const annotated = annotate(document.text, models);
    const started = performance.now();
    const mentions = findPlaces({ text: document.text, ...annotated }, gazetteer);
    seconds += (performance.now() - started) / 1000;
    const found = placesOnMap(mentions).map(foundPlace);
    const pairs = pairPlaces(gold, found);
    const given = resolveSpans(
      { text: document.text, ...annotated },
      gold.map(({ b, e }) => ({ start: b, end: e })),
      gazetteer,
    );
    tally.found += found.length;
    tally.gold += gold.length;
    gold.forEach((place, at) => {
      const guess = pairs[at];
      tally.matched += Number(guess !== null);
      tally.near += Number(guess !== null && isNear(place, guess));
      const best = given[at];
      tally.given += 1;
      tally.givenNear += Number(best !== null && isNear(place, best));
      const told = place.lat === null ? '' : `${place.lat},${place.lon}`;
      if (guess === null)
        errors.push({ id: document.id, what: `missed ${place.text}`, text: around(document.text, place) });
      if (best === null || !isNear(place, best))
        errors.push({
          id: document.id,
          what: `${place.text}: ${best ? `${best.name}, ${best.admin1}, ${best.country} ${best.lat},${best.lon}` : 'no place'} for ${told}`,
          text: around(document.text, place),
        });
    });
    const taken = new Set(pairs);
    for (const place of found) {
      if (!taken.has(place))
        errors.push({
          id: document.id,
          what: `spurious ${document.text.slice(place.b, place.e)}`,
          text: around(document.text, place),
        });
    }
  }
  const scores = {
    recognition_f1: (2 * tally.matched) / Math.max(1, tally.found + tally.gold),
    within_161: tally.near / Math.max(1, tally.gold),
    acc_161_given_spans: tally.givenNear / Math.max(1, tally.given),
  };
  return { records: documents.length, seconds, scores, errors };
}

function foundPlace({ span, place, candidates }: PlaceMention): FoundPlace {
  const shaped = place.span !== null && (place.span.start !== span.start || place.span.end !== span.end);
  const { lat, lon } = shaped && candidates.length > 0 ? candidates[0] : place;
  return { b: span.start, e: span.end, lat, lon };
}

/** Gives each gold place the first found one that overlaps it and is not yet taken, as score/geoparse.py does. */
export function pairPlaces(gold: readonly GoldPlace[], found: readonly FoundPlace[]): (FoundPlace | null)[] {
  const used = new Set<FoundPlace>();
  return gold.map(place => {
    const match = found.find(guess => !used.has(guess) && place.b < guess.e && guess.b < place.e);
    if (match) used.add(match);
    return match ?? null;
  });
}

function isNear(gold: GoldPlace, guess: { readonly lat: number | null; readonly lon: number | null }): boolean {
  if (gold.lat === null || gold.lon === null || guess.lat === null || guess.lon === null) return false;
  return distanceKm(gold.lat, gold.lon, guess.lat, guess.lon) <= reachKm;
}

function around(text: string, { b, e }: { readonly b: number; readonly e: number }): string {
  return `${text.slice(Math.max(0, b - 60), b)}[${text.slice(b, e)}]${text.slice(e, e + 60)}`.replace(/\s+/g, ' ');
}
