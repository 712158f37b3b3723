import { beforeAll, describe, expect, test } from 'vitest';
import { exampleRecord } from '../../../test/exports/record.ts';
import type { Store } from '../ledger/index.ts';
import type { PublicRecord } from '../model/index.ts';
import { type ApiContext, ask, NO_KNOWLEDGE, ROUTES, type RouteId, recordStore } from './index.ts';

const given: { context: ApiContext; record: PublicRecord; store: Store }[] = [];

beforeAll(async () => {
  const record = await exampleRecord();
  const store = await recordStore(record);
  const knowledge = { ...NO_KNOWLEDGE, countries: new Map([['NER', 'Niger']]) };
  given[0] = { context: { store, knowledge }, record, store };
});

function examples() {
  const [one] = given;
  if (one === undefined) throw new Error('not opened');
  return one;
}

/** One question to every route. */
function questions(): {
  readonly [Id in RouteId]: { query?: Record<string, string>; params?: Record<string, string> };
} {
  const { record } = examples();
  const claim = record.codings.flatMap(coding => coding.claims)[0]?.id ?? '';
  return {
    ledger: {},
    overview: {},
    incidents: {},
    incident: { params: { id: record.incidents[0]?.id ?? '' } },
    claims: { query: { kind: 'casualty' } },
    claim: { params: { id: claim } },
    reports: { query: { text: 'soldiers' } },
    report: { params: { id: record.reports[0]?.id ?? '' } },
    actors: { query: { text: 'forces' } },
    actor: { params: { id: actorOf(record) } },
    places: {},
    contradictions: {},
    tolls: { query: { harm: 'killed' } },
    losses: {},
    series: { query: { of: 'claims', by: 'kind,act' } },
    search: { query: { text: 'soldiers' } },
    warnings: {},
    formats: {},
  };
}

function actorOf({ incidents }: PublicRecord): string {
  return incidents.flatMap(({ roles }) => roles)[0]?.actor.name ?? '';
}

test('every route answers in its own shape, and has something to say of the examples', async () => {
  for (const [id, asked] of Object.entries(questions())) {
    const route = ROUTES[id as RouteId];
    const answer: unknown = await ask(route as (typeof ROUTES)['ledger'], examples().context, asked);
    const read = route.answer.safeParse(answer);
    expect([id, read.error?.issues]).toEqual([id, undefined]);
    expect(read.data).toEqual(answer);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    if (answer !== null && typeof answer === 'object' && 'items' in answer) {
      expect([id, (answer.items as unknown[]).length > 0]).toEqual([id, true]);
    }
  }
});

test('every route has an id of its own under which it is listed, and a path of its own', () => {
  const all = Object.entries(ROUTES);
  for (const [id, route] of all) expect(route.id).toBe(id);
  expect(new Set(all.map(([, { path }]) => path)).size).toBe(all.length);
});

test('the ledger tells how far it reaches', async () => {
  const { context, record } = examples();
  const answer = await ask(ROUTES.ledger, context);
  expect(answer.size.reports).toBe(record.reports.length);
  expect(answer.size.incidents).toBe(record.incidents.length);
  expect(answer.isStale).toBe(false);
  const days = record.incidents.flatMap(({ when }) =>
    when.start !== null && when.start === when.end ? when.start : [],
  );
  expect(answer.days?.first).toBe(days.toSorted()[0]);
  expect(answer.countries.find(({ code }) => code === 'NER')?.name).toBe('Niger');
});

test('the overview has every incident once, the same in all columns, and no coordinates where none are known', async () => {
  const { context, record } = examples();
  const { total, unplaced, columns } = await ask(ROUTES.overview, context);
  expect(total).toBe(record.incidents.length);
  expect(columns.id.toSorted()).toEqual(record.incidents.map(({ id }) => id).toSorted());
  for (const column of Object.values(columns)) expect(column).toHaveLength(total);
  expect(columns.lat.filter(lat => lat === null)).toHaveLength(unplaced);
  for (const [i, lat] of columns.lat.entries()) {
    expect([columns.lon[i] === null, columns.radiusKm[i] === null]).toEqual([lat === null, lat === null]);
  }
});

describe('an incident', () => {
  const makalondi = async () => {
    const { context, record } = examples();
    const incident = record.incidents.toSorted((a, b) => b.links.length - a.links.length)[0];
    return { incident, view: await ask(ROUTES.incident, context, { params: { id: incident?.id ?? '' } }) };
  };

  test('has every account of its tolls as a mark, with the words at their place', async () => {
    const { incident, view } = await makalondi();
    for (const [i, { toll, marks }] of view.tolls.entries()) {
      const entries = incident?.tolls[i]?.entries ?? [];
      expect(toll.low).toBe(incident?.tolls[i]?.low);
      const onRow = marks.filter(({ standing }) => standing === 'counted' || standing === 'superseded');
      expect(onRow.map(({ claimId }) => claimId)).toEqual(entries.map(({ claimId }) => claimId));
      for (const { reportId, span, quote } of marks) {
        const text = view.reports.find(({ report }) => report.id === reportId)?.text;
        expect(text?.slice(span.start, span.end)).toBe(quote);
      }
    }
  });

  test('no figure about it is lost: it stands on a row, or is left out with a reason', async () => {
    const { view } = await makalondi();
    const figures = view.claims.flatMap(({ claim }) => (claim.kind === 'casualty' ? [claim.id] : []));
    const marks = [...view.tolls.flatMap(({ marks: own }) => own), ...view.leftOut];
    expect(new Set(marks.map(({ claimId }) => claimId))).toEqual(new Set(figures));
    for (const { standing, why } of marks) expect(standing === 'counted').toBe(why === null);
  });

  test('sets its accounts side by side: each claim in the column of its speaker', async () => {
    const { view } = await makalondi();
    const { rows, columns } = view.accounts;
    expect(columns.length).toBeGreaterThan(2);
    expect(rows.some(({ key }) => key.startsWith('toll:killed'))).toBe(true);
    expect(rows.some(({ isContradicted }) => isContradicted)).toBe(true);
    for (const { cells } of columns) expect(cells).toHaveLength(rows.length);
    const said = columns.flatMap(({ cells }) => cells.flat());
    for (const { contradictions, claimId } of said) {
      for (const i of contradictions)
        expect(view.contradictions[i]?.claims.map(({ claim }) => claim.id)).toContain(claimId);
    }
    const known = new Set(view.claims.map(({ claim }) => claim.id));
    expect(said.every(({ claimId }) => known.has(claimId))).toBe(true);
  });

  test('names its sources, of which as many groups are independent as the incident says', async () => {
    const { view } = await makalondi();
    expect(new Set(view.sources.map(({ group }) => group)).size).toBe(view.incident.independentSources);
  });

  test('that the ledger does not hold is said to be unknown', async () => {
    await expect(ask(ROUTES.incident, examples().context, { params: { id: 'inc_nothing' } })).rejects.toMatchObject({
      code: 'id-unknown',
    });
  });
});

test('lists come in parts that join without a gap', async () => {
  const { context } = examples();
  for (const id of ['incidents', 'claims', 'reports', 'tolls', 'actors'] as const) {
    const route = ROUTES[id] as (typeof ROUTES)['claims'];
    const whole = await ask(route, context, { query: { limit: 1_000 } });
    const parts: unknown[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const part: { items: readonly unknown[]; next: string | null } = await ask(route, context, {
        query: { limit: 3, after: after ?? undefined },
      });
      parts.push(...part.items);
      after = part.next;
    }
    expect([id, parts]).toEqual([id, whole.items]);
  }
});

test('a threat has its words at their place, and what is feared is apart', async () => {
  const { context, record } = examples();
  const threats = await ask(ROUTES.warnings, context);
  for (const one of threats.items) {
    expect(one.kind).toBe('warning');
    if (one.kind !== 'warning') continue;
    const text = record.reports.find(({ id }) => id === one.report.id)?.text;
    for (const part of [one.condition, one.consequence]) {
      if (part !== null) expect(text?.slice(part.span.start, part.span.end)).toBe(part.words);
    }
  }
  const fears = await ask(ROUTES.warnings, context, { query: { kind: 'risk' } });
  expect(fears.items.every(({ kind }) => kind === 'risk')).toBe(true);
});

test('a claim leads to its text and its incident', async () => {
  const { context, record } = examples();
  const incident = record.incidents[0];
  const coding = record.codings.find(({ reportId }) => reportId === incident?.links[0]?.reportId);
  const claim = coding?.claims.find(({ eventId }) => eventId === incident?.links[0]?.eventId);
  const view = await ask(ROUTES.claim, context, { params: { id: claim?.id ?? '' } });
  expect(view.incidents.map(({ id }) => id)).toEqual([incident?.id]);
  const { span, quote } = view.line.claim.evidence;
  expect(view.text.slice(span.start, span.end)).toBe(quote);
});

const MISTAKES: readonly [RouteId, Record<string, string>, RegExp][] = [
  ['claims', { kind: 'rumour' }, /^kind: /],
  ['claims', { from: '2025-13-40' }, /^from: /],
  ['incidents', { colour: 'red' }, /^colour: /],
  ['incidents', { limit: '0' }, /^limit: /],
  ['incidents', { after: 'elsewhere' }, /^cursor elsewhere: /],
  ['actors', { after: 'elsewhere' }, /^cursor elsewhere: /],
  ['incidents', { box: '1,2,3' }, /^box: /],
  ['incidents', { from: '2025-02-01', to: '2025-01-01' }, /^from: /],
  ['series', { of: 'reports', by: 'actor' }, /^by actor: .*source/],
];

test.each(MISTAKES)('%s says what is amiss with %o', async (id, query, message) => {
  const asked = ask(ROUTES[id] as (typeof ROUTES)['claims'], examples().context, { query });
  await expect(asked).rejects.toMatchObject({ code: 'usage-invalid', message: expect.stringMatching(message) });
});
