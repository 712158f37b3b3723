import { parseFeed as parse } from 'feedsmith';
import { CasusError } from '../../../core/base/error.ts';
import { oneLine } from '../article/page-dom.ts';
import { parsePage } from '../article/parse-page.ts';
import { dayOfStamp } from '../article/stamp.ts';
import { refuseEntities } from '../xml.ts';

/** One entry of a feed. */
export interface FeedEntry {
  /** What tells it from the others, now and at the next poll. */
  readonly id: string;
  /** Where its page is; null where it has none. */
  readonly url: string | null;
  readonly headline: string | null;
  readonly byline: string | null;
  /** An ISO day. */
  readonly publishedAt: string | null;
  /** What the feed holds of it itself, as HTML: all, or a few lines. */
  readonly html: string | null;
}

export interface Feed {
  readonly title: string | null;
  readonly entries: readonly FeedEntry[];
  /** Whether the feed ends as it should: one that was cut off may have lost entries. */
  readonly isWhole: boolean;
}

const ENTRIES_MAX = 5_000;

/** Reads RSS, Atom, RDF and JSON feeds, damaged ones as far as that goes. Throws a `CasusError` for anything else. */
export function readFeed(text: string, feedUrl: string | null, name: string): Feed {
  refuseEntities(text, name);
  const raw = parsed(text, name);
  const read = (entry: unknown) => entryOf(entry, feedUrl);
  const entries = [...list(raw, 'items'), ...list(raw, 'entries')]
    .slice(0, ENTRIES_MAX)
    .flatMap(entry => read(entry) ?? []);
  return {
    title: words(raw, 'title'),
    entries,
    isWhole: /(?:<\/(?:rss|feed|rdf:RDF)\s*>|\})\s*(?:<!--[^>]*-->\s*)*$/i.test(text.slice(-500)),
  };
}

function parsed(text: string, name: string): unknown {
  try {
    return parse(text).feed;
  } catch (cause) {
    throw new CasusError('feed-unreadable', name, {
      cause,
      detail: cause instanceof Error ? cause.message : String(cause),
    });
  }
}

/** What the formats call differently, by the names that the library gives. */
function entryOf(entry: unknown, feedUrl: string | null): FeedEntry | null {
  const url = absolute(linkOf(entry), feedUrl);
  const headline = asText(words(entry, 'title') ?? words(entry, 'title', 'value'));
  const id = words(entry, 'guid', 'value') ?? words(entry, 'guid') ?? words(entry, 'id') ?? url ?? headline;
  if (id === null) return null;
  const stamps = [
    words(entry, 'pubDate'),
    words(entry, 'published'),
    words(entry, 'date_published'),
    words(entry, 'dc', 'dates', '0'),
    words(entry, 'dc', 'date'),
    words(entry, 'dcterms', 'created'),
    words(entry, 'updated'),
  ];
  const bylines = [
    words(entry, 'dc', 'creators', '0'),
    words(entry, 'authors', '0', 'name'),
    words(entry, 'authors', '0'),
  ];
  return {
    id,
    url,
    headline,
    byline: bylines.find(name => name !== null && !name.includes('@')) ?? null,
    publishedAt: stamps.map(dayOfStamp).find(day => day !== null) ?? null,
    html: contentOf(entry),
  };
}

function contentOf(entry: unknown): string | null {
  const contents = [
    words(entry, 'content', 'encoded'),
    words(entry, 'content', 'value'),
    words(entry, 'content_html'),
    words(entry, 'content_text'),
    words(entry, 'description'),
    words(entry, 'summary', 'value'),
    words(entry, 'summary'),
  ].filter(content => content !== null);
  return contents.sort((a, b) => b.length - a.length)[0] ?? null;
}

function linkOf(entry: unknown): string | null {
  const links = list(entry, 'links');
  const alternate = links.find(link => (words(link, 'rel') ?? 'alternate') === 'alternate');
  const permalink = words(entry, 'guid', 'value');
  const isPermalink = permalink !== null && /^https?:/.test(permalink) && get(entry, 'guid', 'isPermaLink') !== false;
  return words(entry, 'link') ?? words(entry, 'url') ?? words(alternate, 'href') ?? (isPermalink ? permalink : null);
}

function absolute(url: string | null, base: string | null): string | null {
  if (url === null || !URL.canParse(url, base ?? undefined)) return null;
  const found = new URL(url, base ?? undefined);
  return /^https?:$/.test(found.protocol) ? found.href : null;
}

/** Titles may hold tags and entities. */
function asText(html: string | null): string | null {
  if (html === null || !/[<&]/.test(html)) return html === null ? null : oneLine(html) || null;
  return oneLine(parsePage(html).body?.textContent ?? '') || null;
}

function words(value: unknown, ...path: readonly string[]): string | null {
  const found = get(value, ...path);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : null;
}

function list(value: unknown, key: string): readonly unknown[] {
  const found = get(value, key);
  return Array.isArray(found) ? found : [];
}

function get(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}
