import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePage } from '../sources/make-documents.ts';
import { serve as serveWeb } from '../sources/serve.ts';
import { type Served, serveExamples } from './served.ts';

const BODY =
  'Five men were hurt on the road to Karsa on Tuesday when a mine went off under their lorry, the hospital said. Nobody claimed it.';
let web: Awaited<ReturnType<typeof serveWeb>>;
let open: Served;
let closed: Served;

beforeAll(async () => {
  web = await serveWeb({ '/story': makePage('Five hurt near Karsa', [BODY, BODY.replace('Five', 'The five')]) });
  [open, closed] = await Promise.all([serveExamples({ web: { allowPrivate: true, delayMs: 0 } }), serveExamples()]);
}, 60_000);
afterAll(async () => {
  await Promise.all([open.end(), closed.end(), web.close()]);
});

describe('an address that is to be fetched', () => {
  test('gives the article of its page, which is not kept', async () => {
    const before = (await open.ask('/api/v1/ledger')).at('size');
    const found = await open.post('/api/v1/fetch', { url: `${web.url}/story` }, await open.token('write'));
    expect(found.status).toBe(200);
    expect(found.at('headline')).toBe('Five hurt near Karsa');
    expect(found.at('text')).toContain('Five men were hurt on the road to Karsa');
    expect((await open.ask('/api/v1/ledger')).at('size')).toEqual(before);
  });

  test('is fetched for nobody without a token that may write', async () => {
    const asked = web.asked.length;
    const body = { url: `${web.url}/story` };
    expect((await open.post('/api/v1/fetch', body)).status).toBe(401);
    expect((await open.post('/api/v1/fetch', body, await open.token('read'))).status).toBe(403);
    expect(web.asked.length).toBe(asked);
  });

  test('of this machine is refused', async () => {
    const asked = web.asked.length;
    const refused = await closed.post('/api/v1/fetch', { url: `${web.url}/story` }, await closed.token('write'));
    expect(refused.status).toBe(422);
    expect(refused.at('code')).toBe('address-refused');
    expect(web.asked.length).toBe(asked);
  });

  test('that has no page is said to have none', async () => {
    const none = await open.post('/api/v1/fetch', { url: `${web.url}/nothing` }, await open.token('write'));
    expect(none.status).toBe(502);
    expect(none.at('code')).toBe('fetch-failed');
  });

  test('must be one of the web', async () => {
    const wrong = await open.post('/api/v1/fetch', { url: 'file:///etc/passwd' }, await open.token('write'));
    expect(wrong.status).toBe(400);
    expect(wrong.at('code')).toBe('body-invalid');
  });
});
