import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReport } from '../../ingest/index.ts';
import type { Report } from '../../model/index.ts';
import { stories } from './stories.ts';

/** Constructed texts; the happenings are invented. */
const TEXTS: Readonly<Record<string, readonly [string, string | null]>> = {
  bridge1: [
    'Bridge at Oltarra blown up\n\nFighters of the Hill Guards blew up the road bridge at Oltarra, killing two drivers, officials in Kesh said.',
    '2025-03-05',
  ],
  bridge2: [
    'Two lorry drivers die in Oltarra blast\n\nTwo men died when a charge destroyed the bridge on the Oltarra road, police in Kesh said. The Hill Guards are blamed.',
    '2025-03-06',
  ],
  market: [
    'Shells hit Sur market\n\nAt least nine people were killed when shells fell on the vegetable market of Sur on Friday, a doctor told reporters.',
    '2025-03-05',
  ],
  marketLater: [
    'Shells hit Sur market again\n\nShells fell on the market of Sur for the second time this year, wounding four traders, a nurse said.',
    '2025-11-20',
  ],
  sport: [
    'Rovers win at Sur\n\nThe Rovers beat the home team of Sur by three goals to one on Friday in front of nine thousand.',
    '2025-03-05',
  ],
};

const REPORTS = Object.entries(TEXTS).map(([id, [text, publishedAt]]): Report => {
  return { ...readReport({ text, given: { publishedAt } }).value, id };
});

test('reports of one happening in different words are one story, look-alikes and repetitions are not', () => {
  expect(stories(REPORTS)).toEqual([['bridge1', 'bridge2'], ['market'], ['marketLater'], ['sport']]);
});

test('a copy is one story with its original, and a report given twice counts once', () => {
  const copy = REPORTS.filter(({ id }) => id === 'market').map(report => ({ ...report, id: 'marketCopy' }));
  expect(stories([...REPORTS, ...copy, ...REPORTS])).toContainEqual(['market', 'marketCopy']);
});

test('no reports tell no stories', () => {
  expect(stories([])).toEqual([]);
});

test('the order of the reports makes no difference', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(REPORTS, { minLength: REPORTS.length }), shuffled => {
      expect(stories(shuffled)).toEqual(stories(REPORTS));
    }),
    { seed: 5, numRuns: 20 },
  );
});
