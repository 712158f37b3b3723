import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSources } from '../../src/node/sources/read-sources.ts';
import type { WebOptions } from '../../src/node/sources/web/web-client.ts';
import { makePage } from './make-documents.ts';
import { type Served, serve } from './serve.ts';

const BODY =
  'Five men were hurt on the road to Karsa on Tuesday when a mine went off under their lorry, the hospital said.';
const PAGE = makePage('Five hurt on the Karsa road', [BODY]);
const MIB = 1024 * 1024;

let server: Served;
let other: Served;
const to = (location: string) => (_: unknown, response: import('node:http').ServerResponse) =>
  response.writeHead(302, { location }).end();

beforeAll(async () => {
  other = await serve({ '/page': PAGE });
  const inside = other.url.replace('127.0.0.1', '127.0.0.2');
  server = await serve({
    '/page': PAGE,
    '/to-page': to('/page'),
    '/to-private': to(`${inside}/page`),
    '/to-loopback6': to('http://[::1]:8081/'),
    '/to-metadata': to('http://169.254.169.254/latest/'),
    '/to-file': to('file:///etc/hostname'),
    '/to-data': to('data:text/html,<p>x'),
    '/to-password': to('http://user:word@127.0.0.1/'),
    '/around': to('/around'),
    '/private.txt': PAGE,
    '/robots.txt': (_, response) => response.end('User-agent: *\nDisallow: /private\nDisallow: /to-nowhere'),
    '/to-forbidden': to('/private.txt'),
    '/endless': (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) {}
      };
      response.on('drain', more);
      more();
    },
    '/drip': (_, response) => {
      const drip = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(drip));
    },
    '/silent': () => undefined,
    '/bomb': (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(64 * MIB)));
    },
    '/claims-much': (_, response) => response.writeHead(200, { 'content-length': String(1024 * MIB) }).write('x'),
    '/cut': (_, response) => {
      response.writeHead(200, { 'content-length': '5000' }).write(PAGE.slice(0, 200));
      setTimeout(() => response.destroy(), 20);
    },
    '/headers': (_, response) => response.writeHead(200, { 'x-much': 'x'.repeat(100_000) }).end(PAGE),
    '/no-http': request => request.socket.end('SSH-2.0-x\r\n'),
    '/script': makePage(
      'Five hurt on the Karsa road',
      [BODY],
      '<script>document.body.textContent = "Run."; fetch("/ran")</script>',
    ),
    '/frames': makePage(
      'Five hurt on the Karsa road',
      [`${BODY}<img src="/ran" onerror="fetch('/ran')">`],
      '<link rel="stylesheet" href="/ran"><base href="http://x/">',
    ),
    '/deep': `<html><body>${'<div>'.repeat(100_000)}${BODY}`,
    '/wide': `<html><body>${'<p>x</p>'.repeat(100_000)}`,
    '/entities': (_, response) =>
      response.end(
        `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>`,
      ),
    '/external': (_, response) =>
      response.end(
        `<?xml version="1.0"?><!DOCTYPE feed SYSTEM "x" [<!ENTITY x SYSTEM "file:///etc/hostname">]><feed xmlns="http://www.w3.org/2005/Atom"><title>&x;</title></feed>`,
      ),
    '/endless-map.xml': (_, response) =>
      response.end(`<sitemapindex><sitemap><loc>${server.url}/endless-map.xml</loc></sitemap></sitemapindex>`),
  });
});
afterAll(async () => {
  await server.close();
  await other.close();
});

/** Only the address of this server counts as public here, so that all others are refused as they would be outside. */
const LIMITS: WebOptions = {
  isAllowed: address => address === '127.0.0.1',
  delayMs: 0,
  timeoutMs: 1_500,
  bytesMax: 4 * MIB,
};

async function codes(url: string, web: WebOptions = LIMITS): Promise<readonly string[]> {
  const seen: string[] = [];
  for await (const item of readSources([url], { web })) seen.push('error' in item ? item.error.code : item.input.text);
  return seen;
}

describe('addresses that must not be fetched', () => {
  test.each([
    'http://127.0.0.1:PORT/page',
    'http://localhost:PORT/page',
    'http://[::1]:PORT/page',
    'http://[::ffff:127.0.0.1]:PORT/page',
    'http://0x7f000001:PORT/page',
    'http://2130706433:PORT/page',
    'http://0177.0.0.1:PORT/page',
    'http://127.1:PORT/page',
    'http://0:PORT/page',
    'http://①②⑦.0.0.1:PORT/page',
    'http://user:word@127.0.0.1:PORT/page',
    'file:///etc/hostname',
    'ftp://127.0.0.1/x',
    'gopher://127.0.0.1/x',
    'http://',
  ])('%s', async address => {
    const before = server.asked.length;
    expect(await codes(address.replace('PORT', new URL(server.url).port), { delayMs: 0, timeoutMs: 1_500 })).toEqual([
      'address-refused',
    ]);
    expect(server.asked.length).toBe(before);
  });

  test.each(['/to-private', '/to-loopback6', '/to-metadata', '/to-file', '/to-data', '/to-password'])(
    'a redirect: %s',
    async path => {
      expect(await codes(server.url + path)).toEqual(['address-refused']);
      expect(other.asked).toEqual([]);
    },
  );

  test('a name of which one address is not allowed', async () => {
    const lookup: WebOptions['lookup'] = (_, __, callback) =>
      callback(null, [
        { address: '127.0.0.1', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ]);
    expect(await codes(`http://news.example:${new URL(server.url).port}/page`, { ...LIMITS, lookup })).toEqual([
      'address-refused',
    ]);
  });

  test('a name that changes its mind after it was checked', async () => {
    // What the check reads is allowed; what the socket is then told is this machine.
    let reads = 0;
    const changing = {
      family: 4 as const,
      get address() {
        return reads++ === 0 ? '93.184.216.34' : '127.0.0.1';
      },
    };
    const lookup: WebOptions['lookup'] = (_, __, callback) => callback(null, [changing]);
    const before = other.asked.length;
    const address = `http://news.example:${new URL(other.url).port}/page`;
    expect(await codes(address, { lookup, ignoreRobots: true, timeoutMs: 1_500 })).toEqual(['address-refused']);
    expect(reads).toBeGreaterThan(1);
    expect(other.asked.length).toBe(before);
  });

  test('what robots.txt asks programs not to fetch, also behind a redirect', async () => {
    expect(await codes(`${server.url}/private.txt`)).toEqual(['robots-refused']);
    expect(await codes(`${server.url}/to-forbidden`)).toEqual(['robots-refused']);
    expect((await codes(`${server.url}/private.txt`, { ...LIMITS, ignoreRobots: true }))[0]).toContain(BODY);
  });
});

describe('answers that would do harm', () => {
  test.each([
    ['/around', 'fetch-failed'],
    ['/endless', 'fetch-too-large'],
    ['/drip', 'fetch-failed'],
    ['/silent', 'fetch-failed'],
    ['/bomb', 'fetch-too-large'],
    ['/claims-much', 'fetch-too-large'],
    ['/cut', 'fetch-failed'],
    ['/headers', 'fetch-failed'],
    ['/no-http', 'fetch-failed'],
    ['/entities', 'file-damaged'],
    ['/external', 'file-damaged'],
    ['/endless-map.xml', 'feed-unreadable'],
    ['/wide', 'file-damaged'],
  ])('%s', async (path, code) => {
    expect(await codes(server.url + path)).toEqual([code]);
  });

  test('a page nested beyond reason gives its text or an error, and ends', async () => {
    const [seen = ''] = await codes(`${server.url}/deep`);
    expect(seen === 'file-damaged' || seen.includes(BODY) || seen === 'page-without-article').toBe(true);
  });

  test.each(['/script', '/frames'])('nothing of a page is run or fetched: %s', async path => {
    expect(await codes(server.url + path)).toEqual([`Five hurt on the Karsa road\n\n${BODY}`]);
    expect(server.asked).not.toContain('/ran');
  });

  test('a page that is moved is read, and says where it was found', async () => {
    for await (const item of readSources([`${server.url}/to-page`], { web: LIMITS })) {
      expect('input' in item && item.input.provenance?.from).toBe(`${server.url}/page`);
    }
  });
});
