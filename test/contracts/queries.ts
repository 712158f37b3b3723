import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type InventedIncident, inventIncidents } from '../../bench/ledger/invent-ledger.ts';
import { inventWorld } from '../../bench/ledger/world.ts';
import {
  type CountQuery,
  DIMENSIONS,
  type Filter,
  memoryStore,
  type Page,
  type PageRequest,
  type Store,
} from '../../src/core/ledger/index.ts';
import {
  FRONT_CODING,
  FRONT_REPORT,
  KARSA_INCIDENT,
  ROAD_CODING,
  ROAD_REPORT,
} from '../fixtures/constructed-record.ts';
import { inventedDecisions, runReviewTests } from './reviewed.ts';

const INCIDENTS = 40;
const RUNS = Number(process.env['QUERY_RUNS'] ?? 40);

type Find = 'findClaims' | 'findReports' | 'findIncidents' | 'findTolls' | 'findContradictions';
const FINDS: readonly Find[] = ['findClaims', 'findReports', 'findIncidents', 'findTolls', 'findContradictions'];

/** Invented happenings of a small world, so that filters find something. The same for every store. */
export function inventedLedger(incidents = INCIDENTS): readonly InventedIncident[] {
  const invented: InventedIncident[] = [];
  for (const one of inventIncidents(7, inventWorld(7, 3))) {
    if (invented.length === incidents) break;
    invented.push(one);
  }
  return invented;
}

/** Tests what a store finds: each answer is that of the store in memory, which looks at everything. */
export function runQueryTests(open: () => Promise<Store>): void {
  let store: Store;
  let memory: Store;
  const invented = inventedLedger();

  beforeAll(async () => {
    store = await open();
    memory = memoryStore();
    for (const one of [store, memory]) await fill(one, invented);
  });

  afterAll(() => store.close());

  describe('finds what the store in memory finds', () => {
    test.each(FINDS)('%s', async find => {
      let found = 0;
      await fc.assert(
        fc.asyncProperty(filtersOf(invented), async filter => {
          const expected = await memory[find](filter, { limit: 20 });
          found += expected.items.length;
          expect(await store[find](filter, { limit: 20 })).toEqual(expected);
        }),
        { seed: 11, numRuns: RUNS },
      );
      expect(found).toBeGreaterThan(RUNS);
    });

    outlineTest(() => [store, memory], invented);

    test('count', async () => {
      await fc.assert(
        fc.asyncProperty(countsOf(invented), async query => {
          expect(await store.count(query)).toEqual(await memory.count(query));
        }),
        { seed: 12, numRuns: RUNS },
      );
    });

    test.each(Object.entries(DIMENSIONS).flatMap(([of, all]) => all.map(by => [of, by])))(
      'count %s by %s',
      async (of, by) => {
        const query = { of, by: [by] } as CountQuery;
        const counts = await store.count(query);
        expect(counts).toEqual(await memory.count(query));
        expect(counts.length).toBeGreaterThan(1);
      },
    );
  });

  test.each(['', 'claims~2020-01-01', 'reports~2020-01-01~4', 'claims~2020-01-01~four'])(
    'a cursor that is none of the list is refused: %j',
    async after => {
      await expect(store.findClaims({}, { after })).rejects.toThrow();
    },
  );

  constructedTests(open);
  pageTests(open, invented);
  recodingTests(open, invented);
  describe('after reviewers have decided', () => runReviewTests(open));
}

function outlineTest(stores: () => readonly [Store, Store], invented: readonly InventedIncident[]): void {
  test('outline', async () => {
    const [store, memory] = stores();
    await fc.assert(
      fc.asyncProperty(filtersOf(invented), fc.constantFrom(3, 1_000), async (filter, most) => {
        const { total, columns } = await memory.outline(filter, most);
        expect(await store.outline(filter, most)).toEqual({ total, columns });
        expect(columns.id).toEqual((await memory.findIncidents(filter, { limit: most })).items.map(({ id }) => id));
        expect(total).toBe((await memory.findIncidents(filter, { limit: 1_000 })).items.length);
        expect(await store.outlineTolls(filter)).toEqual(await memory.outlineTolls(filter));
      }),
      { seed: 13, numRuns: RUNS },
    );
  });
}

function constructedTests(open: () => Promise<Store>): void {
  test.each(CONSTRUCTED)('%s', async (_, find, filter, expected) => {
    const small = await open();
    await small.appendReports([
      { report: ROAD_REPORT, coding: ROAD_CODING },
      { report: FRONT_REPORT, coding: FRONT_CODING },
    ]);
    await small.replaceIncidents([KARSA_INCIDENT]);
    expect(namesOf((await small[find](filter)).items)).toEqual(expected);
    await small.close();
  });

  test('a ledger of nothing finds nothing', async () => {
    const empty = await open();
    for (const find of FINDS) expect(await empty[find]({ text: 'army' })).toEqual({ items: [], next: null });
    expect(await empty.count({ of: 'claims', by: ['week'] })).toEqual([]);
    await empty.close();
  });
}

function pageTests(open: () => Promise<Store>, invented: readonly InventedIncident[]): void {
  test.each<[Find, Filter]>([
    ['findClaims', {}],
    ['findClaims', { text: 'at least' }],
    ['findReports', {}],
    ['findReports', { text: 'attack near' }],
    ['findIncidents', {}],
    ['findTolls', { harm: 'killed' }],
    ['findContradictions', {}],
  ])('pages of %s %j are whole and in order, also while the ledger grows', async (find, filter) => {
    const growing = await open();
    await fill(growing, invented.slice(0, 12));
    const all = await growing[find](filter, { limit: 1_000 });
    expect(all.items.length).toBeGreaterThan(6);
    const seen: unknown[] = [];
    let page: Page<unknown> = { items: [], next: null };
    let part = 0;
    do {
      const request: PageRequest = page.next === null ? { limit: 5 } : { limit: 5, after: page.next };
      page = await growing[find](filter, request);
      seen.push(...page.items);
      part++;
      if (part === 1) await growing.appendReports(invented.slice(30, 32).flatMap(({ reports }) => reports));
    } while (page.next !== null && part < 400);
    const old = new Set(all.items.map(item => JSON.stringify(item)));
    expect(seen.filter(item => old.has(JSON.stringify(item)))).toEqual(all.items);
    await growing.close();
  });
}

function recodingTests(open: () => Promise<Store>, invented: readonly InventedIncident[]): void {
  test('what is coded anew is found by its new words only', async () => {
    const small = await open();
    const [one] = invented;
    const coded = one?.reports[0];
    if (coded === undefined) throw new Error('the fixture is wrong');
    await small.appendReport(coded);
    const before = await small.count({ of: 'claims', by: ['kind'] });
    const less = {
      ...coded.coding,
      id: 'cod_less',
      coder: 'rules@0.0.1+invented',
      claims: coded.coding.claims.slice(0, 1),
    };
    await small.appendReport({ ...coded, coding: less });
    expect(before.length).toBeGreaterThan(1);
    expect(await small.count({ of: 'claims', by: ['kind'] })).toEqual([{ values: ['event'], count: 1 }]);
    expect(await small.count({ of: 'claims', by: ['week'] })).toMatchObject([{ count: 1 }]);
    expect((await small.findClaims({ text: 'at least' })).items).toEqual([]);
    expect((await small.findClaims({ text: 'fighters' })).items).toHaveLength(1);
    expect((await small.findReports({ text: 'at least' })).items).toHaveLength(1);
    await small.close();
  });
}

async function fill(store: Store, invented: readonly InventedIncident[]): Promise<void> {
  await store.appendReports(invented.flatMap(({ reports }) => reports));
  for (const decision of inventedDecisions(invented.flatMap(({ reports }) => reports))) {
    await store.appendDecision(decision);
  }
  await store.replaceIncidents(invented.map(({ incident }) => incident));
}

const CONSTRUCTED: readonly [what: string, find: Find, filter: Filter, expected: readonly string[]][] = [
  ['claims, the undated last', 'findClaims', {}, ['c4', 'c3', 'c2', 'c1', 'c9', 'c8', 'c7', 'c6', 'c5']],
  ['claims of a day', 'findClaims', { from: '2025-03-04', to: '2025-03-04' }, ['c4', 'c3', 'c2', 'c1']],
  ['claims of the day after', 'findClaims', { from: '2025-03-05' }, []],
  ['claims within a box', 'findClaims', { box: { west: 20, south: 10, east: 21, north: 11 }, kind: 'event' }, ['c3']],
  ['claims beside a box', 'findClaims', { box: { west: 21, south: 10, east: 22, north: 11 } }, []],
  ['over the 180th meridian', 'findClaims', { box: { west: 170, south: 10, east: -170, north: 11 } }, []],
  ['claims near a place', 'findClaims', { near: { lat: 10.6, lon: 20.3, km: 15 }, kind: 'event' }, ['c3']],
  ['claims not so near', 'findClaims', { near: { lat: 10.6, lon: 20.3, km: 10 }, kind: 'event' }, []],
  ['of whom they speak, by words', 'findClaims', { actor: 'northern FRONT' }, ['c3']],
  ['of whom they speak, by id', 'findClaims', { actor: 'x:Northern Front' }, ['c3']],
  ['who speaks', 'findClaims', { claimant: 'hospital' }, ['c4']],
  ['how it is said', 'findClaims', { act: 'deny' }, ['c9']],
  ['of the future', 'findClaims', { scope: 'future' }, ['c5']],
  ['figures from 31', 'findClaims', { harm: 'killed', atLeast: 31 }, ['c8', 'c6']],
  ['figures up to 12', 'findClaims', { atMost: 12 }, ['c4', 'c1']],
  ['by publisher', 'findClaims', { source: 'upland post', harm: 'injured' }, ['c2']],
  ['of an incident', 'findClaims', { incident: 'i_karsa', act: 'admit' }, ['c2', 'c1']],
  ['of a contradicted incident', 'findClaims', { contradicted: true, kind: 'denial' }, ['c9']],
  ['by the words of the quote', 'findClaims', { text: 'SOLDIERS killed' }, ['c8', 'c6', 'c1']],
  ['words side by side', 'findClaims', { text: '"killed 31 soldiers"' }, ['c8']],
  ['side by side before apart', 'findClaims', { text: '40 soldiers have' }, ['c6']],
  ['the beginning of a word', 'findClaims', { text: 'sold* reject*' }, []],
  ['the beginning of a word, found', 'findClaims', { text: 'trad*' }, ['c4']],
  ['words that only letters of SQL surround', 'findClaims', { text: `'); DROP "rejected` }, []],
  ['reports by words', 'findReports', { text: 'soldiers karsa' }, ['r_road', 'r_front']],
  ['reports by day', 'findReports', { from: '2025-03-06' }, ['r_road']],
  ['reports by what a claim says', 'findReports', { act: 'deny' }, ['r_front']],
  ['incidents by actor and day', 'findIncidents', { actor: 'army', from: '2025-03-01', to: '2025-03-31' }, ['i_karsa']],
  ['incidents by toll', 'findIncidents', { harm: 'injured', atLeast: 31 }, []],
  ['incidents by toll, found', 'findIncidents', { harm: 'injured', atLeast: 30 }, ['i_karsa']],
  ['incidents by words', 'findIncidents', { text: 'rejected' }, ['i_karsa']],
  ['incidents without contradiction', 'findIncidents', { contradicted: false }, []],
  ['tolls by harm', 'findTolls', { harm: 'killed' }, ['killed 12', 'killed 3']],
  ['contradictions', 'findContradictions', {}, ['killed of Army of Veldania']],
];

function namesOf(items: readonly unknown[]): readonly string[] {
  return items.map(item => {
    const found = item as {
      readonly id?: string;
      readonly claim?: { readonly id: string };
      readonly toll?: { readonly harm: string; readonly low: number | null };
      readonly contradiction?: { readonly field: string };
    };
    if (found.toll !== undefined) return `${found.toll.harm} ${found.toll.low}`;
    return found.claim?.id ?? found.contradiction?.field ?? found.id ?? '';
  });
}

/** Filters with values that occur in the ledger, most of them of one or two fields. */
function filtersOf(invented: readonly InventedIncident[]): fc.Arbitrary<Filter> {
  const reports = invented.flatMap(one => one.reports);
  const places = invented.flatMap(({ incident }) => incident.places.filter(({ lat }) => lat !== null));
  const words = reports.flatMap(({ report }) => report.text.split(/\W+/).filter(word => word.length > 1));
  const quotes = reports.flatMap(({ coding }) => coding.claims.map(({ evidence }) => evidence.quote.split(' ')));
  const phrase = fc
    .tuple(fc.constantFrom(...quotes), fc.nat(4))
    .map(([quote, at]) => quote.slice(at, at + 2).join(' '));
  const day = fc
    .tuple(fc.integer({ min: 2019, max: 2024 }), fc.integer({ min: 10, max: 12 }))
    .map(([y, m]) => `${y}-${m}-05`);
  const fields: { readonly [K in keyof Filter]-?: fc.Arbitrary<NonNullable<Filter[K]>> } = {
    from: day,
    to: day,
    box: fc.tuple(fc.constantFrom(...places), fc.constantFrom(0.5, 3, 200)).map(([{ lat, lon }, size]) => ({
      west: size > 100 ? 170 : Math.max(-180, (lon ?? 0) - size),
      south: Math.max(-90, (lat ?? 0) - size),
      east: size > 100 ? (lon ?? 0) : Math.min(180, (lon ?? 0) + size),
      north: Math.min(90, (lat ?? 0) + size),
    })),
    near: fc
      .tuple(fc.constantFrom(...places), fc.constantFrom(5, 100, 4_000))
      .map(([{ lat, lon }, km]) => ({ lat: lat ?? 0, lon: lon ?? 0, km })),
    country: fc.constantFrom('XAA', 'XAB', 'XAC'),
    admin1: fc.constantFrom(...places).map(({ admin1 }) => admin1 ?? 'none'),
    actor: fc.constantFrom('army', 'xaa-0', 'front of', 'free valley', 'nobody'),
    claimant: fc.constantFrom('police', 'author', 'spokesman'),
    type: fc.constantFrom('armed-clash', 'shelling'),
    kind: fc.constantFrom('casualty', 'event', 'risk'),
    act: fc.constantFrom('state', 'admit', 'fear'),
    scope: fc.constantFrom('incident', 'future'),
    review: fc.constantFrom('standing', 'edited', 'rejected'),
    harm: fc.constantFrom('killed', 'captured'),
    atLeast: fc.integer({ min: 0, max: 40 }),
    atMost: fc.integer({ min: 0, max: 40 }),
    source: fc.constantFrom('post', 'herald', 'radio'),
    report: fc.constantFrom(...reports).map(({ report }) => report.id),
    claim: fc.constantFrom(...reports).map(({ coding }) => coding.claims[0]?.id ?? 'none'),
    incident: fc.constantFrom(...invented).map(({ incident }) => incident.id),
    text: fc.oneof(
      fc.constantFrom(...words),
      phrase,
      phrase.map(two => `"${two}"`),
      fc.constantFrom(...words).map(word => `${word.slice(0, 3)}*`),
      fc.constantFrom('at least', 'blamed for the', 'attack near'),
    ),
    contradicted: fc.boolean(),
  };
  const names = Object.keys(fields) as (keyof Filter)[];
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.subarray(names, { minLength: 1, maxLength: 1 }) },
      { weight: 4, arbitrary: fc.subarray(names, { minLength: 2, maxLength: 2 }) },
      { weight: 2, arbitrary: fc.subarray(names, { minLength: 3, maxLength: 3 }) },
    )
    .chain(chosen => fc.record(Object.fromEntries(chosen.map(name => [name, fields[name]]))) as fc.Arbitrary<Filter>)
    .map(filter => {
      const { from, to } = filter;
      return from !== undefined && to !== undefined && from > to ? { ...filter, from: to, to: from } : filter;
    });
}

function countsOf(invented: readonly InventedIncident[]): fc.Arbitrary<CountQuery> {
  return fc.constantFrom(...(Object.keys(DIMENSIONS) as (keyof typeof DIMENSIONS)[])).chain(of =>
    fc.record({
      of: fc.constant(of),
      by: fc.subarray([...DIMENSIONS[of]], { minLength: 1, maxLength: 3 }),
      filter: fc.oneof(fc.constant({}), filtersOf(invented)),
    }),
  );
}
