import { describe, expect, it } from 'vitest';
import type { ActorRef, Toll } from '../model/index.ts';
import { totalDeaths } from './deaths.ts';

type Row = readonly [harm: string, side: string | null, status: string, low: number | null, high: number | null];

// Each row: the toll rows of one incident, then how many died in all at least and at most.
const CASES: readonly (readonly [string, readonly Row[], number | null, number | null])[] = [
  ['nothing told', [], null, null],
  ['one side', [['killed', 'army', 'combatant', 9, 26]], 9, 26],
  [
    'two sides',
    [
      ['killed', 'army', 'combatant', 9, 26],
      ['killed', 'group', 'combatant', 37, 37],
    ],
    46,
    63,
  ],
  [
    'a total beside its part',
    [
      ['killed', null, 'unknown', 14, 14],
      ['killed', null, 'civilian', 3, 3],
    ],
    14,
    14,
  ],
  [
    'parts above the total',
    [
      ['killed', null, 'unknown', 3, 3],
      ['killed', 'army', 'combatant', 5, 5],
    ],
    5,
    5,
  ],
  [
    'combatants of no side beside a side',
    [
      ['killed', null, 'combatant', 8, 8],
      ['killed', 'army', 'combatant', 5, 5],
    ],
    8,
    8,
  ],
  [
    'a side whose status is told once',
    [
      ['killed', 'army', 'unknown', 7, 7],
      ['killed', 'army', 'combatant', 5, 5],
    ],
    7,
    7,
  ],
  [
    'civilians of two nations',
    [
      ['killed', 'a', 'civilian', 2, 2],
      ['killed', 'b', 'civilian', 3, 4],
    ],
    5,
    6,
  ],
  [
    'civilians, and those of a nation',
    [
      ['killed', 'civilians', 'civilian', 6, 6],
      ['killed', 'a', 'civilian', 2, 2],
    ],
    6,
    6,
  ],
  [
    'no upper bound on one side',
    [
      ['killed', 'army', 'combatant', 9, 9],
      ['killed', 'group', 'combatant', 20, null],
    ],
    29,
    null,
  ],
  [
    'casualties raise the upper bound alone',
    [
      ['killed', null, 'unknown', 2, 2],
      ['killed-or-injured', null, 'unknown', 12, 12],
    ],
    2,
    12,
  ],
  ['casualties alone are no deaths', [['killed-or-injured', null, 'unknown', 12, 12]], null, null],
  ['the injured are no deaths', [['injured', 'army', 'combatant', 12, 12]], null, null],
  ['a stated zero', [['killed', null, 'unknown', 0, 0]], 0, 0],
];

describe('deaths of an incident in all', () => {
  it.each(CASES)('%s', (_, rows, low, high) => {
    expect(totalDeaths(rows.map(toll))).toMatchObject({ low, high });
  });
});

function toll([harm, side, status, low, high]: Row): Toll {
  const kind = side === 'civilians' ? 'civilians' : 'military';
  const actor: ActorRef | null =
    side === null ? null : { id: side, name: side, kind, country: null, span: null, basis: 'stated', rule: null };
  return {
    harm,
    side: actor,
    status,
    unit: 'persons',
    low,
    best: null,
    high,
    policy: 'ranges@1',
    why: '',
    entries: [],
  } as Toll;
}
