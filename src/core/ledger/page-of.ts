import { type CursorValue, cursorOf, readCursor } from './cursor.ts';
import { type Page, PageRequest } from './filter.ts';

/** How a list is sorted: the name of the order, and of each value its type and direction. */
export interface Order {
  readonly name: string;
  readonly types: readonly ('string' | 'number')[];
  readonly directions: readonly (1 | -1)[];
}

/** The orders in which things are found: newest days first, undated last; by words, the closest match first. */
export const ORDERS = {
  claims: { name: 'claims', types: ['string', 'number'], directions: [-1, -1] },
  said: { name: 'said', types: ['number', 'number'], directions: [1, -1] },
  reports: { name: 'reports', types: ['string', 'number'], directions: [-1, -1] },
  written: { name: 'written', types: ['number', 'number'], directions: [1, -1] },
  incidents: { name: 'incidents', types: ['string', 'string'], directions: [-1, -1] },
  tolls: { name: 'tolls', types: ['string', 'string', 'number'], directions: [-1, -1, 1] },
  contradictions: { name: 'contradictions', types: ['string', 'string', 'number'], directions: [-1, -1, 1] },
} as const satisfies Record<string, Order>;

/** The part of a list that is asked for. */
export function pageOf<T>(
  order: Order,
  held: readonly { readonly sort: readonly CursorValue[]; readonly item: T }[],
  request: PageRequest,
): Page<T> {
  const { limit, after } = PageRequest.parse(request);
  const start = readCursor(order.name, order.types, after);
  const rest = held
    .filter(({ sort }) => start === null || compare(sort, start, order.directions) > 0)
    .sort((a, b) => compare(a.sort, b.sort, order.directions));
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  const isEnd = last === undefined || rest.length <= limit;
  return { items: items.map(({ item }) => item), next: isEnd ? null : cursorOf(order.name, last.sort) };
}

function compare(a: readonly CursorValue[], b: readonly CursorValue[], directions: readonly (1 | -1)[]): number {
  for (const [i, direction] of directions.entries()) {
    const [left, right] = [a[i] ?? '', b[i] ?? ''];
    if (left !== right) return left < right ? -direction : direction;
  }
  return 0;
}
