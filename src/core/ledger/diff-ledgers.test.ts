import { describe, expect, test } from 'vitest';
import { type ToldEvent, told } from '../../../test/told.ts';
import type { Claim, Coding } from '../model/index.ts';
import { reconcile } from '../reconcile/index.ts';
import { diffCodings } from './diff-codings.ts';
import { diffLedgers, type LedgerReading } from './diff-ledgers.ts';

const AMBUSH: ToldEvent = {
  type: 'ambush',
  actor: 'Northern Front',
  recipient: 'Army of Kesh',
  place: ['Dalan', 30, 50, 10],
  days: ['2025-03-04', '2025-03-04'],
  figures: [{ says: 'a doctor', low: 9, high: 9, side: 'Army of Kesh' }],
};
const REPORTS = [0, 1].map(i => told({ id: `r${i}`, published: '2025-03-05', source: `Paper ${i}`, events: [AMBUSH] }));
const [{ coding }] = REPORTS as [(typeof REPORTS)[0]];

/** The coding under other ids, as another version of the rules would give it, with its claims changed. */
function other(change: (claim: Claim) => readonly Claim[]): Coding {
  const renamed: Coding = {
    ...coding,
    coder: 'rules@9.9.9+test',
    claims: coding.claims.map(claim => ({ ...claim, id: `v2-${claim.id}`, eventId: `v2-${claim.eventId}` })),
    events: coding.events.map(event => ({
      ...event,
      id: `v2-${event.id}`,
      claimIds: event.claimIds.map(id => `v2-${id}`),
    })),
  };
  return { ...renamed, claims: renamed.claims.flatMap(change) };
}

describe('diffCodings', () => {
  test('other ids alone are no difference', () => {
    expect(diffCodings(coding, coding)).toBeNull();
    expect(
      diffCodings(
        coding,
        other(claim => [claim]),
      ),
    ).toBeNull();
  });

  test('names each field that changed, by its path', () => {
    const after = other(claim =>
      claim.kind === 'casualty' ? [{ ...claim, estimate: { ...claim.estimate, low: 7, best: null } }] : [claim],
    );
    const diff = diffCodings(coding, after);
    expect(diff).toMatchObject({ reportId: 'r0', coders: ['person:test', 'rules@9.9.9+test'], added: [], gone: [] });
    expect(diff?.changed.map(({ fields }) => fields)).toEqual([
      [
        { field: 'estimate.low', before: 9, after: 7 },
        { field: 'estimate.best', before: 9, after: null },
      ],
    ]);
  });

  test('a claim that went and one that came', () => {
    const after = other(claim => (claim.kind === 'casualty' ? [{ ...claim, harm: 'injured' }] : [claim]));
    const diff = diffCodings(coding, after);
    expect(diff?.gone.map(({ id }) => id)).toEqual(['r0-e0-c0']);
    expect(diff?.added.map(({ id }) => id)).toEqual(['v2-r0-e0-c0']);
    expect(diff?.changed).toEqual([]);
  });
});

describe('diffLedgers', () => {
  const reading = (codings: readonly Coding[], apart: boolean): LedgerReading => {
    const constraints = apart ? [{ kind: 'apart', events: ['r0-e0'], from: ['r1-e0'], why: 'test' } as const] : [];
    const { value } = reconcile({ reports: REPORTS.map(({ report }) => report), codings }, { constraints });
    return { codings: new Map(codings.map(one => [one.reportId, one])), incidents: value };
  };
  const codings = REPORTS.map(one => one.coding);
  const one = reading(codings, false);
  const two = reading(codings, true);

  test('what was one is two, and what was two is one', () => {
    expect(diffLedgers(one, one).incidents).toEqual({ merged: [], split: [], added: [], gone: [] });
    const ids = two.incidents.map(({ id }) => id);
    expect(diffLedgers(one, two).incidents.split).toEqual([{ before: [one.incidents[0]?.id], after: ids }]);
    expect(diffLedgers(two, one).incidents.merged).toEqual([{ before: ids, after: [one.incidents[0]?.id] }]);
  });

  test('reports and incidents that only one has', () => {
    const less = reading(codings.slice(0, 1), false);
    expect(diffLedgers(one, less).reports).toEqual({ added: [], gone: ['r1'] });
    const none = { codings: less.codings, incidents: [] };
    expect(diffLedgers(none, less).incidents.added).toEqual([less.incidents[0]?.id]);
    expect(diffLedgers(less, none).incidents.gone).toEqual([less.incidents[0]?.id]);
  });
});
