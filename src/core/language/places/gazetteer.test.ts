import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { distanceKm } from '../../base/distance.ts';
import { ModelFileError } from '../../base/model-file.ts';
import { readTable } from '../../base/table.ts';
import { Gazetteer } from './gazetteer.ts';

const bytes = readFileSync(join(import.meta.dirname, '../../../../models/gazetteer.bin'));
const gazetteer = Gazetteer.from(bytes);

/** `name, country, latitude, longitude, km`: one of the candidates lies there. */
const known: readonly (readonly [string, string | null, number, number, number])[] = [
  ['Spin Boldak', 'AFG', 31.0, 66.4, 5],
  ['spin boldak', 'AFG', 31.0, 66.4, 5],
  ['Spinboldak', 'AFG', 31.0, 66.4, 5],
  ['Chaman', 'PAK', 30.92, 66.45, 5],
  ['Chamman', 'PAK', 30.92, 66.45, 5],
  ['Angoor Adda', 'PAK', 32.52, 69.27, 8],
  ['Argun', 'AFG', 32.95, 69.18, 8],
  ['Torkham', 'AFG', 34.13, 71.09, 5],
  ['Durand Line', null, 32.7, 69.9, 5],
  ['Donbas', 'UKR', 48.35, 38.1, 20],
  ['Kiev', 'UKR', 50.45, 30.52, 5],
  ["Sana'a", 'YEM', 15.36, 44.2, 10],
  ['Sanaa', 'YEM', 15.36, 44.2, 10],
  ['Deir ez-Zor', 'SYR', 35.34, 40.14, 10],
  ['Khan Younis', 'PSE', 31.34, 34.3, 5],
  ['Bunagana', 'COD', -1.3, 29.6, 5],
  ['Mocimboa da Praia', 'MOZ', -11.35, 40.35, 5],
  ['Culiacan', 'MEX', 24.8, -107.39, 5],
  ['U.S.', 'USA', 39.76, -98.5, 1],
  ['Nagorno-Karabakh', 'AZE', 39.85, 46.75, 30],
  ['Afghan-Pakistan border', null, 32.7, 69.9, 5],
];

describe('candidates', () => {
  test.each(known)('%s is in %s', (name, country, lat, lon, km) => {
    const there = gazetteer
      .candidates(name)
      .filter(place => place.country === country && distanceKm(place.lat, place.lon, lat, lon) <= km);
    expect(there).not.toEqual([]);
  });

  test.each(['', ' ', '-', 'Zzyzxqw', 'x'.repeat(5000), '𝒦', '\ud800'])('%j is no place', name => {
    expect(gazetteer.candidates(name)).toEqual([]);
  });

  test('an adjective leads to its country', () => {
    expect(gazetteer.candidates('Pakistani').map(place => [place.id, place.match])).toEqual([['iso:PAK', 'demonym']]);
  });

  test('gives ids, admin path, population and the record of fighting', () => {
    const [kabul] = gazetteer.candidates('Kabul').filter(place => place.kind === 'capital');
    expect(kabul).toMatchObject({ id: 'gn:1138958', country: 'AFG', admin1: 'Kabul', name: 'Kabul' });
    expect(kabul?.population).toBeGreaterThan(3_000_000);
    expect(kabul?.conflictEvents).toBeGreaterThan(500);
  });
});

test('refuses other bytes and says what it got', () => {
  expect(() => Gazetteer.from(new Uint8Array(100))).toThrow(ModelFileError);
  const damaged = bytes.slice();
  damaged[1_000_000] ^= 1;
  expect(() => Gazetteer.from(damaged)).toThrow(/checksum/);
});

test('stays within the budget of the package', () => {
  expect(bytes.length).toBeLessThan(12e6);
});

test('every line of our own list of places says what its point is from', () => {
  const rows = readTable(readFileSync(join(import.meta.dirname, '../../../../data/places/conflict.tsv'), 'utf8'));
  expect(rows.length).toBeGreaterThan(200);
  expect(rows.filter(({ source = '' }) => source.trim() === '').map(({ name }) => name)).toEqual([]);
});
