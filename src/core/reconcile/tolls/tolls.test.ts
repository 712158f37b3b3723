import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ToldFigure, type ToldReport, told } from '../../../../test/told.ts';
import { reconcile } from '../reconcile.ts';
import { POLICIES } from './policy.ts';

const CLASH = {
  type: 'armed-clash',
  actor: 'Northern Front',
  recipient: 'Army of Kesh',
  place: ['Dalan', 30, 50, 10],
  days: ['2025-03-04', '2025-03-04'],
} as const;
const ARMY = 'Army of Kesh';

/** The rows of the one incident that the reports tell: `killed Army of Kesh combatant 6..9 best 6`. */
function rows(
  ...reports: readonly Pick<ToldReport, 'published' | 'source' | 'affiliation' | 'events'>[]
): readonly string[] {
  const made = reports.map((report, i) => told({ id: `r${i + 1}`, ...report }));
  const input = { reports: made.map(({ report }) => report), codings: made.map(({ coding }) => coding) };
  const [incident, ...others] = reconcile(input).value;
  expect(others).toEqual([]);
  return (incident?.tolls ?? []).map(({ harm, side, status, low, best, high }) => {
    return `${harm} ${side?.name ?? '–'} ${status} ${low ?? ''}..${high ?? ''} best ${best ?? '–'}`;
  });
}

function account(...figures: readonly ToldFigure[]): ToldReport['events'] {
  return [{ ...CLASH, figures }];
}

const ONE_REPORT: readonly (readonly [string, readonly ToldFigure[], readonly string[]])[] = [
  ['the only account is the best', [{ says: ARMY, low: 6, high: 6, side: ARMY }], ['6..6 best 6']],
  ['an open account alone has no best', [{ says: ARMY, low: 6, high: null, side: ARMY }], ['6.. best –']],
  [
    'low is the smallest low, high the largest bound (RULES §21)',
    [
      { says: 'a doctor', low: 8, high: null, side: ARMY },
      { says: 'a villager', low: 17, high: 17, side: ARMY },
    ],
    ['8..17 best –'],
  ],
  [
    'high is open where the largest bound is',
    [
      { says: 'a doctor', low: 20, high: null, side: ARMY },
      { says: 'a villager', low: 17, high: 17, side: ARMY },
    ],
    ['17.. best –'],
  ],
  [
    'what a side admits of its own losses is the best',
    [
      { says: ARMY, low: 6, high: 6, side: ARMY, act: 'admit' },
      { says: 'Northern Front', low: 30, high: 30, side: ARMY },
    ],
    ['6..30 best 6'],
  ],
  [
    'an admission is no best where somebody who takes no part says more',
    [
      { says: ARMY, low: 6, high: 6, side: ARMY, act: 'admit' },
      { says: 'Northern Front', low: 30, high: 30, side: ARMY },
      { says: 'a mayor', low: 9, high: null, side: ARMY },
    ],
    ['6..30 best –'],
  ],
  [
    'so is what somebody confirms who takes no part',
    [
      { says: 'Red Lantern Society', low: 9, high: 9, side: ARMY, act: 'confirm' },
      { says: 'Northern Front', low: 30, high: 30, side: ARMY },
    ],
    ['9..30 best 9'],
  ],
  [
    'two reasons that disagree decide nothing',
    [
      { says: ARMY, low: 6, high: 6, side: ARMY, act: 'admit' },
      { says: 'Red Lantern Society', low: 9, high: 9, side: ARMY, act: 'confirm' },
    ],
    ['6..9 best –'],
  ],
  [
    'a part is in its whole, an addition is no account of its own (RULES §14, §20)',
    [
      { says: 'a doctor', low: 14, high: 14, side: ARMY },
      { says: 'a doctor', low: 3, high: 3, side: ARMY, partOf: 0 },
      { says: 'a doctor', low: 1, high: 1, side: ARMY, addsTo: 0 },
    ],
    ['14..14 best 14'],
  ],
  [
    'a revised figure widens nothing (RULES §22)',
    [
      { says: 'a doctor', low: 40, high: 40, side: ARMY },
      { says: 'a doctor', low: 14, high: 14, side: ARMY, supersedes: 0 },
    ],
    ['14..14 best 14'],
  ],
  [
    'a period total never enters (invariant 9)',
    [
      { says: 'a doctor', low: 14, high: 14, side: ARMY },
      { says: 'a doctor', low: 90, high: 90, side: ARMY, scope: 'period' },
    ],
    ['14..14 best 14'],
  ],
];

describe('one row', () => {
  test.each(ONE_REPORT)('%s', (_, figures, expected) => {
    const found = rows({ published: '2025-03-05', events: account(...figures) });
    expect(found).toEqual(expected.map(row => `killed ${ARMY} combatant ${row}`));
  });
});

test('nobody hurt is nobody killed and nobody injured, where such rows exist (RULES §20)', () => {
  const nobody = { says: ARMY, harm: 'killed-or-injured', low: 0, high: 0, side: ARMY } as const;
  const dead = { says: 'Northern Front', low: 5, high: 5, side: ARMY } as const;
  const found = rows({ published: '2025-03-05', events: account(nobody, dead) });
  expect(found).toEqual([`killed ${ARMY} combatant 0..5 best –`]);
  const alone = rows({ published: '2025-03-05', events: account(nobody) });
  expect(alone).toEqual([`killed-or-injured ${ARMY} combatant 0..0 best 0`]);
});

test('"casualties" have a row of their own and raise no deaths', () => {
  const hurt = { says: 'a doctor', harm: 'killed-or-injured', low: 20, high: 20, side: ARMY } as const;
  const dead = { says: 'a doctor', low: 5, high: 5, side: ARMY } as const;
  const found = rows({ published: '2025-03-05', events: account(hurt, dead) });
  expect(found).toEqual([`killed-or-injured ${ARMY} combatant 20..20 best 20`, `killed ${ARMY} combatant 5..5 best 5`]);
});

test('a later report of the same speaker revises, another speaker or an equal bound does not', () => {
  const first = {
    published: '2025-03-05',
    source: 'Wire',
    events: account({ says: ARMY, low: 2, high: 2, side: ARMY }),
  };
  const later = (says: string, low: number) => {
    return { published: '2025-03-07', source: 'Daily', events: account({ says, low, high: low, side: ARMY }) };
  };
  expect(rows(first, later(ARMY, 3))).toEqual([`killed ${ARMY} combatant 3..3 best 3`]);
  expect(rows(first, later('a doctor', 3))).toEqual([`killed ${ARMY} combatant 2..3 best –`]);
  expect(rows(later(ARMY, 3), first)).toEqual([`killed ${ARMY} combatant 3..3 best 3`]);
});

test('the author of a side’s own outlet is that side', () => {
  const events = account({ says: 'author', low: 2, high: 2, side: null, act: 'admit' });
  const found = rows(
    { published: '2025-03-05', source: 'Front Radio', affiliation: 'Northern Front', events },
    {
      published: '2025-03-05',
      source: 'Wire',
      events: account({ says: 'Northern Front', low: 2, high: 2, side: 'Northern Front' }),
    },
  );
  expect(found).toEqual(['killed Northern Front combatant 2..2 best 2']);
});

test('the only enemy of the speaker is the side of unsaid fighters, except where a part names another', () => {
  const said = { says: ARMY, low: 23, high: 23, side: null } as const;
  expect(rows({ published: '2025-03-05', events: account(said) })).toEqual([
    'killed Northern Front combatant 23..23 best 23',
  ]);
  const total = { says: 'Northern Front', low: 31, high: 31, side: null } as const;
  const part = { says: 'Northern Front', low: 2, high: null, side: 'Hill Guards', partOf: 0 } as const;
  expect(rows({ published: '2025-03-05', events: account(total, part) })).toEqual([
    'killed – combatant 31..31 best 31',
    'killed Hill Guards combatant 2.. best –',
  ]);
});

test('attested@1 counts what is admitted or confirmed only', () => {
  const admitted = { says: ARMY, low: 6, high: 6, side: ARMY, act: 'admit' } as const;
  const claimed = { says: 'Northern Front', low: 30, high: 30, side: ARMY } as const;
  const toll = (...figures: readonly ToldFigure[]) => {
    const { report, coding } = told({ id: 'r1', published: '2025-03-05', events: account(...figures) });
    const { value } = reconcile({ reports: [report], codings: [coding] }, { policy: 'attested@1' });
    return value[0]?.tolls.map(({ low, best, high, policy }) => ({ low, best, high, policy }));
  };
  expect(toll(admitted, claimed)).toEqual([{ low: 6, best: 6, high: 6, policy: 'attested@1' }]);
  expect(toll(claimed)).toEqual([{ low: null, best: null, high: null, policy: 'attested@1' }]);
});

test('every policy is described in the reference', () => {
  const page = readFileSync(new URL('../../../../docs/reference/policies.md', import.meta.url), 'utf8');
  for (const { name } of POLICIES) expect(page).toContain(`## \`${name}\``);
});
