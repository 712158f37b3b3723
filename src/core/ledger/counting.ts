import type { Count } from './filter.ts';

/** Counts in the order of their values; what is not known comes last. */
export function sortedCounts(counts: readonly Count[]): readonly Count[] {
  return [...counts].sort((a, b) => {
    for (const [i, left] of a.values.entries()) {
      const right = b.values[i] ?? null;
      if (left === right) continue;
      if (left === null || right === null) return left === null ? 1 : -1;
      return left < right ? -1 : 1;
    }
    return 0;
  });
}
