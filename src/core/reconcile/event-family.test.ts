import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTable } from '../base/table.ts';
import { EVENT_FAMILIES, typeLikeness } from './event-family.ts';

test('every type of the codebook has a family, and no other', () => {
  const table = readFileSync(new URL('../../../data/codebooks/event-types.tsv', import.meta.url), 'utf8');
  expect(Object.keys(EVENT_FAMILIES).sort()).toEqual(
    readTable(table)
      .map(row => row['id'])
      .sort(),
  );
});

test.each([
  ['ambush', 'ambush', 1],
  ['ambush', 'armed-clash', 0.75],
  ['attack', 'shelling', 0.65],
  ['drone-strike', 'shelling', 0.6],
  ['ambush', 'shelling', 0.35],
  ['ambush', 'riot', 0],
  ['ambush', 'destruction', null],
  ['territory-taken', 'seizure', 0.75],
  ['unheard-of', 'ambush', null],
] as const)('%s and %s are alike to %s, either way round', (a, b, likeness) => {
  expect(typeLikeness(a, b)).toBe(likeness);
  expect(typeLikeness(b, a)).toBe(likeness);
});
