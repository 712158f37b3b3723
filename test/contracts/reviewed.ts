import { expect, test } from 'vitest';
import {
  anchorOfClaim,
  anchorOfEvent,
  type CodedReport,
  type Filter,
  memoryStore,
  type Store,
} from '../../src/core/ledger/index.ts';
import type { Decision } from '../../src/core/model/index.ts';
import {
  FRONT_CODING,
  FRONT_REPORT,
  KARSA_INCIDENT,
  ROAD_CODING,
  ROAD_REPORT,
} from '../fixtures/constructed-record.ts';

const ROAD: CodedReport = { report: ROAD_REPORT, coding: ROAD_CODING };
const FRONT: CodedReport = { report: FRONT_REPORT, coding: FRONT_CODING };

/** Decides about the claim, or the event, of this id. */
function decide(id: string, act: Act, number = id, { coding }: CodedReport = ROAD): Decision {
  const claim = coding.claims.find(one => one.id === id);
  const event = coding.events.find(one => one.id === id);
  const anchor = claim === undefined ? event && anchorOfEvent(event, coding) : anchorOfClaim(claim);
  if (anchor === undefined) throw new Error(`the fixture has no ${id}`);
  const made = { id: `dec_${number}`, by: 'A. Reviewer', at: '2025-03-07T10:00:00Z', why: 'read it again' };
  return { ...made, ...act, about: [anchor] };
}

type Act = { readonly act: 'reject' } | Pick<Extract<Decision, { act: 'edit' }>, 'act' | 'field' | 'value'>;

const REJECT: Act = { act: 'reject' };
const edit = (field: string, value: Extract<Decision, { act: 'edit' }>['value']): Act => ({
  act: 'edit',
  field,
  value,
});

function withdraw(decision: string): Decision {
  const made = { id: `dec_not_${decision}`, by: 'A. Reviewer', at: '2025-03-08T10:00:00Z', why: 'it was right' };
  return { ...made, act: 'withdraw', decision };
}

/** Some of each kind of decision about invented reports, some of them withdrawn, and one withdrawal too. */
export function inventedDecisions(reports: readonly CodedReport[]): readonly Decision[] {
  const decisions = reports.flatMap((coded, i): Decision[] => {
    const { claims, events } = coded.coding;
    const [claim, event] = [claims[i % claims.length], events[0]];
    const figure = claims.find(({ kind }) => kind === 'casualty');
    if (i % 3 === 0 && claim !== undefined) return [decide(claim.id, REJECT, `no_${i}`, coded)];
    if (i % 3 === 1 && figure !== undefined)
      return [decide(figure.id, edit('estimate.high', 1_000 + i), `h_${i}`, coded)];
    if (i % 6 === 2 && event !== undefined) return [decide(event.id, edit('type', 'shelling'), `t_${i}`, coded)];
    return i % 12 === 5 && event !== undefined ? [decide(event.id, REJECT, `ev_${i}`, coded)] : [];
  });
  const taken = decisions.filter((_, i) => i % 4 === 3).map(({ id }) => withdraw(id));
  return [...decisions, ...taken, ...taken.slice(0, 2).map(({ id }) => withdraw(id))];
}

const [FIGURE, TRADERS] = [decide('c1', edit('estimate.high', 20)), decide('c4', REJECT)];

const CASES: readonly [what: string, decisions: readonly Decision[], filter: Filter, expected: readonly string[]][] = [
  ['a claim that a person rejected is not found', [TRADERS], {}, ['c3', 'c2', 'c1', 'c9', 'c8', 'c7', 'c6', 'c5']],
  ['nor by its words', [TRADERS], { text: 'traders' }, []],
  ['but where rejected ones are asked for', [TRADERS], { review: 'rejected' }, ['c4 rejected']],
  ['and again when that is withdrawn', [TRADERS, withdraw('dec_c4')], { text: 'traders' }, ['c4']],
  [
    'and not when the withdrawal is',
    [TRADERS, withdraw('dec_c4'), withdraw('dec_not_dec_c4')],
    { text: 'traders' },
    [],
  ],
  [
    'a figure that a person set is what a claim is found by',
    [FIGURE],
    { harm: 'killed', atLeast: 15 },
    ['c1 edited', 'c8', 'c6'],
  ],
  ['and asked for as edited', [FIGURE, TRADERS], { review: 'edited' }, ['c1 edited']],
  ['and no more when that is withdrawn', [FIGURE, withdraw('dec_c1')], { harm: 'killed', atLeast: 15 }, ['c8', 'c6']],
  [
    'edited, then rejected, it is rejected',
    [FIGURE, decide('c1', REJECT, 'c1_no')],
    { report: 'r_road', review: 'rejected' },
    ['c1 rejected'],
  ],
  ['no claim of a rejected event is found', [decide('e_road', REJECT)], { report: 'r_road' }, ['c7', 'c6', 'c5']],
  [
    'a type that a person set is that of its claims',
    [decide('e_road', edit('type', 'air-strike'))],
    { type: 'air-strike' },
    ['c4', 'c2', 'c1'],
  ],
  ['who speaks, set by a person', [decide('c3', edit('act', 'deny'))], { act: 'deny' }, ['c3 edited', 'c9']],
  [
    'what cannot be carried out changes nothing',
    [decide('c1', edit('estimate.low', 'nine'))],
    { review: 'edited' },
    [],
  ],
];

/** Tests that every query sees what reviewers decided, as soon as they have. */
export function runReviewTests(open: () => Promise<Store>): void {
  test.each(CASES)('%s', async (_, decisions, filter, expected) => {
    const store = await opened(open, decisions);
    expect(await namesOf(store, filter)).toEqual(expected);
    await store.close();
  });

  test('an edited claim has the value that was set, and the words that were there', async () => {
    const store = await opened(open, [FIGURE]);
    const { items } = await store.findClaims({ review: 'edited' });
    const before = ROAD_CODING.claims.find(({ id }) => id === 'c1');
    expect(items).toMatchObject([
      {
        reportId: 'r_road',
        review: 'edited',
        claim: { estimate: { high: 20 }, rule: 'person:A. Reviewer', evidence: before?.evidence },
      },
    ]);
    // The coding stays what the coder made.
    expect(await store.coding('r_road')).toEqual(ROAD_CODING);
    await store.close();
  });

  test('counts, sizes, reports and incidents leave out what was rejected', async () => {
    const store = await opened(open, []);
    await store.replaceIncidents([KARSA_INCIDENT]);
    const { claims } = await store.size();
    expect((await store.findReports({ claimant: 'hospital' })).items).toHaveLength(1);
    expect((await store.findIncidents({ text: 'traders' })).items).toHaveLength(1);
    const before = await store.count({ of: 'claims', by: ['month', 'kind'] });
    await store.appendDecision(TRADERS);
    expect((await store.size()).claims).toBe(claims - 1);
    expect((await store.findReports({ claimant: 'hospital' })).items).toEqual([]);
    expect((await store.findReports({ review: 'rejected' })).items.map(({ id }) => id)).toEqual(['r_road']);
    expect((await store.findIncidents({ text: 'traders' })).items).toEqual([]);
    expect((await store.findIncidents({ review: 'rejected' })).items).toHaveLength(1);
    const month = ['2025-03', 'casualty'];
    const counted = (counts: typeof before) => counts.find(({ values }) => values.join() === month.join())?.count;
    expect(counted(await store.count({ of: 'claims', by: ['month', 'kind'] }))).toBe((counted(before) ?? 0) - 1);
    expect(await store.count({ of: 'claims', by: ['kind'], filter: { review: 'rejected' } })).toEqual([
      { values: ['casualty'], count: 1 },
    ]);
    await store.close();
  });

  historyTests(open);
}

function historyTests(open: () => Promise<Store>): void {
  test('what was decided holds for a newer coding, and for a report that comes after it', async () => {
    const store = await open();
    await store.appendDecision(TRADERS);
    await store.appendReports([ROAD, FRONT]);
    expect(await namesOf(store, { text: 'traders' })).toEqual([]);
    const coding = { ...ROAD_CODING, id: 'cod_next', coder: 'rules@0.0.1+next' };
    expect(await store.appendReport({ report: ROAD_REPORT, coding })).toMatchObject({ change: 'recoded' });
    expect(await namesOf(store, { review: 'rejected' })).toEqual(['c4 rejected']);
    await store.appendDecision(withdraw('dec_c4'));
    expect(await namesOf(store, { text: 'traders' })).toEqual(['c4']);
    await store.close();
  });

  test('decisions that come as entries of another ledger, in one piece or several, say the same', async () => {
    const from = memoryStore();
    await from.appendReports([ROAD, FRONT]);
    for (const one of [TRADERS, FIGURE, withdraw('dec_c4')]) await from.appendDecision(one);
    const entries = [];
    for await (const entry of from.entries()) entries.push(entry);
    for (const cut of [0, 3, 5, 6]) {
      const to = await open();
      await to.appendEntries(entries.slice(0, cut));
      await to.appendEntries(entries.slice(cut));
      for (const filter of [{}, { review: 'edited' }, { text: 'traders' }] as const) {
        expect(await to.findClaims(filter)).toEqual(await from.findClaims(filter));
      }
      expect(await to.count({ of: 'claims', by: ['week'] })).toEqual(await from.count({ of: 'claims', by: ['week'] }));
      await to.close();
    }
  });
}

async function opened(open: () => Promise<Store>, decisions: readonly Decision[]): Promise<Store> {
  const store = await open();
  await store.appendReports([ROAD, FRONT]);
  for (const decision of decisions) await store.appendDecision(decision);
  return store;
}

/** The ids of the claims found, with what a reviewer made of them where one did. */
async function namesOf(store: Store, filter: Filter): Promise<readonly string[]> {
  const { items } = await store.findClaims(filter);
  return items.map(({ claim, review }) => (review === 'coded' ? claim.id : `${claim.id} ${review}`));
}
