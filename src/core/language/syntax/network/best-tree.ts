/**
 * The heads of the best tree over `words` words with exactly one root. `scores[offset + i * columns + j]` is the score of
 * head j of word i + 1, where 0 is the root. Returns heads as word numbers from 0, -1 for the root.
 */
export function bestTree(scores: Float32Array, offset: number, columns: number, words: number): Int32Array {
  const greedy = new Int32Array(words + 1);
  let roots = 0;
  for (let i = 1; i <= words; i++) {
    let best = 0;
    const row = offset + (i - 1) * columns;
    for (let j = 1; j <= words; j++) if (j !== i && scores[row + j] > scores[row + best]) best = j;
    greedy[i] = best;
    if (best === 0) roots++;
  }
  const n = words + 1;
  if (roots === 1 && contract(greedy) === null) return greedy.subarray(1).map(head => head - 1);
  // A tree needs one root or more, so a price on roots that no score makes up for leaves exactly one.
  const table = new Float64Array(n * n);
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < n; j++) table[i * n + j] = scores[offset + (i - 1) * columns + j] - (j === 0 ? 1e6 : 0);
  }
  return spanningTree(table, n)
    .subarray(1)
    .map(head => head - 1);
}

/**
 * Chu, Liu and Edmonds: best heads; where they go round in circles, every circle becomes one word, and so on. All circles
 * at once, so that there are few rounds however bad the scores are.
 */
function spanningTree(table: Float64Array, n: number): Int32Array {
  const heads = new Int32Array(n);
  for (let i = 1; i < n; i++) {
    let best = 0;
    let most = table[i * n];
    for (let j = 1, at = i * n + 1; j < n; j++, at++) {
      if (table[at] <= most || j === i) continue;
      best = j;
      most = table[at];
    }
    heads[i] = best;
  }
  const contraction = contract(heads);
  if (contraction === null) return heads;
  const { group, count, inCircle } = contraction;
  const smaller = new Float64Array(count * count).fill(Number.NEGATIVE_INFINITY);
  const dependant = new Int32Array(count * count);
  const governor = new Int32Array(count * count);
  for (let i = 1; i < n; i++) {
    // Who breaks a circle at i gives up the head that i has in it.
    const given = inCircle[i] ? table[i * n + heads[i]] : 0;
    for (let j = 0; j < n; j++) {
      if (group[i] === group[j]) continue;
      const at = group[i] * count + group[j];
      if (table[i * n + j] - given <= smaller[at]) continue;
      smaller[at] = table[i * n + j] - given;
      dependant[at] = i;
      governor[at] = j;
    }
  }
  const solved = spanningTree(smaller, count);
  for (let a = 1; a < count; a++) {
    const at = a * count + solved[a];
    heads[dependant[at]] = governor[at];
  }
  return heads;
}

/** The words numbered anew with each circle of heads as one; the root stays 0. Null when there is no circle. */
function contract(heads: Int32Array): { group: Int32Array; count: number; inCircle: Uint8Array } | null {
  const n = heads.length;
  const seen = new Int32Array(n);
  const group = new Int32Array(n);
  const inCircle = new Uint8Array(n);
  let count = 1;
  for (let start = 1; start < n; start++) {
    let at = start;
    while (at !== 0 && seen[at] === 0) {
      seen[at] = start;
      at = heads[at];
    }
    if (at === 0 || seen[at] !== start || inCircle[at]) continue;
    while (!inCircle[at]) {
      inCircle[at] = 1;
      group[at] = count;
      at = heads[at];
    }
    count++;
  }
  if (count === 1) return null;
  for (let i = 1; i < n; i++) if (!inCircle[i]) group[i] = count++;
  return { group, count, inCircle };
}
