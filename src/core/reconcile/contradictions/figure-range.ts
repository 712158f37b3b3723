import type { Estimate } from '../../model/index.ts';

/** The bounds that words set on a number; null where they set none. */
export type Bounds = Pick<Estimate, 'low' | 'high'>;

/** Persons between the nearest bounds of two ranges; 0 where they share a number. */
export function gapBetween(a: Bounds, b: Bounds): number {
  return Math.max(
    0,
    (a.low ?? 0) - (b.high ?? Number.POSITIVE_INFINITY),
    (b.low ?? 0) - (a.high ?? Number.POSITIVE_INFINITY),
  );
}

/** The bounds of two groups of people together, who are not the same people. */
export function together(a: Bounds, b: Bounds): Bounds {
  return { low: (a.low ?? 0) + (b.low ?? 0), high: a.high === null || b.high === null ? null : a.high + b.high };
}

/** `12`, `10–12`, `at least 12`, `at most 12`. */
export function rangeWords({ low, high }: Bounds): string {
  if (low !== null && high !== null) return low === high ? String(low) : `${low}–${high}`;
  if (low !== null) return `at least ${low}`;
  return high === null ? 'no figure' : `at most ${high}`;
}
