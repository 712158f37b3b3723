import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { distanceKm } from '../../base/distance.ts';
import { Place } from '../../model/place.ts';
import { annotate } from '../syntax/annotate.ts';
import { LanguageModels } from '../syntax/language-models.ts';
import { findPlaces, type PlaceMention } from './find-places.ts';
import { Gazetteer } from './gazetteer.ts';

const folder = join(import.meta.dirname, '../../../../models');
const gazetteer = Gazetteer.from(readFileSync(join(folder, 'gazetteer.bin')));
const models = LanguageModels.from(readFileSync(join(folder, 'language.bin')));

function places(text: string): PlaceMention[] {
  const mentions = findPlaces({ text, ...annotate(text, models) }, gazetteer);
  for (const { place, span } of mentions) {
    expect(Place.parse(place)).toEqual(place);
    expect(place.span && text.slice(place.span.start, place.span.end)).toBe(place.name);
    expect(place.name).toContain(text.slice(span.start, span.end));
    expect(place.why).not.toBe('');
  }
  return mentions;
}

/** `text, words of the place, role, country, latitude and longitude (within km), precision` */
type Row = readonly [string, string, string, string | null, readonly [number, number, number] | null, number | null];

const rows: readonly Row[] = [
  ['Clashes broke out in Spin Boldak on Monday.', 'Spin Boldak', 'location', 'AFG', [31.0, 66.4, 10], 1],
  ['Gunmen struck a post in Kunar province, officials said.', 'Kunar', 'location', 'AFG', [34.9, 71.1, 40], 4],
  ['Police in Alexandria, La., arrested two men.', 'Alexandria', 'location', 'USA', [31.31, -92.45, 10], 1],
  ['Egyptian police in Alexandria arrested two men.', 'Alexandria', 'location', 'EGY', [31.2, 29.9, 10], 1],
  ['Pakistani troops shelled a village.', 'Pakistani', 'demonym', 'PAK', [30, 70, 1], 6],
  ['Islamabad warned Kabul on Tuesday.', 'Islamabad', 'government', 'PAK', [33.7, 73.05, 10], 1],
  ['Islamabad warned Kabul on Tuesday.', 'Kabul', 'government', 'AFG', [34.5, 69.2, 10], 1],
  ['Russia invaded Ukraine.', 'Ukraine', 'location', 'UKR', [49, 32, 5], 6],
  [
    'Fire swept both banks; boats crossed the Dnepr at night near Kherson.',
    'Dnepr',
    'location',
    null,
    [48, 33.5, 100],
    5,
  ],
  ['Raids hit Diffa, Lac and Borno last month.', 'Borno', 'location', 'NGA', [11.9, 13.2, 60], 4],
  ['A bomb exploded in Islamabad on Tuesday.', 'Islamabad', 'location', 'PAK', [33.7, 73.05, 10], 1],
  ['Two soldiers died 12 km north of Chaman.', '12 km north of Chaman', 'location', 'PAK', [31.03, 66.45, 4], 2],
  [
    'Ukraine said a convoy was hit near Pokrovsk, Russian troops having fired on it.',
    'near Pokrovsk',
    'location',
    'UKR',
    [48.28, 37.18, 5],
    2,
  ],
  ['Shells fell near Wana at dawn.', 'near Wana', 'location', 'PAK', [32.3, 69.57, 5], 2],
  [
    'The convoy was hit between Tank and Jandola.',
    'between Tank and Jandola',
    'location',
    'PAK',
    [32.28, 70.25, 15],
    2,
  ],
  ['A mine blew up on the Gao-Ansongo road in Mali.', 'Gao-Ansongo road', 'location', 'MLI', [15.96, 0.23, 20], 5],
  [
    'Pakistan said its troops on the Afghan border were attacked.',
    'Afghan border',
    'location',
    null,
    [32.7, 69.9, 5],
    5,
  ],
  ['Fighting went on along the Durand Line.', 'Durand Line', 'location', null, [32.7, 69.9, 5], 5],
  ['Two boats were attacked in the Red Sea.', 'Red Sea', 'location', null, [20.3, 38.5, 300], 7],
];

describe('findPlaces', () => {
  test.each(rows)('%s → %s', (text, name, role, country, where, precision) => {
    const found = places(text).find(mention => mention.place.name === name);
    expect(found, `no mention ${name}`).toBeDefined();
    if (!found) return;
    expect([found.role, found.place.country, found.place.precision]).toEqual([role, country, precision]);
    if (where === null) expect(found.place.lat).toBeNull();
    else
      expect(distanceKm(found.place.lat ?? 0, found.place.lon ?? 0, where[0], where[1])).toBeLessThanOrEqual(where[2]);
  });

  test('a village that nobody has mapped is put into the province that the text names', () => {
    const [village] = places('Gunmen stormed Qalandarzoy village in Zabul province on Sunday.');
    expect(village.place).toMatchObject({
      name: 'Qalandarzoy',
      id: null,
      precision: 4,
      country: 'AFG',
      basis: 'implied',
    });
    expect(village.candidates).toEqual([]);
  });

  test('two places of one event stay two', () => {
    const found = places('Shells fell beside the crossing points Spin Boldak and Chaman on Sunday night.');
    const spots = found.filter(({ role }) => role === 'location').map(({ place }) => place);
    expect(spots.map(({ name, country, precision }) => [name, country, precision])).toEqual([
      ['Spin Boldak', 'AFG', 1],
      ['Chaman', 'PAK', 1],
    ]);
  });
});
