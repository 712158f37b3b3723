import type { Page, PageRequest } from '../ledger/filter.ts';

const PAGE = 1_000;

/** The items of a list page by page, at most `most` of them. */
export async function everyPage<T>(
  find: (request: PageRequest) => Promise<Page<T>>,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly T[]> {
  return everyItem(find, item => item, most);
}

/** What is read of each item of a list, at most `most` of them: of very many large items only that is kept. */
export async function everyItem<T, Read>(
  find: (request: PageRequest) => Promise<Page<T>>,
  read: (item: T) => Read,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly Read[]> {
  const items: Read[] = [];
  for (let after: string | null | undefined; after !== null && items.length < most; ) {
    const limit = Math.min(PAGE, most - items.length);
    const page: Page<T> = await find({ limit, ...(after === undefined ? {} : { after }) });
    for (const item of page.items) items.push(read(item));
    after = page.next;
  }
  return items;
}
