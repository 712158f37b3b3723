import { describe, expect, test } from 'vitest';
import { findDay, isDateLine } from './publication-date.ts';

describe('findDay', () => {
  test.each([
    ['2025-10-15', '2025-10-15', '2025-10-15'],
    ['on 2025-10-15T08:00Z', '2025-10-15', '2025-10-15'],
    ['Wednesday, October 15, 2025', '2025-10-15', 'October 15, 2025'],
    ['Oct. 15th, 2025', '2025-10-15', 'Oct. 15th, 2025'],
    ['15 October 2025', '2025-10-15', '15 October 2025'],
    ['the 15th of October, 2025', '2025-10-15', '15th of October, 2025'],
    ['15-Oct-2025', '2025-10-15', '15-Oct-2025'],
    ['15.10.2025', '2025-10-15', '15.10.2025'],
    ['15/10/2025', '2025-10-15', '15/10/2025'],
    ['10/15/2025', '2025-10-15', '10/15/2025'],
    ['4/4/2025', '2025-04-04', '4/4/2025'],
    ['31 AUG 89', '1989-08-31', '31 AUG 89'],
    ['3 Feb 24', '2024-02-03', '3 Feb 24'],
    ['31 February 2025', null, '31 February 2025'],
    ['2025-13-40', null, '2025-13-40'],
  ])('%s', (text, day, words) => {
    const found = findDay(text);
    expect(found?.day).toBe(day);
    expect(text.slice(found?.start, found?.end)).toBe(words);
  });

  test.each(['3/4/2025', 'October 15', 'October 2025', '15 Ramadan 1446', 'Route 15, 2025', '2025', ''])(
    'none in %s',
    text => {
      expect(findDay(text)).toBeNull();
    },
  );
});

describe('isDateLine', () => {
  test.each([
    'October 15, 2025',
    'Wednesday, 15 October 2025',
    'Wed 15 Oct 2025 14:30 GMT',
    'Published: 15 October 2025, 2:30 p.m.',
    'PUBLISHED ON OCTOBER 15, 2025 | 14:30 IST',
    '2025-10-15T14:30:00+02:00',
    'Posted 15.10.2025 · Updated 16.10.2025',
    '(15/10/2025)',
  ])('%s', line => {
    expect(isDateLine(line)).toBe(true);
  });

  test.each([
    'Updated: 15 October 2025',
    'The attack of 15 October 2025',
    'Karsa, 15 October 2025',
    'On 15 October 2025, five men were hurt.',
    'October 15',
    '',
  ])('not: %s', line => {
    expect(isDateLine(line)).toBe(false);
  });
});
