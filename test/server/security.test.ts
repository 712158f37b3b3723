import { readFile, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../src/node/wire-server.ts';
import { exampleLedger, type Served, serveExamples } from './served.ts';

const opened: Served[] = [];

beforeAll(async () => {
  opened[0] = await serveExamples();
}, 60_000);

afterAll(async () => {
  await opened[0]?.end();
});

function served(): Served {
  const [one] = opened;
  if (one === undefined) throw new Error('not served');
  return one;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';
const BODY = { text: 'Two men were hurt near Gao, the army said.' };
const SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'';

describe('script in every field of a report', () => {
  test('is data in JSON and nothing else, wherever it is answered', async () => {
    const { ask, post, token } = served();
    const headers = await token('write');
    const text = `${SCRIPT}\n\nThe army of ${SCRIPT} said nine soldiers were killed near ${SCRIPT} Gao on Tuesday.`;
    const report = { text, headline: SCRIPT, byline: SCRIPT, source: SCRIPT, publishedAt: '2026-11-25' };
    const added = await post('/api/v1/reports', report, headers);
    expect(added.status).toBe(201);
    const reportId = String(added.at('reportId'));
    for (const path of [
      `/api/v1/reports/${reportId}`,
      '/api/v1/reports',
      '/api/v1/claims',
      '/api/v1/incidents',
      '/api/v1/actors',
      '/api/v1/places',
      `/api/v1/search?text=soldiers`,
      `/api/v1/search?text=${encodeURIComponent(SCRIPT)}`,
      `/api/v1/incidents/${encodeURIComponent(SCRIPT)}`,
      `/api/v1/actors/${encodeURIComponent(SCRIPT)}`,
      `/${encodeURIComponent(SCRIPT)}`,
      `/api/v1/exports/${encodeURIComponent('<script>')}`,
    ]) {
      const answered = await ask(path, { headers: { accept: 'text/html' } });
      const isPage = answered.headers['content-type'] === 'text/html; charset=utf-8';
      if (!isPage)
        expect([path, [JSON_TYPE, PROBLEM_TYPE]]).toEqual([
          path,
          expect.arrayContaining([answered.headers['content-type']]),
        ]);
      else expect(answered.text).not.toContain('alert(1)');
      expect(answered.headers['x-content-type-options']).toBe('nosniff');
      expect(() => isPage || answered.json()).not.toThrow();
    }
    const refused = await post('/api/v1/reports', { ...report, url: 'javascript:alert(1)' }, headers);
    expect([refused.status, refused.at('code')]).toEqual([400, 'body-invalid']);
    const csv = await ask('/api/v1/exports/sources');
    expect([csv.headers['content-type'], csv.headers['content-disposition']]).toEqual([
      'text/csv; charset=utf-8',
      'attachment; filename="casus-sources.csv"',
    ]);
  }, 60_000);
});

describe('headers', () => {
  test.each(['/', '/api', '/api/v1/ledger', '/nothing', '/health'])('%s has all that keep a page safe', async path => {
    const { headers } = await served().ask(path);
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(Object.keys(headers).filter(name => name.startsWith('access-control-') || name === 'server')).toEqual([]);
  });

  test('the reference has no script and no style of its own', async () => {
    const { text } = await served().ask('/api');
    expect(text).not.toMatch(/<script|<style|style=|\son\w+=|https?:/);
    expect((await served().ask('/api/style.css')).headers['content-type']).toBe('text/css; charset=utf-8');
  });
});

describe('bodies', () => {
  test('that are too large are refused, and the connection lives', async () => {
    const { post, ask } = served();
    const answered = await post('/api/v1/read', JSON.stringify({ text: 'x'.repeat(9 * 1024 * 1024) }));
    expect([answered.status, answered.at('code')]).toEqual([413, 'body-too-large']);
    expect((await ask('/health')).status).toBe(200);
  });

  const WRONG: readonly [string, string, string][] = [
    ['no JSON', '{"text":', 'application/json'],
    ['another type', '{"text":"a"}', 'text/plain'],
    ['a form, as another site could send it', 'text=a', 'application/x-www-form-urlencoded'],
    ['an unknown field', '{"text":"a","admin":true}', 'application/json'],
    ['a prototype', '{"text":"a","__proto__":{"x":1}}', 'application/json'],
    ['no text', '{}', 'application/json'],
    ['a list', '[]', 'application/json'],
  ];

  test.each(WRONG)('%s is refused', async (_, body, type) => {
    const answered = await served().post('/api/v1/read', body, { 'content-type': type });
    expect([answered.status, answered.at('code')]).toEqual([400, 'body-invalid']);
  });
});

describe('paths', () => {
  test.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2f..%2fetc%2fpasswd',
    '//etc/passwd',
    '/..\\package.json',
    '/.env',
    '/tokens.json',
    '/api/v1/exports/..%2f..%2ftokens',
    '/api/ask/incident?id=..%2F..%2F..%2Fhealth',
    '/api/ask/__proto__',
  ])('%s leads nowhere', async path => {
    const answered = await served().ask(path);
    expect(answered.text).not.toMatch(/root:|"dependencies"|casus-tokens/);
    if (answered.status === 303) expect(answered.headers.location).toMatch(/^\/api\/v1\/incidents\/[^/]*$/);
    else expect([400, 403, 404]).toContain(answered.status);
  });
});

describe('tokens', () => {
  test('writing needs one with the scope, and reading does not on this machine', async () => {
    const { ask, post, token } = served();
    expect((await ask('/api/v1/ledger')).status).toBe(200);
    const missing = await post('/api/v1/reports', BODY);
    expect([missing.status, missing.at('code')]).toEqual([401, 'token-missing']);
    expect(missing.headers['www-authenticate']).toContain('Bearer');
    for (const [path, scope] of [
      ['/api/v1/reports', 'review'],
      ['/api/v1/decisions', 'write'],
    ] as const) {
      const wrong = await post(path, BODY, await token('read', scope));
      expect([path, wrong.status, wrong.at('code')]).toEqual([path, 403, 'token-scope']);
    }
  });

  test('are kept as hashes, in a file that only its owner reads', async () => {
    const { authorization = '' } = await served().token('read');
    const path = join(served().folder, 'tokens.json');
    expect(await readFile(path, 'utf8')).not.toContain(authorization.replace('Bearer casus_', ''));
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  test('guessing is heard ten times, then not, even with the right one', async () => {
    const own = await serveExamples();
    try {
      const right = await own.token('write');
      const guess = () => own.ask('/api/v1/ledger', { headers: { authorization: 'Bearer casus_guess' } });
      for (let i = 0; i < 10; i++) expect((await guess()).at('code')).toBe('token-unknown');
      const late = await guess();
      expect([late.status, late.at('code')]).toEqual([429, 'requests-too-many']);
      expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
      expect((await own.post('/api/v1/reports', BODY, right)).status).toBe(429);
      expect((await own.ask('/api/v1/ledger')).status).toBe(200);
    } finally {
      await own.end();
    }
  }, 30_000);

  test('any other address needs one to start with, and one for every question', async () => {
    const ledger = await exampleLedger();
    await expect(serve({ ledger, host: '0.0.0.0', port: 0 })).rejects.toMatchObject({ code: 'token-missing' });
    const proxied = { ledger, host: '127.0.0.1', port: 0, publicUrls: ['https://casus.example.org'] };
    await expect(serve(proxied)).rejects.toMatchObject({ code: 'token-missing' });
    const own = await serveExamples({ tokensPath: join(served().folder, 'tokens.json'), host: '0.0.0.0' });
    try {
      const { port } = new URL(own.server.url);
      const headers = { host: `127.0.0.1:${port}` };
      for (const path of ['/api/v1/ledger', '/', '/api', '/metrics', '/api/v1/openapi.json', '/api/v1/changes']) {
        expect([path, (await own.ask(path, { headers })).status]).toEqual([path, 401]);
      }
      expect((await own.ask('/health', { headers })).status).toBe(200);
      const { authorization = '' } = await served().token('read');
      expect((await own.ask('/api/v1/ledger', { headers: { ...headers, authorization } })).status).toBe(200);
      const password = Buffer.from(`me:${authorization.replace('Bearer ', '')}`).toString('base64');
      const basic = { ...headers, authorization: `Basic ${password}` };
      expect((await own.ask('/api/v1/ledger', { headers: basic })).status).toBe(200);
    } finally {
      await own.end();
    }
  }, 30_000);
});

describe('other sites', () => {
  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
  ])('can neither read nor write: %o', async headers => {
    const { ask, post, token } = served();
    const read = await ask('/api/v1/ledger', { headers });
    expect([read.status, read.at('code')]).toEqual([403, 'request-refused']);
    const written = await post('/api/v1/reports', BODY, { ...(await token('write')), ...headers });
    expect([written.status, written.at('code')]).toEqual([403, 'request-refused']);
    const asked = await ask('/api/v1/reports', { method: 'OPTIONS', headers });
    expect([asked.status, asked.headers['access-control-allow-origin']]).toEqual([403, undefined]);
  });

  test('may link here', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', accept: 'text/html' };
    expect((await served().ask('/', { headers })).status).toBe(200);
    const form = await served().post('/api/v1/reports', BODY, { ...(await served().token('write')), ...headers });
    expect(form.status).toBe(403);
  });

  test.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost.evil.example', '127.0.0.1:1'])(
    'a name that was bent to this machine is refused: Host %j',
    async host => {
      const answered = await served().ask('/api/v1/ledger', { headers: { host } });
      expect([400, 403]).toContain(answered.status);
      expect(answered.text).not.toContain('"size"');
    },
  );

  test('localhost is this machine too', async () => {
    const { port } = new URL(served().server.url);
    expect((await served().ask('/api/v1/ledger', { headers: { host: `localhost:${port}` } })).status).toBe(200);
  });
});

describe('header injection', () => {
  test.each([
    '/api/v1/exports/claims%0d%0aset-cookie:%20a=b',
    '/api/v1/incidents/x%0d%0aset-cookie:%20a=b',
    '/api/ask/incident?id=x%0d%0aset-cookie:%20a=b',
    '/x%0d%0aset-cookie:%20a=b',
  ])('%s makes no header', async path => {
    const answered = await served().ask(path);
    expect(answered.headers['set-cookie']).toBeUndefined();
    expect(answered.headers.location ?? '').not.toMatch(/[\r\n]/);
  });

  test('a request that is none is refused, and the others are answered', async () => {
    const { hostname, port } = new URL(served().server.url);
    const answered = await raw(hostname, Number(port), 'GET / HTTP/1.1\r\nHost: a\r\nbad header\r\n\r\n');
    expect(answered).toMatch(/^HTTP\/1.1 400 /);
    const nameless = await raw(hostname, Number(port), 'GET /api/v1/ledger HTTP/1.0\r\n\r\n');
    expect(nameless).toMatch(/^HTTP\/1.1 403 /);
    const twice = `POST /api/v1/read HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`;
    expect(await raw(hostname, Number(port), twice)).toMatch(/^HTTP\/1.1 400 /);
    expect((await served().ask('/health')).status).toBe(200);
  });
});

function raw(host: string, port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => socket.write(text));
    let answered = '';
    socket.setEncoding('utf8').on('data', (part: string) => {
      answered += part;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answered));
  });
}
