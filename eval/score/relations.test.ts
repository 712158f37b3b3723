import { expect, test } from 'vitest';
import { type MarkedRelation, scoreRelations } from './relations.ts';

const relation = (type: string, b: number, e: number, c: number, f: number): MarkedRelation => ({
  type,
  source: { b, e },
  target: { b: c, e: f },
});

const GOLD: readonly (readonly MarkedRelation[])[] = [
  [
    relation('FightingAgainst', 0, 4, 10, 15),
    relation('FightingAgainst', 10, 15, 0, 4),
    relation('BelongsTo', 20, 25, 0, 4),
    relation('CoLocated', 30, 35, 40, 45),
  ],
  [relation('InChargeOf', 0, 3, 5, 9)],
];

// One turned round that may be, one told twice, one turned round that may not be, two for one of the gold.
const FOUND: readonly (readonly MarkedRelation[])[] = [
  [
    relation('FightingAgainst', 12, 15, 0, 3),
    relation('FightingAgainst', 0, 2, 11, 12),
    relation('FightingAgainst', 0, 2, 11, 12),
    relation('BelongsTo', 0, 4, 20, 25),
    relation('CoLocated', 31, 33, 44, 50),
    relation('CoLocated', 32, 34, 41, 42),
  ],
  [relation('InChargeOf', 1, 2, 8, 9), relation('AlliesOf', 1, 2, 3, 4)],
];

test('agrees with the reference scorer', () => {
  const scores = scoreRelations(GOLD.map((gold, i) => ({ gold, found: FOUND[i] ?? [] })));
  expect(scores.core).toBeCloseTo(0.6667, 3);
  expect(scores.all).toBeCloseTo(0.6667, 3);
  expect(scores.types.get('BelongsTo')).toBe(0);
});

test('nothing found scores nothing', () => {
  const scores = scoreRelations(GOLD.map(gold => ({ gold, found: [] })));
  expect([scores.core, scores.all]).toEqual([0, 0]);
});
