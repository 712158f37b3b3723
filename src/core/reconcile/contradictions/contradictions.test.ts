import { describe, expect, test } from 'vitest';
import { type ToldEvent, type ToldFigure, type ToldStatement, told } from '../../../../test/told.ts';
import { reconcile } from '../reconcile.ts';

const FRONT = 'Northern Front';
const ARMY = 'Army of Kesh';
const STATE = 'Government of Kesh';
const CLASH = {
  type: 'armed-clash',
  actor: FRONT,
  recipient: ARMY,
  place: ['Dalan', 30, 50, 10],
  days: ['2025-03-04', '2025-03-04'],
} as const;

/** `field (gap)` of each contradiction in one report with these statements, or in several published on these days. */
function fields(event: ToldEvent, later: Readonly<Record<string, ToldEvent>> = {}): readonly string[] {
  const days = Object.entries({ '2025-03-05': event, ...later });
  const made = days.map(([published, told_]) => {
    return told({ id: `r${published}`, published, source: `Paper of ${published}`, events: [told_] });
  });
  const input = { reports: made.map(({ report }) => report), codings: made.map(({ coding }) => coding) };
  const { value } = reconcile(input);
  expect(value).toHaveLength(1);
  return (value[0]?.contradictions ?? []).map(({ field, gap }) => (gap === null ? field : `${field} (${gap})`));
}

function dead(
  says: string,
  low: number | null,
  high: number | null,
  side: string | null,
  harm: ToldFigure['harm'] = 'killed',
): ToldFigure {
  return { says, low, high, side, harm };
}

const FIGURES: readonly (readonly [string, readonly ToldFigure[], readonly string[]])[] = [
  [
    'figures that cannot both hold',
    [dead(ARMY, 7, 7, ARMY), dead('a doctor', 14, null, ARMY)],
    [`killed of ${ARMY} (7)`],
  ],
  ['a bound that the other respects', [dead(ARMY, 17, 17, ARMY), dead('a doctor', 14, null, ARMY)], []],
  ['one speaker', [dead(ARMY, 7, 7, ARMY), dead(ARMY, 9, 9, ARMY)], []],
  ['two unnamed speakers', [dead('a doctor', 7, 7, ARMY), dead('a villager', 9, 9, ARMY)], [`killed of ${ARMY} (2)`]],
  [
    'a zero against a figure',
    [dead(ARMY, 0, 0, ARMY, 'killed-or-injured'), dead(FRONT, 9, 9, ARMY)],
    [`killed of ${ARMY} (9)`],
  ],
  ['victims of unsaid side', [dead('a doctor', 7, 7, null), dead('a villager', 9, 9, null)], []],
  ['casualties beside deaths', [dead('a doctor', 20, 20, ARMY, 'killed-or-injured'), dead(ARMY, 7, 7, ARMY)], []],
  [
    'casualties beside dead and injured that exclude them',
    [dead('a doctor', 20, null, ARMY, 'killed-or-injured'), dead(ARMY, 2, 2, ARMY), dead(ARMY, 5, 5, ARMY, 'injured')],
    [`killed-or-injured of ${ARMY} (13)`],
  ],
  [
    'a total against one speaker’s two sides',
    [dead('a doctor', 9, 9, null), dead(FRONT, 2, 2, FRONT), dead(FRONT, 11, 11, ARMY)],
    [`killed of ${FRONT} + ${ARMY} (4)`],
  ],
];

const STATEMENTS: readonly (readonly [string, readonly ToldStatement[], readonly string[]])[] = [
  [
    'two beginners',
    [
      { says: ARMY, kind: 'began', actor: FRONT },
      { says: FRONT, kind: 'began', actor: ARMY },
    ],
    ['who began'],
  ],
  [
    'one beginner, told by two',
    [
      { says: ARMY, kind: 'began', actor: FRONT },
      { says: STATE, kind: 'began', actor: FRONT },
    ],
    [],
  ],
  [
    'the beginner denies',
    [
      { says: ARMY, kind: 'began', actor: FRONT },
      { says: FRONT, kind: 'denies' },
    ],
    ['who began'],
  ],
  [
    'the blamed denies',
    [
      { says: ARMY, kind: 'blames', actor: FRONT },
      { says: FRONT, kind: 'denies' },
    ],
    ['responsibility'],
  ],
  [
    'the state denies for its army',
    [
      { says: FRONT, kind: 'blames', actor: ARMY },
      { says: STATE, kind: 'denies' },
    ],
    ['responsibility'],
  ],
  [
    'two are blamed',
    [
      { says: ARMY, kind: 'blames', actor: FRONT },
      { says: FRONT, kind: 'blames', actor: 'Hill Guards' },
    ],
    ['responsibility'],
  ],
  [
    'somebody else denies',
    [
      { says: ARMY, kind: 'blames', actor: FRONT },
      { says: 'Hill Guards', kind: 'denies' },
    ],
    [],
  ],
  [
    'two holders',
    [
      { says: ARMY, kind: 'takes', actor: ARMY },
      { says: FRONT, kind: 'takes', actor: FRONT },
    ],
    ['outcome'],
  ],
  [
    'repelled or held',
    [
      { says: ARMY, kind: 'repels', actor: FRONT },
      { says: FRONT, kind: 'takes', actor: FRONT },
    ],
    ['outcome'],
  ],
  [
    'came or did not',
    [
      { says: 'a villager', kind: 'did-not', actor: ARMY },
      { says: ARMY, kind: 'did', actor: ARMY },
    ],
    ['outcome'],
  ],
];

describe('figures in one report', () => {
  test.each(FIGURES)('%s', (_, figures, expected) => {
    expect(fields({ ...CLASH, figures })).toEqual(expected);
  });
});

describe('statements in one report', () => {
  test.each(STATEMENTS)('%s', (_, statements, expected) => {
    expect(fields({ ...CLASH, statements })).toEqual(expected);
  });
});

test('a figure that is given and rejected', () => {
  const rejects = { harm: 'killed', side: FRONT, low: 9, high: 9 } as const;
  const event = {
    ...CLASH,
    figures: [dead(ARMY, 9, 9, FRONT)],
    statements: [{ says: FRONT, kind: 'denies', rejects }],
  } as const;
  expect(fields(event)).toEqual([`killed of ${FRONT}`]);
  expect(fields({ ...event, figures: [dead(ARMY, 4, 4, FRONT)] })).toEqual([]);
});

test('a revision by the same speaker is none, whatever the order of publication', () => {
  const early = { ...CLASH, figures: [dead(ARMY, 2, 2, ARMY)] };
  const late = { ...CLASH, figures: [dead(ARMY, 3, 3, ARMY)] };
  expect(fields(early, { '2025-03-08': late })).toEqual([]);
  expect(fields(late, { '2025-03-08': early })).toEqual([]);
});

test('more injured and fewer missing as days go by are news, more dead are not', () => {
  const at = (harm: ToldFigure['harm'], says: string, count: number) => ({
    ...CLASH,
    figures: [dead(says, count, count, ARMY, harm)],
  });
  const later = (harm: ToldFigure['harm'], count: number) => ({ '2025-03-08': at(harm, 'a nurse', count) });
  expect(fields(at('injured', 'a doctor', 4), later('injured', 9))).toEqual([]);
  expect(fields(at('injured', 'a doctor', 9), later('injured', 4))).toEqual([`injured of ${ARMY} (5)`]);
  expect(fields(at('missing', 'a doctor', 3), later('missing', 2))).toEqual([]);
  expect(fields(at('killed', 'a doctor', 3), later('killed', 5))).toEqual([`killed of ${ARMY} (2)`]);
});

test('a count that the later report itself carries on is no contradiction', () => {
  const first = { ...CLASH, figures: [dead('a doctor', 4, 4, ARMY)] };
  const went = { ...CLASH, figures: [dead('a nurse', 4, 4, ARMY), { ...dead('a nurse', 6, 6, ARMY), supersedes: 0 }] };
  expect(fields(first, { '2025-03-08': went })).toEqual([]);
  expect(fields({ ...CLASH, figures: [dead('a doctor', 9, 9, ARMY)] }, { '2025-03-08': went })).toEqual([
    `killed of ${ARMY} (3)`,
  ]);
});

test('a night that two accounts put on two days is none, places that do not meet are one', () => {
  const night = { ...CLASH, atNight: true };
  const away = (km: number) => ({ ...CLASH, place: ['Sur', 30 + km / 111, 50, 10] }) as const;
  expect(fields(night, { '2025-03-06': { ...night, days: ['2025-03-05', '2025-03-05'] } })).toEqual([]);
  expect(fields(CLASH, { '2025-03-06': away(25) })).toEqual([]);
  expect(fields(CLASH, { '2025-03-06': away(35) })).toEqual(['place']);
});
