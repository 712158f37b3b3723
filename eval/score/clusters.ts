import { f1Of } from './f1.ts';

/** B-cubed F1 and F1 of pairs of a clustering, from two lists of labels in one order. */
export function scoreClusters(
  gold: readonly string[],
  mine: readonly string[],
): { readonly b3: number; readonly pairwise: number } {
  const [golds, mines, boths] = [counts(gold), counts(mine), counts(gold.map((label, i) => both(label, mine[i])))];
  let precision = 0;
  let recall = 0;
  for (const [i, label] of gold.entries()) {
    const common = boths.get(both(label, mine[i])) ?? 0;
    precision += common / (mines.get(mine[i] ?? '') ?? 1);
    recall += common / (golds.get(label) ?? 1);
  }
  // The mean over items, so the F1 of two means.
  const b3 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) / gold.length;
  return { b3, pairwise: f1Of(pairs(boths), pairs(mines), pairs(golds)) };
}

function both(a: string, b: string | undefined): string {
  return JSON.stringify([a, b]);
}

function counts(labels: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const label of labels) found.set(label, (found.get(label) ?? 0) + 1);
  return found;
}

function pairs(clusters: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const size of clusters.values()) total += (size * (size - 1)) / 2;
  return total;
}
