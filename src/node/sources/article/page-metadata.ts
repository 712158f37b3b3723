import { hostOf, isDateLine } from '../../../core/ingest/index.ts';
import { type LinkedData, linkedDataOf } from './json-ld.ts';
import { oneLine, type PageDocument, type PageElement, wordsOf } from './page-dom.ts';
import { dayOfStamp } from './stamp.ts';

/** What a page says of its article outside of the article's text. */
export interface PageMetadata {
  readonly headline: string | null;
  readonly byline: string | null;
  /** An ISO day. */
  readonly publishedAt: string | null;
  readonly siteName: string | null;
  readonly url: string | null;
  readonly linkedData: LinkedData | null;
}

const DATE_NAMES =
  'article:published_time og:article:published_time og:published_time parsely-pub-date sailthru.date datepublished publishdate publish-date publish_date publication_date pubdate cxenseparse:recs:publishtime dc.date.issued dc.date.created dc.date dcterms.created dcterms.issued dcterms.date article_date_original originalpublicationdate date'.split(
    ' ',
  );
const AUTHOR_NAMES = 'author parsely-author sailthru.author dc.creator dcterms.creator article:author byl'.split(' ');

/** Reads a page's metadata: JSON-LD, `meta` and `time` elements, then what is printed around the headline. */
export function metadataOf(page: PageDocument, pageUrl: string | null): PageMetadata {
  const metas = metasOf(page);
  const linkedData = linkedDataOf(page);
  const siteName = metas.get('og:site_name') ?? linkedData?.publisher ?? metas.get('application-name') ?? null;
  const { headline, element } = headlineOf(page, metas, linkedData, siteName);
  const url = canonicalOf(page, metas, pageUrl);
  return {
    headline,
    byline: bylineOf(page, metas, linkedData),
    publishedAt: publishedOf({ page, metas, linkedData, headline: element, url: url ?? pageUrl }),
    siteName,
    url,
    linkedData,
  };
}

type Metas = ReadonlyMap<string, string>;

/** The `meta` elements by name, property or itemprop in small letters; the first of a name that says something counts. */
function metasOf(page: PageDocument): Metas {
  const metas = new Map<string, string>();
  for (const meta of page.querySelectorAll('meta')) {
    const content = oneLine(meta.getAttribute('content') ?? '');
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = meta.getAttribute(attribute)?.toLowerCase();
      if (name && !metas.has(name)) metas.set(name, content.slice(0, 2_000));
    }
  }
  return metas;
}

/** The headline that readers see (`h1`) where what the page says of itself bears it out; else what it says. */
function headlineOf(page: PageDocument, metas: Metas, linkedData: LinkedData | null, siteName: string | null) {
  const title = wordsOf(page.querySelector('title'));
  const told = [linkedData?.headline, metas.get('og:title'), metas.get('twitter:title'), title]
    .filter(words => words !== undefined && words !== null && words !== '')
    .map(words => withoutSite(words ?? '', siteName));
  const headings = [...page.querySelectorAll('h1, [itemprop="headline"]')]
    .map(element => ({ element, words: wordsOf(element) }))
    .filter(({ words, element }) => words.length > 3 && words !== siteName && element.closest('nav, footer') === null);
  const seen =
    headings.find(({ words }) => told.some(other => sharedWords(words, other) >= 0.5)) ??
    (told.length === 0 || headings.length === 1 ? headings[0] : undefined);
  // A title of few words is that of a section of the site: the longer heading is the article's own.
  const isLikely =
    seen !== undefined &&
    (told.length === 0 ||
      told.some(other => sharedWords(seen.words, other) > 0.2 || wordCount(other) < wordCount(seen.words) / 2));
  if (seen !== undefined && isLikely) return { headline: seen.words, element: seen.element };
  return { headline: told[0] ?? seen?.words ?? null, element: seen?.element ?? null };
}

/** "Five hurt near Karsa | The Upland Post" without its site, as far as the words after the last bar or dash are its name. */
function withoutSite(title: string, siteName: string | null): string {
  const parts = /^(.{10,}?)\s+[|»·–—-]\s+([^|»·–—]{2,40})$/u.exec(title);
  const [, before, after] = parts ?? [];
  if (before === undefined || after === undefined) return title;
  const isSite = siteName !== null && sharedWords(after, siteName) > 0;
  return isSite || /\s[|»·]\s/u.test(title) ? before : title;
}

function wordCount(words: string): number {
  return words.split(' ').length;
}

/** Which part of the words of the shorter of two titles stands in the other. */
function sharedWords(a: string, b: string): number {
  const [wordsA, wordsB] = [a, b].map(text => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  const smaller = Math.min(wordsA?.size ?? 0, wordsB?.size ?? 0);
  if (wordsA === undefined || wordsB === undefined || smaller === 0) return 0;
  return [...wordsA].filter(word => wordsB.has(word)).length / smaller;
}

function bylineOf(page: PageDocument, metas: Metas, linkedData: LinkedData | null): string | null {
  const told = [linkedData?.byline, ...AUTHOR_NAMES.map(name => metas.get(name))];
  const shown = [
    ...page.querySelectorAll('[rel~="author"], [itemprop="author"], .byline, .author-name, .article-author'),
  ];
  for (const words of [...told, ...shown.slice(0, 5).map(wordsOf)]) {
    const name = words?.replace(/^by:?\s+/i, '').split(/\s+[|·•]\s+/u)[0] ?? '';
    if (name.length > 1 && name.length <= 120 && /\p{L}/u.test(name) && !/^https?:|@/.test(name)) return name;
  }
  return null;
}

interface DateHints {
  readonly page: PageDocument;
  readonly metas: Metas;
  readonly linkedData: LinkedData | null;
  readonly headline: PageElement | null;
  readonly url: string | null;
}

/** The day of publication, from what a site means for machines to what it prints, and last the days of its addresses. */
function publishedOf({ page, metas, linkedData, headline, url }: DateHints): string | null {
  for (const stamp of [linkedData?.publishedAt, ...DATE_NAMES.map(name => metas.get(name))]) {
    const day = dayOfStamp(stamp);
    if (day !== null) return day;
  }
  for (const element of page.querySelectorAll('[itemprop="datePublished"], time[pubdate]')) {
    const day = dayOfStamp(element.getAttribute('datetime') ?? element.getAttribute('content') ?? wordsOf(element));
    if (day !== null) return day;
  }
  return printedNear(headline ?? page.querySelector('article, main')) ?? dayOfAddress(url);
}

const NEAR_LEVELS = 3;
const ELEMENTS_NEAR_MAX = 500;

/** The first day that is printed as such in the parts of the page around the headline, the nearest part first. */
function printedNear(start: PageElement | null): string | null {
  let part = start?.parentNode ?? null;
  for (
    let level = 0;
    level < NEAR_LEVELS && part !== null && part.localName !== 'html';
    level++, part = part.parentNode
  ) {
    for (const element of [...part.querySelectorAll('*')].slice(0, ELEMENTS_NEAR_MAX)) {
      if (element.closest('aside, nav, footer') !== null || isUpdate(element)) continue;
      const stamp = element.getAttribute('datetime') ?? element.getAttribute('data-timestamp');
      const words = wordsOf(element);
      const day =
        dayOfStamp(stamp) ??
        (words.length <= 100 && isDateLine(dateWords(words)) ? dayOfStamp(dateWords(words)) : null);
      if (day !== null) return day;
    }
  }
  return null;
}

function isUpdate(element: PageElement): boolean {
  return /updat|modif/i.test(
    `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''} ${wordsOf(element).slice(0, 20)}`,
  );
}

/** The part of a line between bars and dots that tells a day: "By Anna Karsa | 6 March 2025". */
function dateWords(line: string): string {
  return line.split(/\s*[|·•]\s*|\s+[–—]\s+/u).find(isDateLine) ?? line;
}

/** `/2025/03/06/five-hurt`, `/2025-03-06-five-hurt`. */
function dayOfAddress(url: string | null): string | null {
  const [, year, month, day] = /\/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?=[/_-]|$)/.exec(url ?? '') ?? [];
  return year === undefined ? null : dayOfStamp(`${year}-${month}-${day}`);
}

/** The address that a page gives itself; one on another site is not believed, because it would name another publisher. */
function canonicalOf(page: PageDocument, metas: Metas, pageUrl: string | null): string | null {
  const told = page.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? metas.get('og:url');
  if (!told || !URL.canParse(told, pageUrl ?? undefined)) return pageUrl;
  const { href, protocol } = new URL(told, pageUrl ?? undefined);
  if (!/^https?:$/.test(protocol)) return pageUrl;
  return pageUrl === null || site(href) === site(pageUrl) ? href : pageUrl;
}

function site(url: string): string {
  return hostOf(url).replace(/^(?:www|m|amp|mobile|edition)\./, '');
}
