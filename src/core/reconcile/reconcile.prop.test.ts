import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ToldEvent, type ToldFigure, type ToldReport, told } from '../../../test/told.ts';
import type { Incident, Toll } from '../model/index.ts';
import { type Constraint, settle } from './constraints.ts';
import { reconcile } from './reconcile.ts';
import type { PolicyEntry } from './tolls/policy.ts';
import { ranges } from './tolls/ranges-policy.ts';

const SEED = { seed: 20250304, numRuns: 150 };

const days = ['2025-03-03', '2025-03-04', '2025-03-05'];
const parties = ['Army of Kesh', 'Northern Front', 'River Gang', 'Civilians'];
const speakers = [...parties.slice(0, 3), 'author', 'a doctor', 'a villager'];
const places = [['Dalan', 30, 50, 10], ['Old Dalan', 30.1, 50, 15], ['Sur', 31, 51, 10], 'Dalan'] as const;

const figure: fc.Arbitrary<ToldFigure> = fc
  .record({
    says: fc.constantFrom(...speakers),
    harm: fc.constantFrom('killed', 'injured', 'killed-or-injured'),
    low: fc.option(fc.integer({ min: 0, max: 30 })),
    more: fc.option(fc.integer({ min: 0, max: 20 })),
    side: fc.option(fc.constantFrom(...parties)),
    act: fc.constantFrom('state', 'admit', 'confirm'),
    scope: fc.constantFrom('incident', 'incident', 'period'),
  } as const)
  .map(({ more, low, ...rest }) => ({ ...rest, low, high: more === null ? null : (low ?? 0) + more }));

const event: fc.Arbitrary<ToldEvent> = fc.record({
  type: fc.constantFrom('armed-clash', 'ambush', 'shelling', 'attack'),
  actor: fc.option(fc.constantFrom(...parties.slice(0, 3)), { nil: undefined }),
  recipient: fc.option(fc.constantFrom(...parties), { nil: undefined }),
  place: fc.option(fc.constantFrom(...places), { nil: undefined }),
  days: fc.option(
    fc.constantFrom(...days).map(day => [day, day] as const),
    { nil: undefined },
  ),
  figures: fc.array(figure, { maxLength: 4 }),
});

const reports: fc.Arbitrary<readonly ToldReport[]> = fc
  .array(
    fc.record({
      published: fc.option(fc.constantFrom('2025-03-05', '2025-03-06', '2025-03-07')),
      source: fc.constantFrom('Wire', 'Daily', 'Post'),
      events: fc.array(event, { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map(list => list.map((report, i) => ({ ...report, id: `r${i}` })));

function incidentsOf(list: readonly ToldReport[], constraints: readonly Constraint[] = []): readonly Incident[] {
  const made = list.map(told);
  const input = { reports: made.map(({ report }) => report), codings: made.map(({ coding }) => coding) };
  return reconcile(input, { constraints }).value;
}

/** Decisions about any events of up to seven reports, some of which are not there. */
const constraints: fc.Arbitrary<readonly Constraint[]> = fc.array(
  fc.tuple(fc.boolean(), fc.nat(6), fc.nat(6), fc.nat(1), fc.nat(1)).map(([joins, a, b, m, n]): Constraint => {
    const [one, other] = [`r${a}-e${m}`, `r${b}-e${n}`];
    const why = `${one} ${other}`;
    return joins
      ? { kind: 'together', events: [one, other], why }
      : { kind: 'apart', events: [one], from: [other], why };
  }),
  { maxLength: 6 },
);

test('any order of the reports gives the same incidents, byte for byte', () => {
  const shuffled = reports.chain(list =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, ([list, other]) => {
      expect(JSON.stringify(incidentsOf(other))).toBe(JSON.stringify(incidentsOf(list)));
    }),
    SEED,
  );
});

test('with decisions too, and what was decided holds in every order', () => {
  const shuffled = reports.chain(list =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length }), constraints),
  );
  fc.assert(
    fc.property(shuffled, ([list, other, decided]) => {
      const incidents = incidentsOf(list, decided);
      expect(JSON.stringify(incidentsOf(other, decided))).toBe(JSON.stringify(incidents));
      const { bounds } = settle(decided);
      const incidentOf = new Map(incidents.flatMap(({ id, links }) => links.map(({ eventId }) => [eventId, id])));
      const told = [...incidentOf.keys()];
      for (const [i, a] of told.entries()) {
        for (const b of told.slice(i + 1)) {
          if (bounds.areTogether(a, b)) expect(incidentOf.get(a)).toBe(incidentOf.get(b));
          if (bounds.areApart(a, b)) expect(incidentOf.get(a)).not.toBe(incidentOf.get(b));
        }
      }
    }),
    SEED,
  );
});

test('every event that an incident tells stands in one incident, and two events of one report only as repetitions', () => {
  fc.assert(
    fc.property(reports, list => {
      const links = incidentsOf(list).flatMap(incident => incident.links);
      expect(new Set(links.map(({ eventId }) => eventId)).size).toBe(links.length);
    }),
    SEED,
  );
});

test('low ≤ best ≤ high, and no period total is an account', () => {
  fc.assert(
    fc.property(reports, list => {
      const codings = list.map(report => told(report).coding);
      const totals = new Set(
        codings.flatMap(({ claims }) => claims.filter(({ scope }) => scope === 'period').map(({ id }) => id)),
      );
      for (const toll of incidentsOf(list).flatMap(({ tolls }) => tolls)) {
        expect(inOrder(toll)).toBe(true);
        expect(toll.entries.some(({ claimId }) => totals.has(claimId))).toBe(false);
      }
    }),
    SEED,
  );
});

test('a replaced account widens nothing', () => {
  const withOld = fc.tuple(fc.array(figure, { minLength: 1, maxLength: 4 }), figure);
  fc.assert(
    fc.property(withOld, ([live, old]) => {
      const standing = live.map((entry, i) => policyEntry(entry, i, null));
      const { low, high } = ranges.range(standing);
      const both = ranges.range([...standing, policyEntry(old, live.length, 'c0')]);
      expect([both.low, both.high]).toEqual([low, high]);
    }),
    SEED,
  );
});

test('ranges of ranges are the range of all: merging bounded accounts is associative', () => {
  const bounded = fc
    .array(fc.tuple(fc.nat(30), fc.nat(20)), { minLength: 1, maxLength: 3 })
    .map(pairs => pairs.map(([low, more]): ToldFigure => ({ ...BARE, low, high: low + more })));
  const merged = (figures: readonly ToldFigure[]): ToldFigure => {
    const { low, high } = ranges.range(figures.map((entry, i) => policyEntry(entry, i, null)));
    return { ...BARE, low, high };
  };
  fc.assert(
    fc.property(bounded, bounded, bounded, (a, b, c) => {
      expect(merged([merged([...a, ...b]), ...c])).toEqual(merged([...a, merged([...b, ...c])]));
      expect(merged([...a, ...b, ...c])).toEqual(merged([merged(a), merged(b), merged(c)]));
    }),
    SEED,
  );
});

const BARE = { says: 'a doctor', harm: 'killed', side: null } as const;

function policyEntry({ low, high, act = 'state' }: ToldFigure, n: number, supersededBy: string | null): PolicyEntry {
  const { report, coding } = told({ id: 'r', published: null, events: [{ figures: [{ ...BARE, low, high, act }] }] });
  const claim = coding.claims.find(({ kind }) => kind === 'casualty');
  if (claim?.kind !== 'casualty') throw new Error('no figure');
  const speaker = { key: `s${n}`, name: 'unnamed', actor: null };
  return { entry: { claim, report, speaker, supersededBy }, estimate: claim.estimate, isOwn: false, isParty: false };
}

function inOrder({ low, best, high }: Toll): boolean {
  const known = [low, best, high].filter(bound => bound !== null);
  return known.every((bound, i) => i === 0 || (known[i - 1] ?? 0) <= bound);
}
