/**
 * One-to-one pairs of two lists, the heaviest first, then as many as possible (augmenting paths); a weight of 0 is no pair.
 * Ties go by the order of the lists.
 */
export function pairUp<A, B>(
  left: readonly A[],
  right: readonly B[],
  weigh: (a: A, b: B) => number,
): readonly (readonly [A, B])[] {
  const edges = left.flatMap((a, i) => right.map((b, j) => ({ weight: weigh(a, b), i, j })));
  const usable = edges.filter(({ weight }) => weight > 0).sort((x, y) => y.weight - x.weight || x.i - y.i || x.j - y.j);
  const options = new Map<number, number[]>();
  const rightOf = new Map<number, number>();
  const leftOf = new Map<number, number>();
  for (const { i, j } of usable) {
    options.set(i, [...(options.get(i) ?? []), j]);
    if (rightOf.has(i) || leftOf.has(j)) continue;
    rightOf.set(i, j);
    leftOf.set(j, i);
  }
  const augment = (i: number, seen: Set<number>): boolean => {
    for (const j of options.get(i) ?? []) {
      if (seen.has(j)) continue;
      seen.add(j);
      const taken = leftOf.get(j);
      if (taken !== undefined && !augment(taken, seen)) continue;
      rightOf.set(i, j);
      leftOf.set(j, i);
      return true;
    }
    return false;
  };
  for (const i of [...options.keys()].sort((a, b) => a - b)) if (!rightOf.has(i)) augment(i, new Set());
  const pairs: (readonly [A, B])[] = [];
  for (const [i, a] of left.entries()) {
    const j = rightOf.get(i);
    const b = j === undefined ? undefined : right[j];
    if (b !== undefined) pairs.push([a, b]);
  }
  return pairs;
}
