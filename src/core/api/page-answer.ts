import { z } from 'zod';

/** The shape of a part of a list: its items, and the cursor of the next part; null at the end. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item).readonly(), next: z.string().nullable() }).readonly();
}
