import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ToldEvent, told } from '../../../test/told.ts';
import { type Constraint, settle } from './constraints.ts';
import { reconcile } from './reconcile.ts';

const together = (...events: readonly string[]): Constraint => ({ kind: 'together', events, why: events.join('=') });
const apart = (a: string, b: string): Constraint => ({ kind: 'apart', events: [a], from: [b], why: `${a}≠${b}` });

describe('settle', () => {
  test.each<[string, readonly Constraint[], string | null]>([
    ['what is together and what is apart', [together('a', 'b'), apart('a', 'c')], null],
    ['apart through another', [together('a', 'b'), together('b', 'c'), apart('a', 'c')], 'a≠c beside a=b'],
    ['together through another', [apart('a', 'c'), together('a', 'b'), together('b', 'c')], 'b=c beside a≠c'],
    ['three at once', [apart('b', 'c'), together('a', 'b', 'c')], 'a=b=c beside b≠c'],
    ['an event apart from itself', [apart('a', 'a')], 'a≠a beside it is one event'],
    ['the same twice', [together('a', 'b'), together('a', 'b'), apart('c', 'a'), apart('b', 'c')], null],
  ])('%s', (_, constraints, conflict) => {
    const { conflicts } = settle(constraints);
    const told = conflicts.map(({ constraint, earlier }) => `${constraint.why} beside ${earlier.why}`);
    expect(told).toEqual(conflict === null ? [] : [conflict]);
  });

  test('of a decision that cannot hold nothing is carried out', () => {
    const { bounds } = settle([apart('b', 'c'), together('a', 'b', 'c')]);
    expect(bounds.areTogether('a', 'b')).toBe(false);
    expect(bounds.areApart('c', 'b')).toBe(true);
  });

  test('what holds, holds through every chain', () => {
    const event = fc.constantFrom(...'abcdefgh');
    const constraint = fc
      .tuple(fc.boolean(), event, event)
      .map(([joins, a, b]): Constraint => (joins ? together(a, b) : apart(a, b)));
    fc.assert(
      fc.property(fc.array(constraint, { maxLength: 14 }), list => {
        const { bounds, conflicts } = settle(list);
        const idle = new Set(conflicts.map(one => one.constraint));
        for (const one of list.filter(other => !idle.has(other))) {
          const [a = '', b = a] = one.kind === 'together' ? one.events : [one.events[0] ?? '', one.from[0] ?? ''];
          expect(bounds.areTogether(a, b)).toBe(one.kind === 'together');
          expect(bounds.areApart(a, b)).toBe(one.kind === 'apart');
        }
        for (const { constraint: refused } of conflicts)
          expect(settle([...list, refused]).conflicts.length).toBeGreaterThan(0);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

const AMBUSH: ToldEvent = {
  type: 'ambush',
  actor: 'Northern Front',
  recipient: 'Army of Kesh',
  place: ['Dalan', 30, 50, 10],
  days: ['2025-03-04', '2025-03-04'],
};
const LATER: ToldEvent = { ...AMBUSH, days: ['2025-03-06', '2025-03-06'] };

/** The groups of reports that events r0-e0, r1-e0 … fall into under constraints; events of the same kind are one without. */
function groups(events: readonly (readonly ToldEvent[])[], constraints: readonly Constraint[]) {
  const made = events.map((own, i) =>
    told({ id: `r${i}`, published: '2025-03-07', source: `Paper ${i}`, events: own }),
  );
  const input = { reports: made.map(({ report }) => report), codings: made.map(({ coding }) => coding) };
  const { value, problems } = reconcile(input, { constraints });
  const told_ = value.map(({ links }) =>
    links
      .map(({ eventId }) => eventId)
      .sort()
      .join(' '),
  );
  return { groups: told_.sort(), incidents: value, problems };
}

describe('reconcile under constraints', () => {
  test('without any, days decide', () => {
    expect(groups([[AMBUSH], [AMBUSH], [LATER]], []).groups).toEqual(['r0-e0 r1-e0', 'r2-e0']);
  });

  test('what was merged is one, whatever the days, and a third that fits either joins', () => {
    const merged = groups([[AMBUSH], [LATER], [AMBUSH], [LATER]], [together('r0-e0', 'r1-e0')]);
    expect(merged.groups).toEqual(['r0-e0 r1-e0 r2-e0 r3-e0']);
  });

  test('a link says who merged, and what the score would have been', () => {
    const { incidents } = groups(
      [[AMBUSH], [LATER]],
      [{ ...together('r0-e0', 'r1-e0'), why: 'merged by A. Reviewer' }],
    );
    for (const { why, score } of incidents[0]?.links ?? []) {
      expect(why).toMatch(/^merged by A\. Reviewer; with event r[01]-e0: score 0\.\d+: place 1\.00/);
      expect(score).toBeLessThan(1);
    }
  });

  test('what was split stays apart, and through those that are one with it', () => {
    expect(groups([[AMBUSH], [AMBUSH]], [apart('r0-e0', 'r1-e0')]).groups).toEqual(['r0-e0', 'r1-e0']);
    const chained = groups([[AMBUSH], [LATER], [AMBUSH]], [together('r0-e0', 'r1-e0'), apart('r1-e0', 'r2-e0')]);
    expect(chained.groups).toEqual(['r0-e0 r1-e0', 'r2-e0']);
  });

  test('two tellings of one report can be split and merged', () => {
    const twice = [[AMBUSH, AMBUSH]];
    expect(groups(twice, []).groups).toEqual(['r0-e0 r0-e1']);
    expect(groups(twice, [apart('r0-e0', 'r0-e1')]).groups).toEqual(['r0-e0', 'r0-e1']);
    expect(groups([[AMBUSH, LATER]], []).groups).toEqual(['r0-e0', 'r0-e1']);
    expect(groups([[AMBUSH, LATER]], [together('r0-e0', 'r0-e1')]).groups).toEqual(['r0-e0 r0-e1']);
  });

  test('what cannot hold beside an earlier one is told of', () => {
    const { groups: found, problems } = groups(
      [[AMBUSH], [AMBUSH]],
      [apart('r0-e0', 'r1-e0'), together('r0-e0', 'r1-e0')],
    );
    expect(found).toEqual(['r0-e0', 'r1-e0']);
    expect(problems.filter(({ code }) => code === 'decision-conflict').map(({ message }) => message)).toEqual([
      'Not carried out: r0-e0=r1-e0. It cannot hold beside: r0-e0≠r1-e0.',
    ]);
  });
});
