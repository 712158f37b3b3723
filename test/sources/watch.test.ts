import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WatchOptions, watchFeeds } from '../../src/node/sources/watch-feeds.ts';
import { temporaryFolder } from '../cli/folder.ts';
import { makePage } from './make-documents.ts';
import { type MoodyFeed, serveMoodyFeed } from './moody-feed.ts';
import { type Served, serve } from './serve.ts';
import { headlinesOf, watchWithKills } from './watch-runs.ts';

const folder = temporaryFolder({});
const BODY =
  'Five men were hurt on the road to Karsa on Tuesday when a mine went off under their lorry, the hospital said.';
let moody: MoodyFeed;
let server: Served;
let feedAnswer: (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void;
const rss = (...pages: readonly string[]) =>
  `<rss version="2.0"><channel><title>x</title>${pages.map(page => `<item><link>${server.url}/${page}</link></item>`).join('')}</channel></rss>`;

beforeAll(async () => {
  moody = await serveMoodyFeed({ calmAfter: 14 });
  server = await serve({
    '/feed': (request, response) => feedAnswer(request, response),
    '/1': makePage('One hurt near Karsa', [BODY]),
    '/2': makePage('Two hurt near Karsa', [BODY]),
    '/nothing': makePage('', []),
    '/broken': (_, response) => response.writeHead(500).end(),
  });
});
afterAll(async () => {
  folder.remove();
  await Promise.all([moody.close(), server.close()]);
});

/** What a watcher gives in so many polls: reports by headline, errors by code, and `|` after each poll. */
async function watch(
  name: string,
  polls: number,
  { store = true, polled, ...more }: Partial<WatchOptions> & { store?: boolean; polled?: () => void } = {},
) {
  const seen: string[] = [];
  const options: WatchOptions = {
    statePath: join(folder.path, name),
    intervalMs: 0,
    polls,
    signal: new AbortController().signal,
    web: { allowPrivate: true, delayMs: 0, timeoutMs: 1_000 },
    ...more,
  };
  for await (const event of watchFeeds([`${server.url}/feed`], options)) {
    if ('input' in event) {
      seen.push(event.input.text.split('\n')[0] ?? '');
      if (store) await event.stored?.();
    } else if ('polled' in event) {
      seen.push(event.error === null ? '|' : `${event.error.code} |`);
      polled?.();
    } else seen.push(event.error.code);
  }
  return seen;
}

describe('watchFeeds', () => {
  test('gives each entry once, and asks for what has changed', async () => {
    const conditions: unknown[] = [];
    feedAnswer = (request, response) => {
      conditions.push(request.headers['if-none-match'] ?? null);
      if (request.headers['if-none-match'] === '"2"') response.writeHead(304).end();
      else if (conditions.length === 1) response.writeHead(200, { etag: '"1"' }).end(rss('1'));
      else response.writeHead(200, { etag: '"2"' }).end(rss('2', '1'));
    };
    expect(await watch('once.json', 3)).toEqual(['One hurt near Karsa', '|', 'Two hurt near Karsa', '|', '|']);
    expect(await watch('once.json', 1)).toEqual(['|']);
    expect(conditions).toEqual([null, '"1"', '"2"', '"2"']);
  });

  test('offers again what was not stored, also when the feed says that nothing is new', async () => {
    feedAnswer = (request, response) =>
      request.headers['if-none-match'] === undefined
        ? response.writeHead(200, { etag: '"1"' }).end(rss('1'))
        : response.writeHead(304).end();
    expect(await watch('again.json', 1, { store: false })).toEqual(['One hurt near Karsa', '|']);
    expect(await watch('again.json', 2)).toEqual(['One hurt near Karsa', '|', '|']);
  });

  test('tries a page that fails five times, and one without an article once', async () => {
    feedAnswer = (_, response) => response.end(rss('broken', 'nothing', '2'));
    const seen = await watch('tries.json', 7);
    expect(seen.filter(one => one === 'fetch-failed')).toHaveLength(5);
    expect(seen.filter(one => one === 'page-without-article')).toHaveLength(1);
    expect(seen.filter(one => one === 'Two hurt near Karsa')).toHaveLength(1);
  });

  test('goes on after every kind of failure, and waits ever longer', async () => {
    const waits: number[] = [];
    let polls = 0;
    feedAnswer = (_, response) => {
      polls += 1;
      if (polls <= 3) response.writeHead(500).end();
      else if (polls === 4) response.writeHead(429, { 'retry-after': '1' }).end();
      else response.end(rss('1'));
    };
    const options: WatchOptions = {
      statePath: join(folder.path, 'failures.json'),
      intervalMs: 5,
      polls: 5,
      signal: new AbortController().signal,
      web: { allowPrivate: true, delayMs: 0 },
    };
    for await (const event of watchFeeds([`${server.url}/feed`], options))
      if ('polled' in event) waits.push(event.waitMs);
    expect(waits).toEqual([10, 20, 40, 1_000, 5]);
  });

  test('stops at once when it is told to', async () => {
    const stop = new AbortController();
    feedAnswer = (_, response) => response.end(rss('1'));
    // The next poll is ten minutes away; it is told to stop while it waits for it.
    const polled = () => setTimeout(() => stop.abort(), 20);
    const seen = await watch('stop.json', 5, { intervalMs: 600_000, signal: stop.signal, polled });
    expect(seen).toEqual(['One hurt near Karsa', '|']);
  });

  test('refuses a memory that is damaged, and leaves it as it is', async () => {
    const path = join(folder.path, 'damaged.json');
    writeFileSync(path, '{"format": "casus-watch"');
    await expect(watch('damaged.json', 1)).rejects.toMatchObject({ code: 'watch-damaged' });
    expect(readFileSync(path, 'utf8')).toBe('{"format": "casus-watch"');
  });
});

describe('casus watch', () => {
  test('on a server of many moods, killed once, loses nothing and doubles nothing', { timeout: 120_000 }, async () => {
    const ledger = join(folder.path, 'ledger');
    await watchWithKills(moody, ledger, { polls: 17, killsAt: [5] });
    const headlines = await headlinesOf(ledger);
    expect(new Set(headlines).size).toBe(headlines.length);
    // `npm run bench:watch` polls 500 times, with three kills.
    expect([...moody.listed].filter(headline => !headlines.includes(headline))).toEqual([]);
    expect(headlines.length).toBeGreaterThan(4);
  });
});
