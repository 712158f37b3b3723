import { describe, expect, test } from 'vitest';
import { type ToldReport, told } from '../../../test/told.ts';
import { contentId } from '../base/content-id.ts';
import type { Anchor } from '../model/anchor.ts';
import { type Coding, Decision, evidenceHolds } from '../model/index.ts';
import { anchorOfClaim, anchorOfEvent } from './anchors.ts';
import { chain, type EntryContent } from './entry.ts';
import { type Derived, ledgerIncidents } from './ledger-incidents.ts';
import { planAppend } from './plan-append.ts';
import { review } from './review.ts';
import { fold, type LedgerState } from './state.ts';

/** One ambush as three papers tell it, the third two days later, so that it is taken for another. */
const REPORTS: readonly ToldReport[] = [4, 4, 6].map((day, i) => ({
  id: `r${i}`,
  published: '2025-03-07',
  source: `Paper ${i}`,
  events: [
    {
      type: 'ambush',
      actor: 'Northern Front',
      recipient: 'Army of Kesh',
      place: ['Dalan', 30, 50, 10],
      days: [`2025-03-0${day}`, `2025-03-0${day}`],
      figures: [{ says: 'a doctor', low: 9 + i, high: 9 + i, side: 'Army of Kesh' }],
    },
  ],
}));
const TOLD = REPORTS.map(told);

/** The same coding as a newer coder would give it: every id is another, the words are the same. */
function recoded(coding: Coding): Coding {
  const renamed = JSON.parse(JSON.stringify(coding).replaceAll(/"(r\d-e\d(?:-\w+)?)"/g, '"v2-$1"'));
  return { ...renamed, reportId: coding.reportId, coder: 'rules@9.9.9+test', id: contentId('cod', renamed) };
}

function stateWith(decisions: readonly Decision[], codings: readonly Coding[] = []): LedgerState {
  const contents: EntryContent[] = [
    ...TOLD.flatMap(one => planAppend(null, one).contents),
    ...codings.map(coding => ({ kind: 'coding', coding }) as const),
    ...decisions.map(decision => ({ kind: 'decision', decision }) as const),
  ];
  return fold(chain(null, contents));
}

const MADE = { by: 'A. Reviewer', at: '2025-03-08T10:00:00Z', why: 'the same bridge' };
const decide = (id: string, content: object): Decision => Decision.parse({ id, ...MADE, ...content });
const eventAnchor = (i: number): Anchor => anchorOfEvent(TOLD[i]!.coding.events[0]!, TOLD[i]!.coding);
const figureAnchor = (i: number): Anchor =>
  anchorOfClaim(TOLD[i]!.coding.claims.find(({ kind }) => kind === 'casualty')!);

const MERGE = decide('dec_m', { act: 'merge', about: [eventAnchor(0), eventAnchor(2)] });
const SPLIT = decide('dec_s', { act: 'split', about: [eventAnchor(0)], from: [eventAnchor(1)] });
const EDIT = decide('dec_e', { act: 'edit', about: [figureAnchor(0)], field: 'estimate.low', value: 7 });

/** Which reports each incident holds. */
function groups({ incidents }: Derived): readonly string[] {
  return incidents.map(({ links }) => [...new Set(links.map(({ reportId }) => reportId))].sort().join(' ')).sort();
}

const NEWER = TOLD.map(({ coding }) => recoded(coding));

describe.each([
  ['as first coded', []],
  ['coded anew by a newer version', NEWER],
])('decisions, %s', (_, codings) => {
  test.each<[string, readonly Decision[], readonly string[]]>([
    ['none', [], ['r0 r1', 'r2']],
    ['a merge', [MERGE], ['r0 r1 r2']],
    ['a split', [SPLIT], ['r0', 'r1', 'r2']],
    ['a merge and a split', [MERGE, SPLIT], ['r0 r2', 'r1']],
    ['a merge withdrawn', [MERGE, decide('dec_w', { act: 'withdraw', decision: 'dec_m' })], ['r0 r1', 'r2']],
    [
      'a merge whose withdrawal was withdrawn',
      [
        MERGE,
        decide('dec_w', { act: 'withdraw', decision: 'dec_m' }),
        decide('dec_v', { act: 'withdraw', decision: 'dec_w' }),
      ],
      ['r0 r1 r2'],
    ],
    ['a rejected event', [decide('dec_r', { act: 'reject', about: [eventAnchor(2)] })], ['r0 r1']],
    [
      'an accepted incident',
      [decide('dec_a', { act: 'accept', about: [eventAnchor(0), eventAnchor(2)] })],
      ['r0 r1 r2'],
    ],
  ])('%s', (__, decisions, expected) => {
    const derived = ledgerIncidents(stateWith(decisions, codings));
    expect(groups(derived)).toEqual(expected);
    expect(derived.problems.filter(({ code }) => code.startsWith('decision-'))).toEqual([]);
  });

  test('a later decision that cannot hold beside an earlier one is told of', () => {
    const split = decide('dec_t', { act: 'split', about: [eventAnchor(0)], from: [eventAnchor(2)] });
    const derived = ledgerIncidents(stateWith([MERGE, split], codings));
    expect(groups(derived)).toEqual(['r0 r1 r2']);
    expect(derived.problems.filter(({ code }) => code === 'decision-conflict')).toHaveLength(1);
  });

  test('an edited field is kept under the name of the person, and its words still hold', () => {
    const { codings: reviewed, problems } = review(stateWith([EDIT], codings));
    expect(problems).toEqual([]);
    const claim = reviewed.get('r0')?.claims.find(({ kind }) => kind === 'casualty');
    expect(claim).toMatchObject({ rule: 'person:A. Reviewer', estimate: { low: 7, high: 9 } });
    expect(evidenceHolds(TOLD[0]!.report, claim!.evidence)).toBe(true);
    const [toll] = ledgerIncidents(stateWith([EDIT, SPLIT], codings)).incidents.flatMap(({ tolls, links }) =>
      links.some(({ reportId }) => reportId === 'r0') ? tolls : [],
    );
    expect(toll).toMatchObject({ low: 7, high: 9 });
  });

  test('a rejected claim is gone, and told of with its words', () => {
    const rejection = decide('dec_r', { act: 'reject', about: [figureAnchor(1)] });
    const coding = review(stateWith([rejection], codings)).codings.get('r1');
    expect(coding?.claims.map(({ kind }) => kind)).toEqual(['event']);
    expect(coding?.events[0]?.claimIds).toHaveLength(1);
    const [told_] = coding?.problems ?? [];
    expect(told_).toMatchObject({ code: 'claim-rejected', span: figureAnchor(1).spans[0] });
    expect(told_?.message).toBe('“r1-e0 figure 0.” was rejected by A. Reviewer (dec_r): the same bridge');
  });
});

describe('what a person sets is held against model and text', () => {
  test.each<[string, string, unknown, RegExp]>([
    ['bounds that cross', 'estimate.low', 99, /./],
    ['a number as words', 'estimate.low', 'nine', /./],
    [
      'a quote that is not in the text',
      'evidence',
      { reportId: 'r0', span: { start: 0, end: 4 }, quote: 'nine' },
      /Not in the text/,
    ],
    ['a field that is not there', 'estimate.middle', 8, /has no field estimate\.middle/],
    ['what a claim is', 'kind', 'opinion', /may not be set/],
  ])('%s is not carried out', (_, field, value, fault) => {
    const edit = decide('dec_e', { act: 'edit', about: [figureAnchor(0)], field, value });
    const { codings, problems } = review(stateWith([edit]));
    expect(codings.get('r0')).toEqual(TOLD[0]!.coding);
    expect(problems.map(({ code }) => code)).toEqual(['decision-invalid']);
    expect(problems[0]?.message).toMatch(fault);
  });

  test('an event takes a type, and an incident with it', () => {
    const edit = decide('dec_e', { act: 'edit', about: [eventAnchor(2)], field: 'type', value: 'shelling' });
    const { incidents } = ledgerIncidents(stateWith([edit]));
    expect(incidents.map(({ type }) => type)).toEqual(['ambush', 'shelling']);
  });

  test('a claim that is made background leaves its event', () => {
    const edit = decide('dec_e', { act: 'edit', about: [figureAnchor(2)], field: 'scope', value: 'background' });
    const { incidents } = ledgerIncidents(stateWith([edit]));
    expect(incidents.map(({ tolls }) => tolls.length)).toEqual([1, 0]);
  });
});

test('what is not found any more is told of, and the rest of the decision holds', () => {
  const empty: Coding = { ...NEWER[2]!, claims: [], events: [] };
  const merge = decide('dec_m', { act: 'merge', about: [eventAnchor(0), eventAnchor(1), eventAnchor(2)] });
  const derived = ledgerIncidents(stateWith([merge, EDIT], [empty]));
  expect(groups(derived)).toEqual(['r0 r1']);
  expect(derived.review.problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'decision-lost Not found any more: the event r2-e0 (ambush) of report r2, merged by A. Reviewer (dec_m): the same bridge',
  ]);
  expect(derived.review.constraints).toHaveLength(1);
});

describe('ids of incidents', () => {
  const named = (state: LedgerState, { links }: Derived): LedgerState => ({
    ...state,
    names: new Map([...state.names, ...links.map(link => [link.event.id, link] as const)]),
  });
  const early = told({ ...REPORTS[0]!, id: 'r9', published: '2025-03-05', source: 'Paper 9' });

  test('stay when an earlier report arrives late, and when reports are coded anew', () => {
    const state = stateWith([]);
    const first = ledgerIncidents(state);
    expect(first.links.map(({ event }) => event.id)).toEqual(['r0-e0', 'r1-e0', 'r2-e0']);
    const kept = named(state, first);
    const later = ledgerIncidents({
      ...kept,
      reports: new Map([...kept.reports, ['r9', early.report]]),
      codings: new Map([...kept.codings, ['r9', early.coding], ...NEWER.map(one => [one.reportId, one] as const)]),
    });
    expect(groups(later)).toEqual(['r0 r1 r9', 'r2']);
    expect(later.incidents.map(({ id }) => id)).toEqual(first.incidents.map(({ id }) => id));
    expect(later.links.map(({ event }) => event.id).sort()).toEqual(['r9-e0', 'v2-r0-e0', 'v2-r1-e0', 'v2-r2-e0']);
    expect(ledgerIncidents(named(state, first)).links).toEqual([]);
  });

  test('after a merge the id of the larger stays, after its withdrawal each has its own', () => {
    const first = ledgerIncidents(stateWith([]));
    const merged = ledgerIncidents(named(stateWith([MERGE]), first));
    expect(merged.incidents.map(({ id }) => id)).toEqual([first.incidents[0]?.id]);
    const withdrawn = stateWith([MERGE, decide('dec_w', { act: 'withdraw', decision: 'dec_m' })]);
    const apart = ledgerIncidents(named(named(withdrawn, first), merged));
    expect(groups(apart)).toEqual(['r0 r1', 'r2']);
    expect(apart.incidents[0]?.id).toBe(first.incidents[0]?.id);
    expect(new Set(apart.incidents.map(({ id }) => id)).size).toBe(2);
  });
});

test('the order of entries decides, though the clock was set back in between', () => {
  const edits = [
    decide('dec_1', { act: 'edit', about: [figureAnchor(0)], field: 'estimate.low', value: 7 }),
    decide('dec_2', {
      act: 'edit',
      about: [figureAnchor(0)],
      field: 'estimate.low',
      value: 8,
      at: '2019-01-01T00:00:00Z',
    }),
  ];
  const claim = review(stateWith(edits))
    .codings.get('r0')
    ?.claims.find(({ kind }) => kind === 'casualty');
  expect(claim).toMatchObject({ estimate: { low: 8 } });
  const withdrawal = decide('dec_w', { act: 'withdraw', decision: 'dec_2', at: '2018-01-01T00:00:00Z' });
  const before = review(stateWith([...edits, withdrawal]))
    .codings.get('r0')
    ?.claims.find(({ kind }) => kind === 'casualty');
  expect(before).toMatchObject({ estimate: { low: 7 } });
});
