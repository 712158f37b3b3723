import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDay, dayNumber, formatIsoDay, isoWeek, parseIsoDay, shiftMonth, weekdayOf } from './iso-day.ts';

const DAYS: readonly [string, number, string][] = [
  ['1970-01-01', 4, '1970-W1'],
  ['2025-10-15', 3, '2025-W42'],
  ['2024-02-29', 4, '2024-W9'],
  ['2021-01-03', 7, '2020-W53'],
  ['1939-09-01', 5, '1939-W35'],
  ['2024-12-30', 1, '2025-W1'],
];

test.each(DAYS)('%s', (day, weekday, week) => {
  const number = parseIsoDay(day)!;
  expect([formatIsoDay(number), weekdayOf(number)]).toEqual([day, weekday]);
  const found = isoWeek(number);
  expect(`${found.year}-W${found.week}`).toBe(week);
});

test.each(['2023-02-29', '2023-02-31', '2023-13-01', '2023-00-10', '2023-1-1', 'yesterday', ''])(
  '%s is no day',
  text => {
    expect(parseIsoDay(text)).toBeNull();
  },
);

test('days of all years come back as they went in, one after the other', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_500_000, max: 2_900_000 }), number => {
      const { year, month, day } = calendarDay(number);
      expect(dayNumber(year, month, day)).toBe(number);
      expect(weekdayOf(number + 1)).toBe((weekdayOf(number) % 7) + 1);
    }),
    { seed: 4 },
  );
});

test('months shift over the turn of a year', () => {
  expect([shiftMonth(2025, 1, -1), shiftMonth(2025, 12, 1), shiftMonth(2025, 3, -27)]).toEqual([
    { year: 2024, month: 12 },
    { year: 2026, month: 1 },
    { year: 2022, month: 12 },
  ]);
});
