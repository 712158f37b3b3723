import { Readability } from '@mozilla/readability';
import { VERSION } from '../../../core/base/version.ts';
import { isDateLine } from '../../../core/ingest/index.ts';
import { libraryVersion } from '../library-version.ts';
import { type Block, blocksOf, joinBlocks } from './block-text.ts';
import { liveEntriesOf } from './live-blog.ts';
import { oneLine, type PageDocument, type PageElement } from './page-dom.ts';
import { metadataOf, type PageMetadata } from './page-metadata.ts';
import { loadPageWords, type PageWords } from './page-words.ts';
import { parsePage } from './parse-page.ts';

/** An article of a page: one, or each entry of a live blog. */
export interface Article {
  /** Headline, empty line, paragraphs with empty lines between. */
  readonly text: string;
  readonly headline: string | null;
  readonly byline: string | null;
  /** An ISO day. */
  readonly publishedAt: string | null;
  readonly siteName: string | null;
  readonly url: string | null;
  /** Tells the entries of a live blog apart; null for the article of a page that has one. */
  readonly key: string | null;
}

/** More elements than any article's page has: what has more is a dump, and would take minutes. */
const ELEMENTS_MAX = 60_000;
const TEXT_LENGTH_MIN = 80;
/** Below this part of the text that a page's own data gives, what was found on the page is a teaser. */
const TEASER_SHARE = 0.6;

/** Reads articles off pages. */
export interface ArticleReader {
  /** What makes text of pages, with the versions that decide on every character of it. */
  readonly extractor: string;
  /**
   * The article of a page, or the entries of its live blog; empty where the page has no running text. Nothing of the
   * page is run. `url` is where the page was fetched, null where that is not known. Throws a `RangeError` for a page
   * that is nested or large beyond reason.
   */
  articlesOf(html: string, url: string | null): readonly Article[];
}

export function openArticleReader(): ArticleReader {
  const isPageWords = loadPageWords();
  const libraries = ['@mozilla/readability', 'linkedom'].map(name => `${name} ${libraryVersion(name)}`);
  return {
    extractor: [...libraries, `casus ${VERSION}`].join(', '),
    articlesOf: (html, url) => articlesOf(html, url, isPageWords),
  };
}

function articlesOf(html: string, url: string | null, isPageWords: PageWords): readonly Article[] {
  const page = parsePage(html);
  let elements = 0;
  for (const _ of page.querySelectorAll('*')) if (++elements > ELEMENTS_MAX) throw new RangeError('too many elements');
  const metadata = metadataOf(page, url);
  const { byline, siteName } = metadata;
  const entries = liveEntriesOf(page, metadata.linkedData);
  if (entries.length > 0) {
    return entries.map(({ headline, text, publishedAt, key }) => ({
      text: headed(headline, text),
      headline,
      byline,
      publishedAt,
      siteName,
      url: metadata.url === null ? null : `${metadata.url.replace(/#.*$/, '')}#${encodeURIComponent(key)}`,
      key,
    }));
  }
  const body = bodyOf(page, html, metadata, isPageWords);
  if (body.length < TEXT_LENGTH_MIN) return [];
  const { headline, publishedAt } = metadata;
  return [{ text: headed(headline, body), headline, byline, publishedAt, siteName, url: metadata.url, key: null }];
}

function headed(headline: string | null, body: string): string {
  return headline === null ? body : `${headline}\n\n${body}`;
}

/**
 * The running text: what Readability finds, else the page's own data, else what stands in its `article` or `main`.
 * Readability changes the tree that it reads, which is why it comes last, and what comes after it parses the page anew.
 */
function bodyOf(page: PageDocument, html: string, metadata: PageMetadata, isPageWords: PageWords): string {
  const textOf = (part: PageElement | null) =>
    part === null ? '' : joinBlocks(withoutFurniture(blocksOf(part), metadata, isPageWords));
  const told = metadata.linkedData?.body ?? '';
  const found = textOf(mainPartOf(page));
  if (found.length >= TEXT_LENGTH_MIN && found.length >= told.length * TEASER_SHARE) return found;
  if (told.length >= TEXT_LENGTH_MIN) return told;
  const whole = parsePage(html);
  const parts = [...whole.querySelectorAll('article, main, [role="main"], [itemprop="articleBody"]'), whole.body];
  return [found, ...parts.map(textOf)].find(text => text.length >= TEXT_LENGTH_MIN) ?? '';
}

function mainPartOf(page: PageDocument): PageElement | null {
  const options = { charThreshold: 250, keepClasses: true, serializer: (node: unknown) => node };
  const reader = new Readability<unknown>(page as unknown as ConstructorParameters<typeof Readability>[0], options);
  const content = reader.parse()?.content;
  return content === undefined || content === null ? null : (content as PageElement);
}

/** Blocks without what pages print between and around the paragraphs: links elsewhere, labels, headline, byline, date. */
function withoutFurniture(
  blocks: readonly Block[],
  { headline, byline }: PageMetadata,
  isPageWords: PageWords,
): readonly Block[] {
  const first = blocks.findIndex(({ text, isHeading }) => !isHeading && text.length > 100);
  const kept = blocks.filter(({ text, linkShare, isHeading }, i) => {
    const line = oneLine(text);
    if (isPageWords(line)) return false;
    if (linkShare > 0.9 && !isHeading && !/[.!?]["”’)]?$/.test(line)) return false;
    if (i > first && first !== -1) return true;
    const isByline = byline !== null && line.length < byline.length + 30 && line.includes(byline);
    return line !== headline && !isByline && !isStampLine(line);
  });
  // A heading at the very end heads what was dropped.
  while (kept.at(-1)?.isHeading) kept.pop();
  return kept;
}

/** "By Anna Karsa | Published March 6, 2025 | Updated March 7, 2025": a short line of which one part tells a day. */
function isStampLine(line: string): boolean {
  return line.length <= 150 && line.split(/\s*[|·•]\s*/u).some(isDateLine);
}
