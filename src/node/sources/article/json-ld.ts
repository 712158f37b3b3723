import { oneLine, type PageElement } from './page-dom.ts';

/** What a page says of itself in JSON-LD (schema.org). */
export interface LinkedData {
  readonly headline: string | null;
  readonly publishedAt: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly body: string | null;
  readonly updates: readonly LinkedUpdate[];
}

/** One entry of a live blog. */
export interface LinkedUpdate {
  readonly headline: string | null;
  readonly publishedAt: string | null;
  readonly body: string | null;
  readonly url: string | null;
}

const ARTICLE = /(?:Article|BlogPosting|LiveBlogPosting|Report|ReportageNewsArticle)$/;
const NODES_MAX = 2_000;

/** The article of a page's JSON-LD: the first object of an article's type, wherever it lies. Damaged blocks are skipped. */
export function linkedDataOf(page: PageElement): LinkedData | null {
  for (const script of page.querySelectorAll('script')) {
    if (!/^application\/ld\+json/i.test(script.getAttribute('type') ?? '')) continue;
    const article = articleIn(parse(script.textContent ?? ''));
    if (article !== null) return read(article);
  }
  return null;
}

type Json = Readonly<Record<string, unknown>>;

function read(article: Json): LinkedData {
  const updates = list(article['liveBlogUpdate']).filter(isObject);
  return {
    headline: words(article['headline']) ?? words(article['name']),
    publishedAt: words(article['datePublished']) ?? words(article['dateCreated']),
    byline: names(article['author']),
    publisher: names(article['publisher']),
    body: bodyOf(article),
    updates: updates.map(update => ({
      headline: words(update['headline']),
      publishedAt: words(update['datePublished']),
      body: bodyOf(update),
      url: words(update['url']) ?? words(update['@id']),
    })),
  };
}

/** A text of several lines: pages keep the paragraphs apart with line feeds, some with tags, which are dropped. */
function bodyOf({ articleBody }: Json): string | null {
  if (typeof articleBody !== 'string') return null;
  const text = articleBody
    .replace(/<\/?(?:p|br|div|li|h\d)\b[^>]{0,200}>/gi, '\n')
    .replace(/<[a-z/][^>]{0,500}>/gi, '')
    .split(/\n+/)
    .map(oneLine)
    .filter(line => line !== '')
    .join('\n\n');
  return text === '' ? null : text;
}

function articleIn(root: unknown): Json | null {
  const queue: unknown[] = [root];
  for (let at = 0; at < queue.length && at < NODES_MAX; at++) {
    const node = queue[at];
    if (Array.isArray(node)) queue.push(...node.slice(0, NODES_MAX));
    if (!isObject(node)) continue;
    if (list(node['@type']).some(type => typeof type === 'string' && ARTICLE.test(type))) return node;
    queue.push(node['@graph'], node['mainEntity'], node['mainEntityOfPage'], node['itemListElement'], node['item']);
  }
  return null;
}

/** Names of people or organisations: of objects, of words, of lists of both. */
function names(value: unknown): string | null {
  const found = list(value)
    .map(one => (isObject(one) ? words(one['name']) : words(one)))
    .filter(name => name !== null && !/^https?:/.test(name));
  return found.length === 0 ? null : [...new Set(found)].join(', ');
}

function words(value: unknown): string | null {
  const [first] = list(value);
  if (typeof first !== 'string' && typeof first !== 'number') return null;
  const text = oneLine(decodeEntities(String(first)));
  return text === '' ? null : text.slice(0, 2_000);
}

/** JSON-LD is no HTML, but many sites write it through a template that escapes. */
function decodeEntities(text: string): string {
  return text
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0xfffd)))
    .replace(/&#x([\da-f]{1,5});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&amp;/g, '&');
}

function parse(text: string): unknown {
  const bare = text.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/g,
    '',
  );
  for (const attempt of [bare, bare.replace(/\p{Cc}/gu, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return null;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
