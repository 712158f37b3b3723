import { z } from 'zod';

/** How the words count: RULES of counting are codebook §5. */
export const Qualifier = z
  .enum(['exact', 'at-least', 'at-most', 'about', 'between', 'vague'])
  .meta({ id: 'Qualifier' });
export type Qualifier = z.infer<typeof Qualifier>;

const Count = z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullable();

/**
 * A number as words give it. `low` and `high` are the bounds that the words set, null where they set none (unknown is
 * not zero); `best` is the one figure the words name, null where they name none ("dozens", "10 to 12", "up to 40").
 */
export const Estimate = z
  .object({ low: Count, best: Count, high: Count, qualifier: Qualifier })
  .refine(inOrder, { error: 'an estimate needs low ≤ best ≤ high' })
  .readonly()
  .meta({ id: 'Estimate' });
export type Estimate = z.infer<typeof Estimate>;

/** Makes an estimate. Throws when low ≤ best ≤ high does not hold among the known ones: that is a bug in the caller. */
export function estimate(low: number | null, best: number | null, high: number | null, qualifier: Qualifier): Estimate {
  const made = { low, best, high, qualifier };
  if (!inOrder(made)) throw new RangeError(`an estimate needs low ≤ best ≤ high, got ${low}, ${best}, ${high}`);
  return made;
}

/** The estimate of a bare number: "12". */
export function exactly(count: number): Estimate {
  return estimate(count, count, count, 'exact');
}

/** Whether two estimates can both be true of one thing: their ranges share a number, an open bound reaching any. */
export function compatible(a: Pick<Estimate, 'low' | 'high'>, b: Pick<Estimate, 'low' | 'high'>): boolean {
  return (a.low ?? 0) <= (b.high ?? Number.POSITIVE_INFINITY) && (b.low ?? 0) <= (a.high ?? Number.POSITIVE_INFINITY);
}

function inOrder(value: { low: number | null; best: number | null; high: number | null }): boolean {
  const known = [value.low, value.best, value.high].filter(count => count !== null);
  return known.every((count, i) => i === 0 || known[i - 1] <= count);
}
