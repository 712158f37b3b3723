import { power } from '../arithmetic.ts';
import type { Random } from '../random.ts';

/** Learnt embeddings by key, with lazy Adam: only rows that a batch touched are moved. */
export interface EmbeddingTable {
  readonly size: number;
  readonly rowOf: ReadonlyMap<number, number>;
  readonly counts: Int32Array;
  readonly values: Float32Array;
  readonly gradients: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly touched: Set<number>;
}

/** A row for each key that occurs `countMin` times. */
export function makeEmbeddings(
  keyCounts: ReadonlyMap<number, number>,
  countMin: number,
  size: number,
  random: Random,
): EmbeddingTable {
  const kept = [...keyCounts].filter(([, count]) => count >= countMin);
  const length = kept.length * size;
  const values = Float32Array.from({ length }, () => (2 * random() - 1) * 0.1);
  return {
    size,
    rowOf: new Map(kept.map(([key], row) => [key, row])),
    counts: Int32Array.from(kept, ([, count]) => count),
    values,
    gradients: new Float32Array(length),
    first: new Float32Array(length),
    second: new Float32Array(length),
    touched: new Set(),
  };
}

export function addGradient(
  { gradients, size, touched }: EmbeddingTable,
  row: number,
  from: Float32Array,
  at: number,
): void {
  touched.add(row);
  for (let e = 0; e < size; e++) gradients[row * size + e] += from[at + e];
}

export function embeddingStep(
  { values, gradients, first, second, size, touched }: EmbeddingTable,
  step: number,
  rate: number,
): void {
  const bounded = (rate * Math.sqrt(1 - power(0.98, step))) / (1 - power(0.9, step));
  for (const row of touched) {
    for (let i = row * size; i < (row + 1) * size; i++) {
      first[i] = 0.9 * first[i] + 0.1 * gradients[i];
      second[i] = 0.98 * second[i] + 0.02 * gradients[i] * gradients[i];
      values[i] -= (bounded * first[i]) / (Math.sqrt(second[i]) + 1e-8);
      gradients[i] = 0;
    }
  }
  touched.clear();
}
