import { describe, expect, test } from 'vitest';
import {
  type CodedReport,
  entryHolds,
  fold,
  memoryStore,
  type SideContent,
  type Store,
} from '../../src/core/ledger/index.ts';
import type { Decision } from '../../src/core/model/index.ts';
import { codedReport } from '../fixtures/coded-report.ts';
import {
  FRONT_CODING,
  FRONT_REPORT,
  KARSA_INCIDENT,
  ROAD_CODING,
  ROAD_REPORT,
} from '../fixtures/constructed-record.ts';
import { runQueryTests } from './queries.ts';

/** What a kind of store cannot do, and why. Tests that need it are left out by name, with the reason. */
export interface StoreTests {
  readonly name: string;
  /** Opens an empty store. */
  readonly open: () => Promise<Store>;
  /** Opens once more what a store of `open` holds; null where it ends with the process, with the reason. */
  readonly reopen: ((store: Store) => Promise<Store>) | { readonly reason: string };
}

const ROAD: CodedReport = { report: ROAD_REPORT, coding: ROAD_CODING };
const FRONT: CodedReport = { report: FRONT_REPORT, coding: FRONT_CODING };
const DECISION: Decision = {
  id: 'dec_1',
  act: 'reject',
  about: [
    {
      of: 'claim',
      id: 'c4',
      reportId: ROAD_REPORT.id,
      spans: [{ start: 0, end: 8 }],
      kind: 'casualty',
      mark: 'injured',
      focus: null,
    },
  ],
  by: 'A. Reviewer',
  at: '2025-03-07T10:00:00Z',
  why: 'told twice',
};

const SIDE_CONTENTS = [
  {
    kind: 'resources',
    resources: { casus: '0.0.0', coder: 'rules@0.0.0+test', policy: 'ranges@1', files: { 'data/a.tsv': '00' } },
  },
  {
    kind: 'link',
    links: [
      {
        incidentId: 'inc_1',
        event: {
          of: 'event',
          id: 'e1',
          reportId: ROAD_REPORT.id,
          spans: [{ start: 0, end: 8 }],
          kind: 'ambush',
          mark: null,
          focus: null,
        },
      },
    ],
  },
] as const satisfies readonly SideContent[];

/** Runs the tests that every store passes. */
export function runStoreTests({ name, open, reopen }: StoreTests): void {
  describe(`${name} store`, () => {
    describe('reports', () => reportTests(open));
    describe('readings of one text', () => readingTests(open));
    describe('entries', () => entryTests(open));
    describe('incidents', () => incidentTests(open));
    describe('copies', () => copyTests(open));
    describe('queries', () => runQueryTests(open));
    describe('large ledgers', () => sizeTests(open));
    if (typeof reopen === 'function') describe('opened again', () => reopenTests(open, reopen));
    // biome-ignore lint/suspicious/noSkippedTests: declared, with its reason, by the store that cannot do it.
    else describe.skip(`opened again: ${reopen.reason}`, () => {});
  });
}

function reportTests(open: StoreTests['open']): void {
  test('an empty ledger holds nothing', async () => {
    const store = await open();
    expect(await store.size()).toEqual({ entries: 0, reports: 0, claims: 0, incidents: 0, incidentsAsOf: 0 });
    expect(await store.has(ROAD_REPORT.id)).toBe(false);
    expect(await store.report(ROAD_REPORT.id)).toBeNull();
    expect(await store.coding(ROAD_REPORT.id)).toBeNull();
    expect(await collect(store.entries())).toEqual([]);
    expect(await store.incidents()).toEqual([]);
    expect(await store.state()).toMatchObject({ head: null, decisions: [] });
    expect(await store.moment()).toEqual({ entries: 0, head: null, incidentsAsOf: 0, incidentsMade: 0 });
    expect(await store.about()).toEqual({ decisions: [], resources: null });
    await store.close();
  });

  test('gives back what was added, in order, to the letter', async () => {
    const store = await open();
    expect(await store.appendReport(ROAD)).toEqual({ reportId: ROAD_REPORT.id, change: 'added' });
    expect(await store.appendReports([FRONT])).toEqual([{ reportId: FRONT_REPORT.id, change: 'added' }]);
    expect(await store.has(FRONT_REPORT.id)).toBe(true);
    expect(await store.report(FRONT_REPORT.id)).toEqual(FRONT_REPORT);
    expect(await store.coding(ROAD_REPORT.id)).toEqual(ROAD_CODING);
    const asked = [FRONT_REPORT.id, 'r_none', ROAD_REPORT.id, FRONT_REPORT.id];
    expect(await store.reportsById(asked)).toEqual([FRONT_REPORT, ROAD_REPORT]);
    expect(await store.codedReports(asked)).toEqual([FRONT, ROAD]);
    expect(await collect(store.reports())).toEqual([ROAD_REPORT, FRONT_REPORT]);
    expect(await collect(store.codings())).toEqual([ROAD_CODING, FRONT_CODING]);
    const claims = ROAD_CODING.claims.length + FRONT_CODING.claims.length;
    expect(await store.size()).toMatchObject({ entries: 4, reports: 2, claims });
    await store.close();
  });

  test('keeps the letters of every script, and of none', async () => {
    const store = await open();
    const odd = codedReport(1, {
      text: "قُتل ٥ “men”\u2028 \u{1F5FA} e\u0301 \uFFFD\u200F '; DROP TABLE report; --",
      claims: 0,
    });
    await store.appendReport(odd);
    expect(await store.report(odd.report.id)).toEqual(odd.report);
    await store.close();
  });

  test('what breaks the model is a bug, and nothing of it is written', async () => {
    const store = await open();
    const broken = { ...ROAD, coding: { ...ROAD_CODING, coder: 'nobody' } };
    const foreign = { report: ROAD_REPORT, coding: FRONT_CODING };
    for (const bad of [broken, foreign]) {
      await expect(store.appendReport(bad)).rejects.toThrow();
      await expect(store.appendReports([FRONT, bad])).rejects.toThrow();
    }
    expect(await store.size()).toMatchObject({ entries: 0, reports: 0 });
    await store.close();
  });

  test('is closed once, and no more used', async () => {
    const store = await open();
    await store.close();
    await store.close();
  });
}

const FETCHED = '2025-03-07T10:00:00Z';

/** A reading of a report, a second one, what adding the second does, and how many entries there are then. */
const READINGS: readonly [string, CodedReport, CodedReport, string, number][] = [
  ['the same report adds nothing', codedReport(1), codedReport(1), 'unchanged', 2],
  [
    'fetched again later, it adds nothing',
    codedReport(1, { retrievedAt: FETCHED }),
    codedReport(1, { retrievedAt: '2025-03-09T10:00:00Z' }),
    'unchanged',
    2,
  ],
  ['a newer coder adds its coding', codedReport(1), codedReport(1, { coder: 'rules@0.0.1+test' }), 'recoded', 3],
  [
    'a date adds a correction and a coding',
    codedReport(1),
    codedReport(1, { given: { publishedAt: '2025-03-06' } }),
    'corrected',
    4,
  ],
  [
    'a missing date takes nothing back',
    codedReport(1, { given: { publishedAt: '2025-03-06' } }),
    codedReport(1),
    'unchanged',
    2,
  ],
  [
    'a weaker date changes nothing',
    codedReport(1, { given: { publishedAt: '2025-03-06' } }),
    codedReport(1, { metadata: { publishedAt: '2025-03-01' } }),
    'unchanged',
    2,
  ],
  [
    'the text of another publisher is another report',
    codedReport(1),
    codedReport(1, { given: { source: { name: 'Karsa Post' } } }),
    'added',
    4,
  ],
];

function readingTests(open: StoreTests['open']): void {
  test.each(READINGS)('%s', async (_, first, second, change, entries) => {
    const store = await open();
    await store.appendReport(first);
    expect(await store.appendReport(second)).toEqual({ reportId: second.report.id, change });
    expect(await store.size()).toMatchObject({ entries });
    expect(await store.appendReport(second)).toMatchObject({ change: 'unchanged' });
    const [holding] = change === 'unchanged' ? [first] : [second];
    expect(await store.coding(second.report.id)).toEqual(holding.coding);
    expect(await store.report(second.report.id)).toMatchObject({ publishedAt: holding.report.publishedAt });
    await store.close();
  });

  test('what two readings know comes together, and what held before stays in the ledger', async () => {
    const store = await open();
    const source = { name: 'Karsa Post' };
    await store.appendReport(codedReport(1, { given: { source: { ...source, kind: 'local' } } }));
    await store.appendReport(
      codedReport(1, { given: { source: { ...source, country: 'MLI' }, url: 'https://example.org/1' } }),
    );
    await store.appendReport(codedReport(1, { given: { source, publishedAt: '2025-03-06' } }));
    const [report] = await collect(store.reports());
    expect(report).toMatchObject({
      source: { name: 'Karsa Post', kind: 'local', country: 'MLI' },
      url: 'https://example.org/1',
      publishedAt: '2025-03-06',
    });
    const kinds = (await collect(store.entries())).map(({ kind }) => kind);
    expect(kinds).toEqual(['report', 'coding', 'correction', 'correction', 'coding']);
    await store.close();
  });

  test('one text twice in one batch is one report', async () => {
    const store = await open();
    const changes = (await store.appendReports([codedReport(1), codedReport(2), codedReport(1)])).map(
      ({ change }) => change,
    );
    expect(changes).toEqual(['added', 'added', 'unchanged']);
    await store.close();
  });
}

function entryTests(open: StoreTests['open']): void {
  test('are numbered on and chained; the state is their fold', async () => {
    const store = await open();
    await store.appendReports([codedReport(1), codedReport(2)]);
    await store.appendDecision(DECISION);
    await store.appendReport(codedReport(1, { given: { publishedAt: '2025-03-06' } }));
    await store.appendReport(codedReport(2, { coder: 'person:A. Reviewer' }));
    const entries = await collect(store.entries());
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    entries.forEach((entry, i) => {
      expect(entryHolds(entries[i - 1] ?? null, entry)).toBe(true);
    });
    expect(await store.state()).toEqual(fold(entries));
    expect(await collect(store.entries(6))).toEqual(entries.slice(6));
    await store.close();
  });

  test('a decision is kept once', async () => {
    const store = await open();
    await store.appendDecision(DECISION);
    await store.appendDecision(DECISION);
    expect((await store.state()).decisions).toEqual([DECISION]);
    expect(await store.size()).toMatchObject({ entries: 1 });
    await store.close();
  });

  test('what follows from a state is added to that state only', async () => {
    const store = await open();
    const [resources, link] = SIDE_CONTENTS;
    expect(await store.appendAfter(1, [resources])).toBe(false);
    expect(await store.appendAfter(0, [resources])).toBe(true);
    await store.appendReport(codedReport(1));
    expect(await store.appendAfter(1, [link])).toBe(false);
    expect(await store.appendAfter(3, [link, { kind: 'decision', decision: DECISION }])).toBe(true);
    const entries = await collect(store.entries());
    expect(entries.map(({ kind }) => kind)).toEqual(['resources', 'report', 'coding', 'link', 'decision']);
    const state = await store.state();
    expect(state).toEqual(fold(entries));
    expect(state.resources).toEqual(resources.resources);
    expect(state.names.get('e1')).toEqual(link.links[0]);
    expect(state.decisions).toEqual([DECISION]);
    const { reports: _reports, codings: _codings, ...side } = state;
    expect(await store.side()).toEqual(side);
    await store.close();
  });

  test('the same work makes the same entries in every store', async () => {
    const store = await open();
    await store.appendReports([ROAD, codedReport(1)]);
    const inMemory = memoryStore();
    await inMemory.appendReports([ROAD, codedReport(1)]);
    expect(await collect(store.entries())).toEqual(await collect(inMemory.entries()));
    await store.close();
  });
}

function incidentTests(open: StoreTests['open']): void {
  const other = { ...KARSA_INCIDENT, id: 'i_other', tolls: [], contradictions: [] };

  test('are replaced as a whole', async () => {
    const store = await open();
    await store.appendReports([ROAD, FRONT]);
    await store.replaceIncidents([KARSA_INCIDENT]);
    expect(await store.incidents()).toEqual([KARSA_INCIDENT]);
    await store.replaceIncidents([other, { ...KARSA_INCIDENT, independentSources: 1 }]);
    expect(await store.incidents()).toEqual([other, { ...KARSA_INCIDENT, independentSources: 1 }]);
    await store.replaceIncidents([KARSA_INCIDENT, other]);
    expect(await store.incidents()).toEqual([KARSA_INCIDENT, other]);
    await store.replaceIncidents([]);
    expect(await store.incidents()).toEqual([]);
    expect(await store.size()).toMatchObject({ entries: 4 });
    await store.close();
  });

  test('that follow from less never take the place of those that follow from more', async () => {
    const store = await open();
    await store.appendReports([ROAD, FRONT]);
    await store.replaceIncidents([KARSA_INCIDENT], 4);
    await store.replaceIncidents([other], 2);
    expect(await store.incidents()).toEqual([KARSA_INCIDENT]);
    await store.appendReport(codedReport(1));
    expect(await store.size()).toMatchObject({ entries: 6, incidentsAsOf: 4 });
    await store.replaceIncidents([other]);
    expect(await store.size()).toMatchObject({ incidents: 1, incidentsAsOf: 6 });
    await store.close();
  });
}

function copyTests(open: StoreTests['open']): void {
  test('entries of another ledger make the same ledger, in parts too', async () => {
    const [from, to] = [await open(), await open()];
    await from.appendReports([ROAD, codedReport(1)]);
    await from.appendDecision(DECISION);
    await from.appendReport(codedReport(1, { given: { publishedAt: '2025-03-06' } }));
    const entries = await collect(from.entries());
    await to.appendEntries(entries.slice(0, 3));
    await to.appendEntries(entries.slice(3));
    expect(await collect(to.entries())).toEqual(entries);
    expect(await to.state()).toEqual(await from.state());
    expect(await to.findClaims({})).toEqual(await from.findClaims({}));
    expect(await to.appendReport(ROAD)).toMatchObject({ change: 'unchanged' });
    await Promise.all([from.close(), to.close()]);
  });

  test('entries that do not follow are refused, and nothing of them is written', async () => {
    const [from, to] = [await open(), await open()];
    await from.appendReports([ROAD, FRONT]);
    await to.appendReport(FRONT);
    const entries = await collect(from.entries());
    for (const part of [entries, entries.slice(2), entries.slice(3)]) {
      await expect(to.appendEntries(part)).rejects.toMatchObject({ code: 'ledger-diverged' });
    }
    const empty = await open();
    const changed = entries.map(entry => (entry.seq === 3 ? { ...entry, id: 'ent_other' } : entry));
    await expect(empty.appendEntries(changed)).rejects.toMatchObject({ code: 'ledger-diverged' });
    expect([await to.size(), await empty.size()]).toMatchObject([{ entries: 2 }, { entries: 0, reports: 0 }]);
    await Promise.all([from.close(), to.close(), empty.close()]);
  });
}

function sizeTests(open: StoreTests['open']): void {
  test('lists are whole and in order beyond one page, also while the ledger grows', async () => {
    const store = await open();
    const coded = Array.from({ length: 450 }, (_, i) => codedReport(i, { claims: 1 }));
    await store.appendReports(coded);
    const ids = coded.map(({ report }) => report.id);
    expect((await collect(store.codings())).map(({ reportId }) => reportId)).toEqual(ids);
    expect([...(await store.state()).reports.keys()]).toEqual(ids);
    const seen: string[] = [];
    for await (const { id } of store.reports()) {
      if (seen.length === 0) await store.appendReport(codedReport(1_000));
      seen.push(id);
    }
    expect(seen.slice(0, 450)).toEqual(ids);
    expect(await collect(store.entries(200))).toHaveLength(702);
    await store.close();
  });
}

function reopenTests(open: StoreTests['open'], reopen: (store: Store) => Promise<Store>): void {
  test('a ledger holds what it held', async () => {
    const store = await open();
    await store.appendReports([ROAD, FRONT]);
    await store.appendReport(codedReport(1, { given: { publishedAt: '2025-03-06' } }));
    await store.appendDecision(DECISION);
    await store.replaceIncidents([KARSA_INCIDENT]);
    const before = await contents(store);
    await store.close();
    const again = await reopen(store);
    expect(await contents(again)).toEqual(before);
    expect(await again.appendReport(ROAD)).toMatchObject({ change: 'unchanged' });
    await again.close();
  });
}

async function contents(store: Store) {
  return {
    entries: await collect(store.entries()),
    state: await store.state(),
    incidents: await store.incidents(),
    size: await store.size(),
  };
}

/** Everything that an async iterable gives. */
export async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
