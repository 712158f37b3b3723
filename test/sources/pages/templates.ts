import type { Story } from './stories.ts';

/** A page of a kind of site: its HTML, and where it stands. */
export interface Template {
  readonly name: string;
  readonly path: (number: number, story: Story) => string;
  readonly html: (story: Story) => string;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const parts = (day: string) => ({
  year: day.slice(0, 4),
  month: MONTHS[Number(day.slice(5, 7)) - 1] ?? '',
  date: Number(day.slice(8, 10)),
});
const long = (day: string) => `${parts(day).date} ${parts(day).month} ${parts(day).year}`;
const american = (day: string) => `${parts(day).month} ${parts(day).date}, ${parts(day).year}`;
const esc = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const ps = (story: Story, open = '<p>', close = '</p>') =>
  story.paragraphs.map(words => `${open}${esc(words)}${close}`).join('\n');
const links = (story: Story) =>
  story.related.map((words, i) => `<li><a href="/related/${i}">${words}</a></li>`).join('');
const json = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const nav =
  '<header><div class="logo"><a href="/">The Upland Post</a></div><nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>';
const foot =
  '<footer><p>© The Upland Post. All rights reserved.</p><ul><li><a href="/about">About us</a></li><li><a href="/contact">Contact</a></li></ul></footer>';
const cookie =
  '<div class="cookie-consent" role="dialog"><p>We use cookies to make this site work and to understand how it is used. You can change your choice at any time.</p><button>Accept all</button></div>';
const page = (head: string, body: string, lang = 'en') =>
  `<!DOCTYPE html>\n<html lang="${lang}"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const title = (story: Story) => `<title>${esc(story.headline)} | The Upland Post</title>`;
const slug = (story: Story) => story.headline.toLowerCase().replace(/[^a-z0-9]+/g, '-');
const plain = (number: number, story: Story) => `/news/${slug(story)}-${number}`;

export const TEMPLATES: readonly Template[] = [
  {
    name: 'JSON-LD in a graph, article in main',
    path: plain,
    html: s =>
      page(
        `${title(s)}${json({
          '@context': 'https://schema.org',
          '@graph': [
            { '@type': 'WebSite', name: 'The Upland Post' },
            {
              '@type': 'NewsArticle',
              headline: s.headline,
              datePublished: `${s.day}T08:15:00+03:00`,
              dateModified: '2026-01-05T10:00:00Z',
              author: [{ '@type': 'Person', name: s.byline }],
              publisher: { '@type': 'Organization', name: 'The Upland Post' },
            },
          ],
        })}`,
        `${nav}<main><article><h1>${esc(s.headline)}</h1><p class="byline">By ${s.byline}</p><figure><img src="/a.jpg" alt=""><figcaption>A road. Picture: the Post</figcaption></figure>${ps(s)}</article><aside><h2>Most read</h2><ul>${links(s)}</ul></aside></main>${foot}`,
      ),
  },
  {
    name: 'Open Graph and article:published_time',
    path: plain,
    html: s =>
      page(
        `${title(s)}<meta property="og:title" content="${esc(s.headline)}"><meta property="og:site_name" content="The Upland Post"><meta property="article:published_time" content="${s.day}T23:40:00-05:00"><meta property="article:modified_time" content="2026-01-01T00:00:00Z"><meta name="author" content="${s.byline}">`,
        `${nav}${cookie}<div id="content"><div class="story"><h1 class="title">${esc(s.headline)}</h1><div class="share"><button>Share</button><a href="https://social.example/share">Post</a></div><div class="story-body">${ps(s)}</div></div><div class="sidebar"><h3>Related stories</h3><ul>${links(s)}</ul></div></div>${foot}`,
      ),
  },
  {
    name: 'weblog software with a time element',
    path: (n, s) => `/${s.day.slice(0, 4)}/${s.day.slice(5, 7)}/post-${n}/`,
    html: s =>
      page(
        title(s),
        `${nav}<div id="primary"><article class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">${esc(s.headline)}</h1><div class="entry-meta">Posted on <time class="entry-date published" datetime="${s.day}T10:00:00+00:00">${american(s.day)}</time> <time class="updated" datetime="2026-01-01T10:00:00+00:00">January 1, 2026</time> by <span class="author vcard"><a rel="author" href="/author/x">${s.byline}</a></span></div></header><div class="entry-content">${ps(s)}</div><footer class="entry-footer">Posted in <a href="/c">Conflict</a></footer></article><div id="comments"><h2>3 thoughts</h2><ol><li><p>This is a comment on what was said above, and it goes on for a while to look like text.</p></li></ol></div></div>${foot}`,
      ),
  },
  {
    name: 'agency: dateline in the text, date line printed',
    path: plain,
    html: s =>
      page(
        `<title>${esc(s.headline)}</title>`,
        `${nav}<div class="wrap"><h1>${esc(s.headline)}</h1><p class="date">${long(s.day)}, 14:30 GMT</p><div class="text">${ps(s)}</div></div>${foot}`,
      ),
  },
  {
    name: 'old page: table layout, paragraphs by line breaks',
    path: n => `/archive/${n}.htm`,
    html: s =>
      `<HTML><HEAD><TITLE>${esc(s.headline)}</TITLE></HEAD><BODY BGCOLOR="white"><TABLE WIDTH="100%"><TR><TD WIDTH="120"><A HREF="/">Home</A><BR><A HREF="/news">News</A></TD><TD><FONT SIZE="5"><H1>${esc(s.headline)}</H1></FONT><FONT SIZE="2">${american(s.day)}</FONT><BR><BR>${s.paragraphs.map(esc).join('<BR><BR>')}</TD></TR></TABLE></BODY></HTML>`,
  },
  {
    name: 'div soup with hashed class names, data in JSON-LD only',
    path: plain,
    html: s =>
      page(
        `${title(s)}${json([
          { '@type': 'BreadcrumbList', itemListElement: [] },
          { '@type': 'ReportageNewsArticle', headline: s.headline, datePublished: s.day, author: s.byline },
        ])}`,
        `<div id="root"><div class="x1a2"><div class="q9"><a href="/">Post</a><a href="/w">World</a></div><div class="zz7"><div class="h3x"><h1 class="k">${esc(s.headline)}</h1></div><div class="m1"><div class="bq">${ps(s, '<div class="p0"><p>', '</p></div>')}</div></div><div class="r8">${s.related.map(words => `<div class="c1"><a href="/r">${words}</a></div>`).join('')}</div></div></div></div><script>window.__STATE__ = {"a": "<p>Not text</p>"}</script>`,
      ),
  },
  {
    name: 'advertisements and links between the paragraphs',
    path: plain,
    html: s =>
      page(
        `${title(s)}<meta name="pubdate" content="${s.day.replaceAll('-', '')}"><meta itemprop="datePublished" content="${s.day}">`,
        `${nav}<main><h1>${esc(s.headline)}</h1><article>${s.paragraphs.map((words, i) => `<p>${esc(words)}</p>${['<div class="ad"><p>Advertisement</p></div>', '<p><a href="/r">Read more: Rains cut the eastern highway</a></p>', '<div class="newsletter"><p>Sign up for our morning newsletter</p><form><input type="email"><button>Go</button></form></div>', '<p><strong><a href="/s">What is known of the fighting</a></strong></p>'][i % 4]}`).join('')}</article></main>${foot}`,
      ),
  },
  {
    name: 'microdata',
    path: plain,
    html: s =>
      page(
        title(s),
        `${nav}<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${esc(s.headline)}</h1><span itemprop="author" itemscope><span itemprop="name">${s.byline}</span></span> <span itemprop="datePublished" content="${s.day}T05:00:00Z">${long(s.day)}</span><div itemprop="articleBody">${ps(s)}</div></div><div class="teasers">${s.related.map(words => `<div><h3><a href="/r">${words}</a></h3><p>A few words about it.</p><time datetime="2026-01-01">1 Jan</time></div>`).join('')}</div>${foot}`,
      ),
  },
  {
    name: 'day in the address only',
    path: (n, s) => `/world/${s.day.replaceAll('-', '/')}/item-${n}.html`,
    html: s => page(title(s), `${nav}<section class="article"><h1>${esc(s.headline)}</h1>${ps(s)}</section>${foot}`),
  },
  {
    name: 'accelerated mobile page',
    path: plain,
    html: s =>
      `<!doctype html><html amp lang="en"><head><meta charset="utf-8">${title(s)}<style amp-boilerplate>body{}</style>${json({ '@type': 'NewsArticle', headline: s.headline, datePublished: `${s.day}T01:00:00+09:00` })}</head><body><amp-sidebar><ul><li><a href="/">Home</a></li></ul></amp-sidebar><article><h1>${esc(s.headline)}</h1><amp-img src="x.jpg"></amp-img>${ps(s)}<amp-ad></amp-ad></article></body></html>`,
  },
  {
    name: 'inline marks: emphasis, links, quotations, no-break spaces',
    path: plain,
    html: s =>
      page(
        `${title(s)}<meta name="date" content="${s.day}">`,
        `${nav}<main><h1>${esc(s.headline)}</h1><div class="body">${s.paragraphs
          .map(
            words =>
              `<p>\n   ${esc(words)
                .replace(/(\w+) (\w+),/, '<a href="/x"><em>$1</em> $2</a>,')
                .replace(/soft/g, 'so&shy;ft')
                .replace(' the ', '\n the ')}  </p>`,
          )
          .join('')}</div></main>${foot}`,
      ),
  },
  {
    name: 'ministry: plain sections, printed date with a label',
    path: n => `/en/press/${n}`,
    html: s =>
      page(
        `<title>Press release</title>`,
        `<div class="gov"><ul class="menu"><li><a href="/">Ministry</a></li><li><a href="/press">Press</a></li></ul><div class="content"><h1>${esc(s.headline)}</h1><p class="info">Published: ${long(s.day)}</p>${ps(s)}<p class="back"><a href="/press">Back to all releases</a></p></div></div>`,
      ),
  },
  {
    name: 'headline in a hero outside of the article',
    path: plain,
    html: s =>
      page(
        `${title(s)}<meta property="og:title" content="${esc(s.headline)}"><meta name="parsely-pub-date" content="${s.day}T12:00:00Z">`,
        `${nav}<div class="hero"><h1>${esc(s.headline)}</h1></div><div class="cols"><div class="main-col"><div class="article__content">${ps(s)}</div></div><div class="side-col"><div class="promo"><p>Our reporters are at work around the clock. Support them, from two a month.</p></div><ul>${links(s)}</ul></div></div>${foot}`,
      ),
  },
  {
    name: 'paywall: teaser on the page, text in JSON-LD',
    path: plain,
    html: s =>
      page(
        `${title(s)}${json({ '@type': 'NewsArticle', headline: s.headline, datePublished: `${s.day}T09:00:00Z`, isAccessibleForFree: false, articleBody: s.paragraphs.join('\n\n') })}`,
        `${nav}<main><h1>${esc(s.headline)}</h1><article><p>${esc(s.paragraphs[0] ?? '')}</p><div class="paywall"><p>This article is reserved for subscribers.</p></div></article></main>${foot}`,
      ),
  },
  {
    name: 'several h1, the first the name of the site',
    path: plain,
    html: s =>
      page(
        `${title(s)}<meta name="dcterms.created" content="${s.day}T00:00">`,
        `<h1><a href="/">The Upland Post</a></h1><nav><a href="/n">News</a></nav><div class="col"><h2 class="kicker">Conflict</h2><h1>${esc(s.headline)}</h1><div class="txt">${ps(s)}</div><h1>More news</h1><ul>${links(s)}</ul></div>${foot}`,
      ),
  },
  {
    name: 'time of publication and of the update in one line',
    path: plain,
    html: s =>
      page(
        title(s),
        `${nav}<article><header><h1>${esc(s.headline)}</h1><div class="stamp"><span>By ${s.byline}</span> | <span>Published ${american(s.day)}</span> | <span>Updated January 9, 2026</span></div></header><section>${ps(s)}</section></article>${foot}`,
      ),
  },
  {
    name: 'subheadings, a list and a quotation in the text',
    path: plain,
    html: s =>
      page(
        `${title(s)}<meta property="og:title" content="${esc(s.headline)} - The Upland Post"><meta property="og:site_name" content="The Upland Post"><meta property="article:published_time" content="${s.day}T10:00:00Z">`,
        `${nav}<main><h1>${esc(s.headline)}</h1><div class="article-body"><p>${s.paragraphs.map((words, i) => (i === 1 ? `</p><blockquote><p>${esc(words)}</p></blockquote><p>` : esc(words))).join('</p><p>')}</p></div></main>${foot}`,
      ),
  },
  {
    name: 'broken markup: unclosed paragraphs, no head',
    path: (n, s) => `/n/${s.day}-${n}`,
    html: s =>
      `<html><body><div><a href=/>Post</a></div><h1>${esc(s.headline)}</h1><p>${s.paragraphs.map(esc).join('\n<p>')}<hr><small>Contact us</small>`,
  },
  {
    name: 'a page of a big site: long menus, long lists of teasers around',
    path: plain,
    html: s =>
      page(
        `${title(s)}${json({ '@type': ['NewsArticle'], headline: s.headline.slice(0, 30), datePublished: `${s.day}T10:00:00.000Z`, author: { name: s.byline } })}`,
        `<nav>${Array.from({ length: 60 }, (_, i) => `<a href="/m/${i}">Section ${i}</a>`).join('')}</nav><main><article><h1>${esc(s.headline)}</h1>${ps(s)}</article><section class="more">${Array.from({ length: 20 }, (_, i) => `<div class="teaser"><h3><a href="/t/${i}">Another story of the day, number ${i}</a></h3><p>The first words of that story stand here, and they are not part of this one.</p></div>`).join('')}</section></main>${foot}`,
      ),
  },
  {
    name: 'epoch milliseconds and a headline with a suffix',
    path: plain,
    html: s =>
      page(
        `<title>${esc(s.headline)} - Upland</title><meta name="cXenseParse:recs:publishtime" content="${Date.parse(`${s.day}T12:00:00Z`)}"><meta name="author" content="https://post.example/people/1">`,
        `${nav}<div role="main"><h1 itemprop="headline">${esc(s.headline)}</h1>${ps(s)}</div>${foot}`,
      ),
  },
];
