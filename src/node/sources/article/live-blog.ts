import { type Block, blocksOf, joinBlocks } from './block-text.ts';
import type { LinkedData } from './json-ld.ts';
import { isElement, type PageDocument, type PageElement, wordsOf } from './page-dom.ts';
import { dayOfStamp } from './stamp.ts';

/** One dated entry of a live blog. */
export interface LiveEntry {
  readonly headline: string | null;
  readonly text: string;
  readonly publishedAt: string | null;
  /** What tells it from the other entries of its page. */
  readonly key: string;
}

const ENTRIES_MIN = 3;
const ENTRY_LENGTH_MIN = 60;

/**
 * The entries of a live blog, the oldest last as pages have them; empty for any other page. They are told by the page's
 * JSON-LD, or by three and more blocks of one form beside each other, each with a time of its own and running text that
 * is no link: a list of teasers has times too, but its words lead elsewhere.
 */
export function liveEntriesOf(page: PageDocument, linkedData: LinkedData | null): readonly LiveEntry[] {
  const told = (linkedData?.updates ?? []).flatMap(({ headline, body, publishedAt, url }, i) =>
    body === null
      ? []
      : [{ headline, text: body, publishedAt: dayOfStamp(publishedAt), key: fragment(url) ?? `${i + 1}` }],
  );
  const shown = shownEntries(page);
  return shown.length >= ENTRIES_MIN && shown.length >= told.length ? shown : told.length >= 2 ? told : [];
}

function shownEntries(page: PageDocument): readonly LiveEntry[] {
  let best: readonly LiveEntry[] = [];
  for (const siblings of groups(page)) {
    const entries = siblings.flatMap((element, i) => entryOf(element, i) ?? []);
    if (entries.length >= ENTRIES_MIN && entries.length > siblings.length / 2 && entries.length > best.length)
      best = entries;
  }
  return best;
}

/** Elements that hold a time, by the parent and form that they share. */
function groups(page: PageDocument): Iterable<readonly PageElement[]> {
  const found = new Map<PageElement, Map<string, Set<PageElement>>>();
  for (const time of page.querySelectorAll('time')) {
    if (time.closest('aside, nav, footer, header') !== null && time.closest('article') === null) continue;
    for (let one: PageElement = time, level = 0; level < 4; level++) {
      const parent: PageElement | null = one.parentNode;
      if (parent === null || parent.localName === 'html') break;
      const forms = found.get(parent) ?? new Map<string, Set<PageElement>>();
      const form = `${one.localName} ${(one.getAttribute('class') ?? '').split(/\s+/)[0]}`;
      forms.set(form, (forms.get(form) ?? new Set()).add(one));
      found.set(parent, forms);
      one = parent;
    }
  }
  return [...found.values()].flatMap(forms => [...forms.values()].map(set => [...set]));
}

function entryOf(element: PageElement, i: number): LiveEntry | null {
  const time = element.querySelector('time');
  if (time === null || element.localName === 'time') return null;
  const heading = element.querySelector('h2, h3, h4, h5');
  const body = blocksOf(element).filter(block => !isLabel(block, time, heading));
  const own = body.filter(block => block.linkShare < 0.5 && !block.isHeading);
  if (own.reduce((sum, { text }) => sum + text.length, 0) < ENTRY_LENGTH_MIN) return null;
  const publishedAt = dayOfStamp(time.getAttribute('datetime')) ?? dayOfStamp(wordsOf(time));
  if (publishedAt === null) return null;
  const headline = heading === null || wordsOf(heading) === '' ? null : wordsOf(heading);
  const anchor = element.id || (element.getAttribute('data-id') ?? '') || idWithin(element);
  return { headline, text: joinBlocks(body), publishedAt, key: anchor || `${i + 1}` };
}

/** What stands over an entry, its time and heading, which are not part of its text. */
function isLabel({ text }: Block, time: PageElement, heading: PageElement | null): boolean {
  return text === wordsOf(time) || (heading !== null && text === wordsOf(heading));
}

function idWithin(element: PageElement): string {
  for (const child of element.childNodes) if (isElement(child) && child.id !== '') return child.id;
  return '';
}

function fragment(url: string | null): string | null {
  const [, hash] = /#(.+)$/.exec(url ?? '') ?? [];
  return hash ?? null;
}
