import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestTree } from './best-tree.ts';

/** Scores of `words` words: row i is word i + 1, column 0 the root, padded to 8 columns. */
function search(rows: readonly (readonly number[])[]): number[] {
  const columns = Math.ceil((rows.length + 1) / 8) * 8;
  const scores = new Float32Array(rows.length * columns);
  rows.forEach((row, i) => {
    scores.set(row, i * columns);
  });
  return [...bestTree(scores, 0, columns, rows.length)];
}

/** The best tree by trying all. */
function exhaustive(rows: readonly (readonly number[])[]): number {
  const n = rows.length;
  let best = Number.NEGATIVE_INFINITY;
  for (let code = 0; code < (n + 1) ** n; code++) {
    const heads = rows.map((_, i) => Math.floor(code / (n + 1) ** i) % (n + 1));
    if (isTree(heads))
      best = Math.max(
        best,
        heads.reduce((sum, head, i) => sum + rows[i][head], 0),
      );
  }
  return best;
}

function isTree(heads: readonly number[]): boolean {
  if (heads.filter(head => head === 0).length !== 1) return false;
  return heads.every((_, i) => {
    let at = i + 1;
    for (let steps = 0; steps <= heads.length && at !== 0; steps++) at = heads[at - 1];
    return at === 0;
  });
}

test('the heads with the highest scores where they make a tree', () => {
  expect(
    search(
      [
        [0, 0, 9],
        [9, 0, 0],
        [0, 0, 9],
      ].map(row => [...row, 0]),
    ),
  ).toEqual([1, -1, 1]);
});

test('the tree that is best of all with one root, also where the best heads go in circles or there are two roots', () => {
  const row = (n: number): fc.Arbitrary<number[]> =>
    fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n + 1, maxLength: n + 1 });
  const table = fc.integer({ min: 1, max: 5 }).chain(n => fc.array(row(n), { minLength: n, maxLength: n }));
  fc.assert(
    fc.property(table, rows => {
      const heads = search(rows).map(head => head + 1);
      expect(isTree(heads)).toBe(true);
      expect(heads.reduce((sum, head, i) => sum + rows[i][head], 0)).toBe(exhaustive(rows));
    }),
    { seed: 5, numRuns: 150 },
  );
});
