import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Place } from '../../model/place.ts';
import { annotate } from '../syntax/annotate.ts';
import { LanguageModels } from '../syntax/language-models.ts';
import { findPlaces, type PlaceMention } from './find-places.ts';
import { Gazetteer } from './gazetteer.ts';
import { renderPlacesSvg } from './map/render-places-svg.ts';

const folder = join(import.meta.dirname, '../../../../models');
const gazetteer = Gazetteer.from(readFileSync(join(folder, 'gazetteer.bin')));
const models = LanguageModels.from(readFileSync(join(folder, 'language.bin')));

function places(text: string): PlaceMention[] {
  const mentions = findPlaces({ text, ...annotate(text, models) }, gazetteer);
  for (const { place } of mentions) expect(Place.parse(place)).toEqual(place);
  return mentions;
}

/** Names of places that here are words or persons. */
const noPlaces: readonly string[] = [
  'He was reading a mobile phone bill of his own.',
  'Of the dead, two were soldiers.',
  'A van and two police cars were burned.',
  'Michael Jordan scored twice.',
  'They went north and then east.',
  'The march was held in the park.',
  'US forces told us so; us they did not fear.'.slice(15),
];

describe('words that are also places', () => {
  test.each(noPlaces)('%s', text => {
    expect(
      places(text)
        .filter(({ role }) => role === 'location')
        .map(({ place }) => place.name),
    ).toEqual([]);
  });
});

/** `text, words, why the pin is missing`: no coordinates, never a default pin. */
const unresolved: readonly (readonly [string, string])[] = [
  ['Fighters entered the village of Gondorkhel at dawn.', 'Gondorkhel'],
  ['The district of Mordovania fell on Friday.', 'Mordovania'],
];

describe('fictional places', () => {
  test.each(unresolved)('%s', (text, name) => {
    const found = places(text).find(({ place }) => place.name === name);
    expect(found?.place).toMatchObject({
      id: null,
      lat: null,
      lon: null,
      radiusKm: null,
      precision: null,
      basis: 'unknown',
    });
    expect(found?.place.why).toMatch(/no place called/);
  });
});

/** `text, latitude, longitude, precision` */
const figures: readonly (readonly [string, number, number, number])[] = [
  ['The drone fell at 31.0063, 66.4001 on Monday.', 31.0063, 66.4001, 1],
  ['It was tracked to 31°00\'22"N 66°24\'00"E.', 31.00611, 66.4, 1],
  ['The ship was hit at 14.5°N, 42.3°E.', 14.5, 42.3, 2],
  ['They met at 33°S 71°W.', -33, -71, 5],
];

describe('coordinates in the text', () => {
  test.each(figures)('%s', (text, lat, lon, precision) => {
    const point = places(text).find(({ reason }) => reason === 'coordinates in figures');
    expect(point?.place).toMatchObject({ lat, lon, precision, basis: 'stated' });
  });

  test.each(['99.1234, 200.1234', '12.5, 13.5', '$31.006, 66.400', "91°00'N 10°00'E"])('%s is no point', text => {
    expect(places(text).filter(({ reason }) => reason === 'coordinates in figures')).toEqual([]);
  });
});

describe('sizes', () => {
  test('1,000 place names in one sentence', () => {
    const names = ['Kabul', 'Goma', 'Springfield', 'San Antonio', 'Idlib', 'Bakhmut', 'Victoria', 'San Jose'];
    // Tokens of our own, so that only places are timed.
    const words = Array.from({ length: 1000 }, (_, i) => `${names[i % names.length]} ,`)
      .join(' ')
      .split(' ');
    const text = words.join(' ');
    let start = 0;
    const tokens = words.map((word, index) => {
      const token = {
        index,
        sentence: 0,
        text: word,
        lemma: word,
        start,
        end: start + word.length,
        head: 0,
        label: 'dep',
      };
      start = token.end + 1;
      return { ...token, upos: word === ',' ? 'PUNCT' : 'PROPN', xpos: word === ',' ? ',' : 'NNP' };
    });
    const sentence = { index: 0, start: 0, end: text.length, tokenStart: 0, tokenEnd: tokens.length, paragraph: 0 };
    const input = { text, tokens, sentences: [{ ...sentence, kind: 'body' as const }] };
    expect(findPlaces(input, gazetteer).length).toBeGreaterThan(500);
  });

  test('a map of nothing, of places without a point, and of all at once', () => {
    const text = 'Shells fell near Wana, in the village of Gondorkhel <b> and "12 km north of Chaman".';
    const found = places(text).map(({ place }) => place);
    for (const some of [[], found.filter(({ lat }) => lat === null), found]) {
      const svg = renderPlacesSvg(some, gazetteer);
      expect(svg).toMatch(/^<svg [^>]*>\n<title>.*<\/title>/);
      expect(svg).not.toMatch(/NaN|undefined|<b>/);
    }
    expect(renderPlacesSvg(found, gazetteer)).toContain('Not placed on the map: 1');
  });
});

test('no text throws, and every place holds its invariants', () => {
  const piece = fc.constantFrom(
    'near ',
    'between ',
    'and ',
    'border ',
    '12 km ',
    'north of ',
    'Tank',
    '-',
    'Syria',
    'Turkey',
    ', ',
    'the ',
    'al-',
    'La.',
    'village ',
    'of ',
    '\n',
    '(',
    '31.006, 66.4',
    '\ud800',
    '’s ',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 30 }).map(parts => parts.join('')),
      ),
      text => {
        for (const { span, place } of places(text)) {
          expect(place.span === null || text.slice(place.span.start, place.span.end) === place.name).toBe(true);
          expect(span.start).toBeLessThan(span.end);
        }
      },
    ),
    { seed: 4, numRuns: 300 },
  );
});
