import { Parser } from 'htmlparser2';
import { CasusError } from '../../../core/base/error.ts';
import { dayOfStamp } from '../article/stamp.ts';
import { refuseEntities } from '../xml.ts';

/** An address that a sitemap lists. */
export interface SitemapEntry {
  readonly url: string;
  /** Whether it is another sitemap. */
  readonly isSitemap: boolean;
  /** An ISO day: of publication in a news sitemap, else of the last change. */
  readonly day: string | null;
}

const ENTRIES_MAX = 50_000;

/** Reads a sitemap or an index of sitemaps (sitemaps.org), with the news extension. Throws a `CasusError` for anything else. */
export function readSitemap(xml: string, sitemapUrl: string, name: string): readonly SitemapEntry[] {
  refuseEntities(xml, name);
  const entries: SitemapEntry[] = [];
  let values = new Map<string, string>();
  let open = '';
  let isSitemapFile = false;
  const parser = new Parser(
    {
      onopentag(tag) {
        open = bare(tag);
        if (open === 'urlset' || open === 'sitemapindex') isSitemapFile = true;
        if (open === 'url' || open === 'sitemap') values = new Map();
      },
      ontext(words) {
        if (open !== '') values.set(open, (values.get(open) ?? '') + words);
      },
      onclosetag(tag) {
        open = '';
        if (bare(tag) !== 'url' && bare(tag) !== 'sitemap') return;
        const url = values.get('loc')?.trim() ?? '';
        if (entries.length >= ENTRIES_MAX || !URL.canParse(url, sitemapUrl)) return;
        const day = dayOfStamp(values.get('publication_date')) ?? dayOfStamp(values.get('lastmod'));
        entries.push({ url: new URL(url, sitemapUrl).href, isSitemap: bare(tag) === 'sitemap', day });
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  if (!isSitemapFile) throw new CasusError('feed-unreadable', name);
  return entries;
}

/** A name without its namespace's prefix. `image:loc` is no `loc` of a page. */
function bare(tag: string): string {
  const [prefix = '', local] = tag.split(':');
  if (local === undefined) return prefix;
  return prefix === 'image' || prefix === 'video' ? tag : local;
}
