import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDates } from './find-dates.ts';

/** Pieces that make the patterns start and fail again and again. */
const SEEDS: readonly string[] = [
  '1',
  '1 ',
  'a',
  'May ',
  '1-',
  '1, ',
  '12 and ',
  'the ',
  '\n ',
  '\n',
  ' ',
  "'",
  'early ',
  'twenty-',
  'last the ',
  '1.1.',
  'Eid al',
  ',',
];

test.each(SEEDS)('a long text of %j takes linear time', seed => {
  const time = (length: number) => {
    const text = seed.repeat(Math.ceil(length / seed.length));
    const start = performance.now();
    findDates({ text, tokens: [], sentences: [] }, { publishedAt: '2025-10-16' });
    return performance.now() - start;
  };
  time(1000);
  // Quadratic time would be ten seconds and more; the bound leaves a slow machine its room.
  expect(time(300_000)).toBeLessThan(4000);
});

test('a megabyte of all of them takes linear time', () => {
  const text = SEEDS.join(' ').repeat(Math.ceil(1_000_000 / SEEDS.join(' ').length));
  const start = performance.now();
  findDates({ text, tokens: [], sentences: [] }, { publishedAt: '2025-10-16' });
  expect(performance.now() - start).toBeLessThan(8000);
});

test('any text gives mentions in order, inside of it', () => {
  const words = fc.constantFrom(
    '31',
    'February',
    'last',
    'the',
    'night',
    'of',
    'to',
    '-',
    '2023',
    'week',
    'May',
    'Friday',
    'ago',
    ',',
    '\n\n',
    'since',
    'BC',
    'Eid',
    '9/2/2023',
    'early',
    'two',
    'days',
    'later',
    '12:61',
    '0',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 12 }).map(parts => parts.join(' ')),
  );
  fc.assert(
    fc.property(
      text,
      fc.constantFrom(null, '2024-02-29', '0001-01-01', '9999-12-31', 'nonsense'),
      (given, publishedAt) => {
        let last = 0;
        for (const { span, when } of findDates({ text: given, tokens: [], sentences: [] }, { publishedAt })) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeLessThanOrEqual(given.length);
          expect(when.words).toBe(given.slice(span.start, span.end));
          if (when.start !== null && when.end !== null) expect(when.start <= when.end).toBe(true);
          last = span.end;
        }
      },
    ),
    { seed: 4, numRuns: 400 },
  );
});
