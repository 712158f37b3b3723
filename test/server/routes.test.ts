import { rename } from 'node:fs/promises';
import { get } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, NO_KNOWLEDGE, ROUTES, recordStore } from '../../src/core/api/index.ts';
import { main } from '../../src/node/cli/main.ts';
import { openStore } from '../../src/node/wire.ts';
import { serve } from '../../src/node/wire-server.ts';
import { testIo } from '../cli/test-io.ts';
import { exampleRecord } from '../exports/record.ts';
import { askServer, type Served, serveExamples } from './served.ts';

const opened: Served[] = [];

beforeAll(async () => {
  opened[0] = await serveExamples({ pollMs: 20 });
}, 60_000);

afterAll(async () => {
  await opened[0]?.end();
});

function served(): Served {
  const [one] = opened;
  if (one === undefined) throw new Error('not served');
  return one;
}

const TEXT = 'Three soldiers were killed when a mine went off near Gao on Tuesday, the army said.';

describe('reading', () => {
  test('answers what the routes of the core answer', async () => {
    const context = { store: await recordStore(await exampleRecord()), knowledge: NO_KNOWLEDGE };
    for (const id of ['incidents', 'claims', 'reports', 'tolls', 'contradictions'] as const) {
      const answered = await served().ask(`/api/v1${ROUTES[id].path}`);
      expect([id, answered.status, answered.headers['content-type']]).toEqual([
        id,
        200,
        'application/json; charset=utf-8',
      ]);
      const route = ROUTES[id] as (typeof ROUTES)['claims'];
      expect(answered.json()).toEqual(JSON.parse(JSON.stringify(await ask(route, context))));
    }
  });

  test('says not changed while the ledger is not', async () => {
    const first = await served().ask('/api/v1/overview');
    const etag = first.headers.etag ?? '';
    const again = await served().ask('/api/v1/overview', { headers: { 'if-none-match': etag } });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
    const other = await served().ask('/api/v1/overview', { headers: { 'if-none-match': 'W/"another"' } });
    expect(other.status).toBe(200);
  });

  test('compresses as the client can read it', async () => {
    const plain = await served().ask('/api/v1/claims');
    for (const [accepted, encoding, unpack] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['br;q=0, gzip', 'gzip', gunzipSync],
    ] as const) {
      const packed = await served().ask('/api/v1/claims', { headers: { 'accept-encoding': accepted } });
      expect(packed.headers['content-encoding']).toBe(encoding);
      expect(unpack(packed.bytes).toString()).toBe(plain.text);
    }
  });

  const MISTAKES: readonly [string, number, string, RegExp][] = [
    ['/api/v1/incidents/inc_none', 404, 'id-unknown', /^inc_none: /],
    ['/api/v1/claims?kind=rumour', 400, 'usage-invalid', /^kind: this was not understood/],
    ['/api/v1/claims?from=a&from=b', 400, 'usage-invalid', /^from: /],
    ['/api/v1/claims?after=elsewhere', 400, 'usage-invalid', /^cursor elsewhere: /],
    ['/api/v1/nothing', 404, 'route-unknown', /^GET \/api\/v1\/nothing: /],
    ['/api/v1/exports/nonsense', 400, 'usage-invalid', /the formats are/],
  ];

  test.each(MISTAKES)('%s is answered %i %s', async (path, status, code, detail) => {
    const answered = await served().ask(path);
    expect([answered.status, answered.headers['content-type']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answered.json()).toMatchObject({ status, code, detail: expect.stringMatching(detail) });
    expect(answered.at('advice')).not.toContain('--help');
  });
});

describe('files', () => {
  test.each([
    ['claims', []],
    ['acled?country=NER', ['--country', 'NER']],
    ['geojson', []],
  ])(
    '%s is the same to the byte as of the command line',
    async (asked, options) => {
      const [format = ''] = asked.split('?');
      const answered = await served().ask(`/api/v1/exports/${asked}`);
      const { io, stdout } = testIo();
      await main(['export', format, '--ledger', served().folder, ...options], io);
      expect(answered.text).toBe(stdout());
      expect(answered.headers['content-disposition']).toMatch(/^attachment; filename="casus-[\w.-]+"$/);
    },
    30_000,
  );

  test('a package is a ZIP archive', async () => {
    const answered = await served().ask('/api/v1/exports/package');
    expect(answered.headers['content-type']).toBe('application/zip');
    expect(answered.bytes.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('texts', () => {
  test('are coded and not kept', async () => {
    const before = (await served().ask('/api/v1/ledger')).at('size');
    const read = await served().post('/api/v1/read', { text: TEXT, publishedAt: '2026-11-25' });
    expect(read.json()).toMatchObject({ format: 'casus-record', reports: [{ text: TEXT }] });
    expect(read.at('codings.0.claims.0.kind')).toEqual(expect.any(String));
    const explained = await served().post('/api/v1/explain', { text: TEXT });
    expect(explained.at('format')).toBe('casus-explanation');
    expect((await served().ask('/api/v1/ledger')).at('size')).toEqual(before);
  }, 30_000);

  test('of two megabytes go through', async () => {
    const text = `${TEXT}${' \n'.repeat(1_000_000)}`;
    const read = await served().post('/api/v1/read', { text });
    expect(read.status).toBe(200);
    expect(read.at('reports.0.text')).toMatch(/^Three soldiers were killed/);
    expect(read.text).toContain('"code":"text-too-long"');
  }, 60_000);
});

describe('writing', () => {
  test('adds a report, tells listeners, and is seen by the next question', async () => {
    const { ask: asked, post, token } = served();
    const heard = listen(served(), 'report');
    await heard.open;
    const etag = (await asked('/api/v1/incidents')).headers.etag;
    const headers = await token('write');
    const added = await post(
      '/api/v1/reports',
      { text: TEXT, publishedAt: '2026-11-25', source: 'The Example' },
      headers,
    );
    expect([added.status, added.at('change')]).toEqual([201, 'added']);
    const again = await post(
      '/api/v1/reports',
      { text: TEXT, publishedAt: '2026-11-25', source: 'The Example' },
      headers,
    );
    expect([again.status, again.at('change'), again.at('reportId')]).toEqual([200, 'unchanged', added.at('reportId')]);
    const reportId = added.at('reportId');
    expect((await asked(added.headers.location ?? '')).at('line.id')).toBe(reportId);
    expect((await asked('/api/v1/incidents')).headers.etag).not.toBe(etag);
    expect(await heard.first).toMatchObject({ reportId });
    heard.end();
  }, 60_000);

  test('a decision is as that of the command line, and changes what is shown', async () => {
    const { ask: asked, post, token } = served();
    const headers = await token('review', 'read');
    const id = (await asked('/api/v1/claims?kind=casualty')).at('items.0.claim.id');
    const decided = await post('/api/v1/decisions', { act: 'reject', ids: [id], why: 'a test' }, headers);
    expect([decided.status, decided.at('decision')]).toMatchObject([
      201,
      { act: 'reject', by: 'tester', why: 'a test' },
    ]);
    expect((await asked('/api/v1/claims?kind=casualty')).text).not.toContain(id);
    const withdrawn = { act: 'withdraw', ids: [decided.at('decision.id')], why: 'over' };
    expect((await post('/api/v1/decisions', withdrawn, headers)).status).toBe(201);
    const refused = await post('/api/v1/decisions', { act: 'merge', ids: ['inc_none'], why: 'no' }, headers);
    expect([refused.status, refused.at('code')]).toEqual([404, 'id-unknown']);
  }, 60_000);
});

describe('the state', () => {
  test('is told to people and to machines', async () => {
    expect((await served().ask('/health')).json()).toMatchObject({ status: 'ok', problem: null });
    const metrics = await served().ask('/metrics');
    expect(metrics.headers['content-type']).toMatch(/^text\/plain/);
    expect(metrics.text).toMatch(/^casus_ledger_reports \d+$/m);
    expect(metrics.text).toMatch(/^casus_request_seconds_count\{method="GET",route="\/health",status="200"\} \d+$/m);
    for (const line of metrics.text.trim().split('\n')) expect(line).toMatch(/^(# |[a-z_]+(\{.*\})? [\d.e+-]+$)/);
  });

  test('a ledger that has gone is said to have, with what still works', async () => {
    const own = await serveExamples();
    try {
      await rename(own.folder, `${own.folder}-gone`);
      const answered = await own.ask('/api/v1/incidents');
      expect([answered.status, answered.at('code'), answered.headers['retry-after']]).toEqual([
        503,
        'ledger-missing',
        '5',
      ]);
      expect(answered.text).not.toContain(own.folder);
      const health = await own.ask('/health');
      expect([health.status, health.at('problem.code')]).toEqual([503, 'ledger-missing']);
      expect(health.at('works.1')).toEqual(expect.any(String));
      expect((await own.ask('/api')).status).toBe(200);
      await rename(`${own.folder}-gone`, own.folder);
      expect((await own.ask('/api/v1/incidents')).status).toBe(200);
    } finally {
      await own.end();
    }
  }, 30_000);

  test('a ledger that is slow is not waited for without end', async () => {
    const own = await serveExamples({ waitMs: 0 });
    try {
      const answered = await own.ask('/api/v1/overview');
      expect([answered.status, answered.at('code')]).toEqual([503, 'ledger-slow']);
    } finally {
      await own.end();
    }
  }, 30_000);

  test('a port that is taken is said to be', async () => {
    const port = Number(new URL(served().server.url).port);
    const second = serve({ ledger: served().folder, host: '127.0.0.1', port });
    await expect(second).rejects.toMatchObject({ code: 'port-taken' });
  });

  test('ends what it began: a listener is told, and the ledger is free', async () => {
    const own = await serveExamples();
    const heard = listen(own, 'report');
    await heard.open;
    await own.server.close();
    await heard.closed;
    const store = await openStore(own.folder);
    expect((await store.size()).reports).toBeGreaterThan(0);
    await store.close();
    await expect(askServer(own.server.url, '/health', {})).rejects.toThrow();
  }, 30_000);
});

describe('the page', () => {
  test('every view is the page, every unknown file is none', async () => {
    const headers = { accept: 'text/html' };
    const page = await served().ask('/', { headers });
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect((await served().ask('/assets/none.js', { headers })).status).toBe(404);
    expect((await served().ask('/api/none', { headers })).status).toBe(404);
  });
});

/** Listens to the changes, from now on, until one of this kind comes. */
function listen({ server }: Served, kind: string) {
  const [opening, first, closing] = [signal<void>(), signal<unknown>(), signal<void>()];
  const request = get(new URL('/api/v1/changes', server.url), response => {
    let text = '';
    response.setEncoding('utf8').on('data', (part: string) => {
      opening.tell();
      text += part;
      const [, data] = new RegExp(`event: entry\\ndata: (.*"kind":"${kind}".*)\\n\\n`).exec(text) ?? [];
      if (data !== undefined) first.tell(JSON.parse(data));
    });
    response.on('close', () => closing.tell());
  });
  request.on('error', () => closing.tell());
  return { open: opening.told, first: first.told, closed: closing.told, end: () => request.destroy() };
}

function signal<T>(): { readonly told: Promise<T>; readonly tell: (value: T) => void } {
  let tell: (value: T) => void = () => undefined;
  const told = new Promise<T>(resolve => {
    tell = resolve;
  });
  return { told, tell };
}
