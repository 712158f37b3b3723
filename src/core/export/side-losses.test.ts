import { expect, test } from 'vitest';
import type { ActorRef, Toll } from '../model/index.ts';
import { sideLosses } from './side-losses.ts';

function actor(name: string, id: string | null): ActorRef {
  return { id, name, kind: null, country: null, span: null, basis: 'stated', rule: null };
}

const ARMY = actor('Army of Norland', 'mil:norland');

function toll(low: number | null, high: number | null, given: Partial<Toll> = {}): Toll {
  return {
    harm: 'killed',
    side: ARMY,
    status: 'combatant',
    unit: 'persons',
    low,
    best: null,
    high,
    policy: 'ranges@1',
    why: '',
    entries: [
      { claimId: `claim-${low}-${high}`, reportId: 'r', claimant: 'a', low, best: null, high, supersededBy: null },
    ],
    ...given,
  };
}

function losses(...incidents: readonly (readonly Toll[])[]) {
  return sideLosses(incidents.map((tolls, i) => ({ id: `inc_${i}`, tolls }))).map(
    ({ side, harm, low, high, incidents: count }) => [side?.name ?? null, harm, low, high, count],
  );
}

test('figures of different incidents are added, rows of one incident are not', () => {
  expect(losses([toll(9, 26), toll(9, 20)], [toll(2, 3)])).toEqual([['Army of Norland', 'killed', 11, 29, 2]]);
});

test('an open bound of one incident opens the whole, and no bound at all stays unknown', () => {
  expect(losses([toll(9, 26)], [toll(5, null)])).toEqual([['Army of Norland', 'killed', 14, null, 2]]);
  expect(losses([toll(null, 12)])).toEqual([['Army of Norland', 'killed', null, 12, 1]]);
});

test('a side that one report knows and another only names is one', () => {
  expect(losses([toll(1, 1)], [toll(2, 2, { side: actor('army of norland', null) })])).toEqual([
    ['Army of Norland', 'killed', 3, 3, 2],
  ]);
});

test('harms, sides that are not told, and families are kept apart', () => {
  expect(
    losses([toll(1, 1), toll(4, 4, { side: null }), toll(3, 3, { harm: 'injured' }), toll(7, 7, { unit: 'families' })]),
  ).toEqual([
    ['Army of Norland', 'killed', 1, 1, 1],
    [null, 'killed', 4, 4, 1],
    ['Army of Norland', 'injured', 3, 3, 1],
  ]);
});

test('every figure names the claims that it stands on', () => {
  const [loss] = sideLosses([{ id: 'inc_0', tolls: [toll(9, 26)] }]);
  expect(loss?.claimIds).toEqual(['claim-9-26']);
});
