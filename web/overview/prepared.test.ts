import { expect, test } from 'vitest';
import { parseIsoDay } from '../../src/core/base/iso-day.ts';
import { binsOf } from './bins.ts';
import { countByPlace, countWithin, type DaySpan, prepare } from './prepared.ts';

type Row = readonly [
  from: string | null,
  to: string | null,
  lon: number | null,
  lat: number | null,
  radiusKm: number | null,
  precision: number | null,
];

function prepared(rows: readonly Row[]) {
  const column = <I extends 0 | 1 | 2 | 3 | 4 | 5>(index: I) => rows.map(row => row[index]);
  return prepare({
    columns: {
      id: rows.map((_, i) => `inc_${i}`),
      type: rows.map(() => 'raid'),
      country: rows.map(() => 'NER'),
      from: column(0),
      to: column(1),
      lon: column(2),
      lat: column(3),
      radiusKm: column(4),
      precision: column(5),
      deathsLow: rows.map(() => null),
      deathsHigh: rows.map(() => null),
      contradicted: rows.map(() => false),
      independentSources: rows.map(() => 1),
    },
  });
}

const ROWS: readonly Row[] = [
  ['2026-10-13', '2026-10-13', 1.8, 12.8, 2, 1],
  ['2026-10-14', '2026-10-14', 1.8, 12.8, 2, 1],
  ['2026-10-10', '2026-10-20', 2.1, 13.5, 150, 4],
  [null, null, 1.8, 12.8, 2, 1],
  ['2026-10-15', '2026-10-15', null, null, null, null],
  ['2026-10-16', '2026-10-16', 8, 17, 700, 6],
];

function span(from: string | null, to: string | null): DaySpan {
  return { from: from === null ? null : parseIsoDay(from), to: to === null ? null : parseIsoDay(to) };
}

test('incidents placed alike are one place; without a place, or by country only, they are on no place', () => {
  const { places, place, unplaced, undated, countryOnly } = prepared(ROWS);
  expect(places.map(({ lon, lat, radiusKm }) => [lon, lat, radiusKm])).toEqual([
    [1.8, 12.8, 2],
    [2.1, 13.5, 150],
  ]);
  expect([...place]).toEqual([0, 0, 1, 0, -1, -1]);
  expect([unplaced, undated, [...countryOnly]]).toEqual([1, 1, [['NER', 1]]]);
});

test.each([
  [null, null, [3, 1], 6],
  ['2026-10-13', '2026-10-13', [1, 1], 2],
  ['2026-10-14', null, [1, 1], 4],
  [null, '2026-10-09', [0, 0], 0],
])('between %s and %s there are %j at the places and %i in all', (from, to, counts, all) => {
  const held = prepared(ROWS);
  expect([...countByPlace(held, span(from, to))]).toEqual(counts);
  expect(countWithin(held, span(from, to), null)).toBe(all);
});

test('only what is near is counted where a neighbourhood is given', () => {
  expect(countWithin(prepared(ROWS), span(null, null), { lat: 12.8, lon: 1.8, km: 5 })).toBe(3);
});

test('bars count what was within a day apart from what may have been', () => {
  const { unit, bins } = binsOf(prepared(ROWS), null);
  expect(unit).toBe('day');
  expect(bins.map(({ within }) => within)).toEqual([0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0]);
  expect(bins.map(({ perhaps }) => perhaps)).toEqual(Array.from({ length: 11 }, () => 1));
});

test.each([
  ['2026-01-01', '2026-03-31', 'day', 90],
  ['2025-01-01', '2026-03-31', 'week', 66],
  ['2018-05-20', '2026-03-31', 'month', 95],
  ['1946-05-20', '2026-03-31', 'year', 81],
])('from %s to %s there is a bar for each %s: %i', (first, last, unit, count) => {
  const days = [first, '2020-02-29', last].filter(day => day >= first && day <= last);
  const made = binsOf(prepared(days.map((day): Row => [day, day, null, null, null, null])), null);
  expect([made.unit, made.bins.length]).toEqual([unit, count]);
  expect(made.bins.reduce((sum, { within }) => sum + within, 0)).toBe(days.length);
  for (const [i, bin] of made.bins.entries()) {
    if (i > 0) expect(bin.first).toBe((made.bins[i - 1]?.last ?? 0) + 1);
  }
});

test('a ledger without any day has no bars', () => {
  expect(binsOf(prepared([[null, null, 1, 1, 1, 1]]), null).bins).toEqual([]);
});
