import { describe, expect, test } from 'vitest';
import { openArticleReader } from '../../src/node/sources/article/extract-article.ts';
import { textOfFragment } from '../../src/node/sources/article/fragment.ts';
import { dayOfStamp } from '../../src/node/sources/article/stamp.ts';
import { makePage } from './make-documents.ts';

const { articlesOf, extractor } = openArticleReader();
const LONG =
  'Shells fell on the market of Murit in the night to Friday, and two traders were killed, a councillor of the town said.';
const OTHER =
  'The army said that its positions on the ridge had been fired at first, and that it had answered the fire for an hour.';

describe('the text of a page', () => {
  test.each([
    ['<p>a  b\n c</p><p>d</p>', 'a b c\n\nd'],
    ['a<br>b<br><br>c', 'a\nb\n\nc'],
    ['<ul><li>one<li>two</ul><p>x</p>', '- one\n- two\n\nx'],
    ['<table><tr><th>Place<th>Dead<tr><td>Karsa<td>5</table>', 'Place | Dead\nKarsa | 5'],
    ['<table><tr><td>Karsa<td><td>5</table>', 'Karsa |  | 5'],
    ['<p>5&nbsp;dead, so&shy;ft, zero\u200Bwidth</p>', '5\u00a0dead, soft, zerowidth'],
    ['<p>a<script>b</script><style>c</style><span hidden>d</span><span style="display: none">e</span></p>', 'a'],
    ['<p><b>Kar</b><i>sa</i> <a href="/">road</a>.</p>', 'Karsa road.'],
    ['<div>a<div>b</div>c</div>', 'a\n\nb\n\nc'],
    ['', ''],
  ])('%j', (html, text) => expect(textOfFragment(html)).toBe(text));
});

describe('a live blog', () => {
  const entry = (id: string, time: string, heading: string, words: string) =>
    `<div class="entry" id="${id}"><time datetime="${time}">x</time><h3>${heading}</h3><p>${words}</p></div>`;
  const head = '<title>Fighting in Murit: live</title><meta property="og:site_name" content="The Upland Post">';

  test('gives each entry with its own day', () => {
    const html = `<html><head>${head}</head><body><main><h1>Fighting in Murit: live</h1><div class="feed">
${entry('e3', '2025-03-08T01:00:00+03:00', 'Market shelled', LONG)}${entry('e2', '2025-03-07T22:00:00+03:00', 'Army answers', OTHER)}
${entry('e1', '2025-03-07T20:00:00+03:00', 'What we know', LONG)}</div></main></body></html>`;
    const articles = articlesOf(html, 'https://upland.example/live');
    expect(articles.map(({ text, publishedAt, url }) => [text, publishedAt, url])).toEqual([
      [`Market shelled\n\n${LONG}`, '2025-03-08', 'https://upland.example/live#e3'],
      [`Army answers\n\n${OTHER}`, '2025-03-07', 'https://upland.example/live#e2'],
      [`What we know\n\n${LONG}`, '2025-03-07', 'https://upland.example/live#e1'],
    ]);
  });

  test('is told by the data of the page too', () => {
    const update = (headline: string, words: string, at: string) => ({
      '@type': 'BlogPosting',
      headline,
      articleBody: words,
      datePublished: at,
    });
    const data = {
      '@type': 'LiveBlogPosting',
      liveBlogUpdate: [
        update('Market shelled', LONG, '2025-03-08T01:00:00Z'),
        update('Army answers', OTHER, '2025-03-07T22:00:00Z'),
      ],
    };
    const html = makePage('Live', ['Loading.'], `<script type="application/ld+json">${JSON.stringify(data)}</script>`);
    expect(articlesOf(html, null).map(({ headline, publishedAt }) => [headline, publishedAt])).toEqual([
      ['Market shelled', '2025-03-08'],
      ['Army answers', '2025-03-07'],
    ]);
  });

  test('is not a list of teasers', () => {
    const teaser = (words: string) =>
      `<div class="teaser"><time datetime="2025-03-07">7 March</time><h3><a href="/x">${words}</a></h3><p><a href="/x">${words} and more of it, as long as a paragraph</a></p></div>`;
    const html = makePage('Five hurt near Karsa', [LONG, OTHER, LONG]).replace(
      '</main>',
      `${['a', 'b', 'c', 'd'].map(teaser).join('')}</main>`,
    );
    expect(articlesOf(html, null).map(({ key }) => key)).toEqual([null]);
  });
});

describe('what a page says of itself', () => {
  test('is not believed where it names another site', () => {
    const html = makePage('Five hurt', [LONG], '<link rel="canonical" href="https://reuters.com/1">');
    expect(articlesOf(html, 'https://upland.example/1')[0]?.url).toBe('https://upland.example/1');
    const own = html.replace('reuters.com', 'www.upland.example');
    expect(articlesOf(own, 'https://m.upland.example/1')[0]?.url).toBe('https://www.upland.example/1');
    expect(articlesOf(html.replace('https://reuters.com/1', 'javascript:alert(1)'), null)[0]?.url).toBeNull();
  });

  test.each([
    ['<meta name="author" content="By Anna Karsa | The Post">', 'Anna Karsa'],
    [
      '<meta name="author" content="https://people.example/1"><script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"A. B."},{"name":"C. D."}]}</script>',
      'A. B., C. D.',
    ],
    ['<script type="application/ld+json">{"@type":"NewsArticle", broken</script>', null],
    ['', null],
  ])('byline: %s', (head, byline) =>
    expect(articlesOf(makePage('Five hurt', [LONG], head), null)[0]?.byline).toBe(byline),
  );
});

test('provenance names the libraries and their versions', () => {
  expect(extractor).toMatch(/^@mozilla\/readability \d+\.\d+\.\d+, linkedom \d+\.\d+\.\d+, casus \d+\.\d+\.\d+$/);
});

test.each([
  ['2025-03-06T23:30:00+05:00', '2025-03-06'],
  ['Thu, 06 Mar 2025 23:30:00 +0500', '2025-03-06'],
  ['20250306', '2025-03-06'],
  ['20250306T101500Z', '2025-03-06'],
  ['1741255200', '2025-03-06'],
  ['1741255200000', '2025-03-06'],
  ['March 6, 2025 10:15 pm', '2025-03-06'],
  ['3/4/2025', null],
  ['31 February 2025', null],
  ['yesterday', null],
  ['0001-01-01', null],
  ['', null],
])('dayOfStamp %j', (words, day) => expect(dayOfStamp(words)).toBe(day));
