import type { ActorRef, Place } from '../../src/core/model/index.ts';
import { type Chance, chance } from './chance.ts';

/** An invented world: no country, group, place or paper in it exists. */
export interface World {
  readonly places: readonly Place[];
  readonly actors: readonly ActorRef[];
  readonly sources: readonly string[];
  readonly words: readonly string[];
}

const COUNTRIES = 40;
const ADMIN1_EACH = 12;
const PLACES_EACH = 12;
const ACTORS_EACH = 10;
const SOURCES = 300;
const WORDS = 4_000;
const SYLLABLES =
  'ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti to va ve vo'.split(
    ' ',
  );
const GROUPS = [
  'Army of',
  'Police of',
  'Northern Front of',
  'Free Valley Movement of',
  'Council of',
  'Border Guard of',
];

/** Makes the world of a seed, with as many countries as asked for. */
export function inventWorld(seed: number, countries = COUNTRIES): World {
  const luck = chance(seed);
  const places: Place[] = [];
  const actors: ActorRef[] = [];
  for (let c = 0; c < countries; c++) {
    const code = `X${String.fromCharCode(65 + Math.floor(c / 26), 65 + (c % 26))}`;
    const name = capital(word(luck, 3));
    const center = { lat: -50 + 100 * luck.next(), lon: -170 + 340 * luck.next() };
    for (let g = 0; g < ACTORS_EACH; g++) actors.push(inventActor(luck, code, name, g));
    for (let a = 0; a < ADMIN1_EACH; a++) {
      const admin1 = capital(word(luck, 2));
      const middle = { lat: center.lat + 8 * (luck.next() - 0.5), lon: center.lon + 8 * (luck.next() - 0.5) };
      for (let p = 0; p < PLACES_EACH; p++)
        places.push(inventPlace(luck, { code, admin1, middle, number: places.length }));
    }
  }
  const sources = Array.from(
    { length: SOURCES },
    () => `The ${capital(word(luck, 2))} ${luck.pick(['Post', 'Herald', 'Radio'])}`,
  );
  const words = Array.from({ length: WORDS }, () => word(luck, 2 + luck.whole(3)));
  return { places, actors, sources, words };
}

function inventActor(luck: Chance, country: string, name: string, number: number): ActorRef {
  const words = `${GROUPS[number % GROUPS.length]} ${number < GROUPS.length ? name : capital(word(luck, 3))}`;
  return {
    id: number % 4 === 3 ? null : `${country.toLowerCase()}-${number}`,
    name: words,
    kind: number % 2 === 0 ? 'military' : 'armed-group',
    country,
    span: null,
    basis: 'stated',
    rule: null,
  };
}

function inventPlace(
  luck: Chance,
  {
    code,
    admin1,
    middle,
    number,
  }: { code: string; admin1: string; middle: { lat: number; lon: number }; number: number },
): Place {
  const name = capital(word(luck, 3));
  const base = { name, span: null, country: code, admin1, basis: 'stated', why: 'invented' } as const;
  if (number % 25 === 24) return { ...base, id: null, lat: null, lon: null, radiusKm: null, precision: null };
  const [lat, lon] = [middle.lat + luck.next() - 0.5, middle.lon + luck.next() - 0.5].map(
    at => Math.round(at * 1e4) / 1e4,
  );
  if (lat === undefined || lon === undefined) throw new RangeError('no coordinates');
  const precision = number % 25 === 12 ? 6 : 1 + luck.whole(4);
  return { ...base, id: `gn:${number}`, lat, lon: ((lon + 540) % 360) - 180, radiusKm: 5 * precision, precision };
}

function word(luck: Chance, syllables: number): string {
  return Array.from({ length: syllables }, () => luck.pick(SYLLABLES)).join('');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
