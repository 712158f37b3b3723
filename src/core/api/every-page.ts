import type { Page, PageRequest } from '../ledger/filter.ts';

const PAGE = 1_000;

/** The items of a list page by page, at most `most` of them. */
export async function everyPage<T>(
  find: (request: PageRequest) => Promise<Page<T>>,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly T[]> {
  const items: T[] = [];
  for (let after: string | null | undefined; after !== null && items.length < most; ) {
    const limit = Math.min(PAGE, most - items.length);
    const page: Page<T> = await find({ limit, ...(after === undefined ? {} : { after }) });
    items.push(...page.items);
    after = page.next;
  }
  return items;
}
