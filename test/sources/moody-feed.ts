import type { ServerResponse } from 'node:http';
import { makePage } from './make-documents.ts';
import { type Served, serve } from './serve.ts';

/** A feed that gains an entry now and then, on a server of many moods; and the pages of its entries. */
export interface MoodyFeed extends Served {
  readonly feedUrl: string;
  /** The headlines of all entries that the feed has ever listed whole. */
  readonly listed: ReadonlySet<string>;
  readonly polls: () => number;
}

/** What the feed is asked, poll by poll, and then again from the first. */
const MOODS = [
  'whole',
  'whole',
  'not-modified',
  'gone',
  'broken',
  'whole',
  'cut',
  'charset',
  'junk',
  'whole',
  'slow',
  'reset',
] as const;
const WINDOW = 6;
const JUNK = Buffer.alloc(10 * 1024 * 1024, 'junk <item> ');
/** How long `slow` takes: longer than the watcher waits in these tests. */
const SLOW_MS = 3_000;

/**
 * Serves it. Every whole answer lists one entry more, and of the earlier ones the last few only, as feeds do. Every fifth
 * page fails when it is first asked for, and every seventh breaks off. After `calmAfter` polls nothing is new any more.
 */
export async function serveMoodyFeed({ calmAfter }: { readonly calmAfter: number }): Promise<MoodyFeed> {
  const headlines: string[] = [];
  const listed = new Set<string>();
  const pageAsked = new Map<string, number>();
  let polls = 0;
  const answer = (response: ServerResponse, etag: string, base: string) => {
    const from = Math.max(0, headlines.length - WINDOW);
    const items = headlines
      .slice(from)
      .map(
        (headline, i) =>
          `<item><title>${headline}</title><link>${base}/page?${from + i}</link><guid>${base}/${from + i}</guid></item>`,
      );
    return {
      headers: { etag, 'content-type': 'application/rss+xml; charset=utf-8' },
      body: `<?xml version="1.0"?><rss version="2.0"><channel><title>Upland Póst</title>${items.join('')}</channel></rss>`,
      response,
    };
  };
  const server = await serve({
    '/feed': (request, response) => {
      const mood = polls >= calmAfter ? 'calm' : (MOODS[polls % MOODS.length] ?? 'whole');
      polls += 1;
      if (mood === 'calm') return response.writeHead(304).end();
      const etag = `"${headlines.length}"`;
      if (mood === 'gone') return response.writeHead(404).end();
      if (mood === 'broken') return response.writeHead(500).end('no');
      if (mood === 'reset') return response.destroy();
      if (mood === 'junk') return response.writeHead(200).end(JUNK);
      if (mood === 'slow') return void setTimeout(() => response.end(), SLOW_MS).unref();
      if (mood === 'not-modified' && request.headers['if-none-match'] === etag) return response.writeHead(304).end();
      if (mood !== 'not-modified') headlines.push(`Road closed near Karsa, day ${headlines.length + 1}`);
      const { body } = answer(response, `"${headlines.length}"`, server.url);
      if (mood === 'cut') {
        response.writeHead(200, { etag: `"${headlines.length}"`, 'content-length': String(body.length + 10) });
        response.write(body.slice(0, body.length / 2));
        return void setTimeout(() => response.destroy(), 5);
      }
      for (const headline of headlines.slice(-WINDOW)) listed.add(headline);
      const type = mood === 'charset' ? 'application/rss+xml; charset=koi8-r' : 'application/rss+xml';
      const headers = { etag: `"${headlines.length}"`, 'content-type': type };
      return response.writeHead(200, headers).end(mood === 'charset' ? Buffer.from(body, 'latin1') : body);
    },
    '/page': (request, response) => {
      const number = Number(request.url?.split('?')[1]);
      const asked = (pageAsked.get(request.url ?? '') ?? 0) + 1;
      pageAsked.set(request.url ?? '', asked);
      const headline = headlines[number] ?? '';
      const page = makePage(headline, [
        `Shells fell on the road to Karsa on day ${number + 1} of the siege, and ${(number % 7) + 2} soldiers were killed, the army said.`,
      ]);
      if (asked === 1 && number % 5 === 4) return response.writeHead(503).end();
      if (asked === 1 && number % 7 === 6) {
        response.writeHead(200, { 'content-length': String(page.length + 100) }).write(page.slice(0, 50));
        return void setTimeout(() => response.destroy(), 5);
      }
      return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    },
  });
  return { ...server, feedUrl: `${server.url}/feed`, listed, polls: () => polls };
}
