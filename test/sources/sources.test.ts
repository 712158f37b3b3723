import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll } from 'vitest';
import { temporaryFolder } from '../cli/folder.ts';
import { runSourceTests, TOLD } from '../contracts/source.ts';
import { makeDocx, makeMessage, makePage, makePdf, wordParagraph } from './make-documents.ts';
import { makeWarc, warcAnswer, warcInfo, warcRecord } from './make-warc.ts';
import { makeZip } from './make-zip.ts';
import { type Served, serve } from './serve.ts';

const [ONE, TWO] = TOLD.map(({ headline, body }) => ({
  headline,
  body,
  text: `${headline}\n\n${body}`,
  page: makePage(headline, [body]),
}));
if (ONE === undefined || TWO === undefined) throw new Error('two reports are needed');
const NOTHING = makePage('', []);

const WARC = makeWarc([
  warcInfo(),
  warcRecord('request', ['Content-Type: application/http; msgtype=request'], Buffer.from('GET / HTTP/1.1\r\n\r\n')),
  warcAnswer({ url: 'https://upland.example/1', body: ONE.page }),
  warcAnswer({ url: 'https://upland.example/logo.png', body: 'PNG', contentType: 'image/png' }),
  warcAnswer({ url: 'https://upland.example/gone', body: ONE.page, status: 404 }),
  warcAnswer({ url: 'https://upland.example/', body: NOTHING }),
  warcAnswer({ url: 'https://upland.example/2', body: TWO.page }),
]);
const word = (text: string) => makeDocx(text.split('\n\n').map(wordParagraph).join(''));
const pdf = (text: string) => makePdf(text.split('\n').flatMap(line => line.match(/.{1,200}/g) ?? ['']));
const lines = [
  JSON.stringify({ title: ONE.headline, content: { body: ONE.body }, url: 'https://upland.example/1' }),
  '{"title": "cut',
  JSON.stringify({ title: TWO.headline, content: { body: TWO.body } }),
].join('\n');
const cells = (...values: readonly string[]) => values.map(value => `"${value.replaceAll('"', '""')}"`).join(';');

const folder = temporaryFolder({
  'text/1.txt': ONE.text,
  'text/2.md': '\0\0\0',
  'text/3.txt': TWO.text,
  'pages/1.html': ONE.page,
  'pages/2.htm': NOTHING,
  'pages/3.html': TWO.page,
  'mail/1.eml': makeMessage(ONE.headline, ONE.body),
  'mail/2.eml': '',
  'mail/3.eml': makeMessage(TWO.headline, TWO.body),
  'word/1.docx': word(ONE.text),
  'word/2.docx': 'PK no archive',
  'word/3.docx': word(TWO.text),
  'pdf/1.pdf': pdf(ONE.text),
  'pdf/2.pdf': '%PDF-1.4 nothing',
  'pdf/3.pdf': pdf(TWO.text),
  'reports.zip': makeZip([
    { path: 'a/1.txt', bytes: ONE.text },
    { path: 'a/logo.png', bytes: 'PNG' },
    { path: '../../out.txt', bytes: 'Out of here.' },
    { path: 'b/deeper.zip', bytes: makeZip([{ path: '2.html', bytes: TWO.page }]) },
  ]),
  'reports.jsonl': lines,
  'reports.csv': `\uFEFFTitle;Article body;empty\n${cells(ONE.headline, ONE.body, '')}\n${cells('', '', 'x')}\n${cells(TWO.headline, TWO.body, '')}\n`,
  'crawl.warc.gz': WARC,
  'crawl.warc': makeWarc(
    [
      warcAnswer({ url: 'https://upland.example/1', body: ONE.page }),
      warcAnswer({ url: 'https://upland.example/2', body: TWO.page }),
    ],
    { gzip: false },
  ),
  'crawl.wacz': makeZip([
    { path: 'datapackage.json', bytes: '{}' },
    { path: 'pages/pages.jsonl', bytes: '{"format": "json-pages-1.0"}\n' },
    { path: 'archive/data.warc.gz', bytes: WARC },
  ]),
});
const at = (...names: readonly string[]) => names.map(name => join(folder.path, name));
const web = () => ({ web: { allowPrivate: true, delayMs: 0 } });

let server: Served;
beforeAll(async () => {
  const rss = (base: string) => `<?xml version="1.0"?><rss version="2.0"><channel><title>Upland Post</title>
<item><title>${ONE.headline}</title><link>${base}/1</link></item>
<item><title>Gone</title><link>${base}/gone</link></item>
<item><title>${TWO.headline}</title><link>${base}/2</link></item></channel></rss>`;
  const atom = (
    base: string,
  ) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Upland Post</title><id>x</id><updated>2025-03-07T08:00:00Z</updated>
${['1', 'gone', '2'].map(path => `<entry><id>tag:${path}</id><title>T</title><link href="${base}/${path}"/><updated>2025-03-07T08:00:00Z</updated></entry>`).join('')}</feed>`;
  const json = (base: string) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Upland Post',
      items: ['1', 'gone', '2'].map(path => ({ id: path, url: `${base}/${path}` })),
    });
  const urls = (...paths: readonly string[]) =>
    paths.map(path => `<url><loc>${server.url}${path}</loc><lastmod>2025-03-07</lastmod></url>`).join('');
  server = await serve({
    '/1': ONE.page,
    '/2': TWO.page,
    '/rss.xml': (_, response) => response.end(rss(server.url)),
    '/atom.xml': (_, response) => response.end(atom(server.url)),
    '/feed.json': (_, response) => response.end(json(server.url)),
    '/map.xml': (_, response) =>
      response.end(`<?xml version="1.0"?><urlset xmlns="x">${urls('/1', '/gone', '/2')}</urlset>`),
    '/index.xml': (_, response) =>
      response.end(`<sitemapindex xmlns="x"><sitemap><loc>${server.url}/map.xml</loc></sitemap></sitemapindex>`),
  });
});
afterAll(async () => {
  folder.remove();
  await server.close();
});

const FILES: readonly (readonly [string, readonly string[], string | null])[] = [
  ['a folder of text files', ['text'], 'file-binary'],
  ['pages', ['pages'], 'page-without-article'],
  ['mail messages', ['mail'], 'file-empty'],
  ['Word documents', ['word'], 'file-damaged'],
  ['PDF files', ['pdf'], 'file-damaged'],
  ['a ZIP archive', ['reports.zip'], 'archive-refused'],
  ['a CSV table', ['reports.csv'], 'file-empty'],
];
for (const [kind, names, broken] of FILES)
  runSourceTests({ kind, open: async () => ({ names: at(...names) }), broken });

for (const [kind, name, broken] of [
  ['a gzipped WARC archive', 'crawl.warc.gz', 'page-without-article'],
  ['a plain WARC archive', 'crawl.warc', null],
  ['a WACZ archive', 'crawl.wacz', 'page-without-article'],
] as const) {
  runSourceTests({ kind, open: async () => ({ names: at(name) }), broken, isFetched: true });
}
runSourceTests({
  kind: 'JSON Lines with a path of keys',
  open: async () => ({ names: at('reports.jsonl'), options: () => ({ columns: { text: 'content.body' } }) }),
  broken: 'file-damaged',
});
runSourceTests({
  kind: 'JSON Lines on standard input',
  open: async () => ({
    names: ['-'],
    options: () => ({ stdin: Readable.from([Buffer.from(lines)]), format: 'jsonl', columns: { text: 'content.body' } }),
  }),
  broken: 'file-damaged',
});
runSourceTests({
  kind: 'addresses of pages',
  open: async () => ({ names: [`${server.url}/1`, `${server.url}/gone`, `${server.url}/2`], options: web }),
  broken: 'fetch-failed',
  isFetched: true,
});
for (const path of ['/rss.xml', '/atom.xml', '/feed.json', '/map.xml', '/index.xml']) {
  runSourceTests({
    kind: `at ${path}`,
    open: async () => ({ names: [server.url + path], options: web }),
    broken: 'fetch-failed',
    isFetched: true,
  });
}
