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

// What would take quadratic time in these does not end within the runner's limit.
test.each(SEEDS)('a long text of %j is read to its end', seed => {
  const text = seed.repeat(Math.ceil(300_000 / seed.length));
  const found = findDates({ text, tokens: [], sentences: [] }, { publishedAt: '2025-10-16' });
  expect(found.filter(({ span }) => span.end > text.length)).toEqual([]);
});

test('a megabyte of all of them is read to its end', () => {
  const text = SEEDS.join(' ').repeat(Math.ceil(1_000_000 / SEEDS.join(' ').length));
  const found = findDates({ text, tokens: [], sentences: [] }, { publishedAt: '2025-10-16' });
  expect(found.length).toBeGreaterThan(1000);
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
