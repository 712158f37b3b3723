import { type ModelFile, type ModelSection, sectionOf } from '../../../base/model-file.ts';

/** Learnt embeddings in place: `slots` pairs a key with its row + 1; a row is 8-bit numbers with one scale. */
export interface Embeddings {
  readonly slots: Int32Array;
  readonly rows: Int8Array;
  readonly scales: Float32Array;
}

export function readEmbeddings(file: ModelFile, name: string): Embeddings {
  return {
    slots: sectionOf(file, `${name}.keys`, Int32Array),
    rows: sectionOf(file, `${name}.rows`, Int8Array),
    scales: sectionOf(file, `${name}.row-scales`, Float32Array),
  };
}

/** The row of a key, or -1. */
export function embeddingRow({ slots }: Embeddings, key: number): number {
  const mask = slots.length / 2 - 1;
  for (let at = (key ^ (key >>> 16)) & mask; ; at = (at + 1) & mask) {
    if (slots[2 * at + 1] === 0) return -1;
    if (slots[2 * at] === key) return slots[2 * at + 1] - 1;
  }
}

/** Adds a row to the numbers at `at`. */
export function addEmbedding(
  { rows, scales }: Embeddings,
  row: number,
  size: number,
  out: Float32Array,
  at: number,
): void {
  const scale = scales[row];
  for (let e = 0; e < size; e++) out[at + e] += rows[row * size + e] * scale;
}

/** The sections of embeddings given as floats. */
export function embeddingSections(
  name: string,
  rowOf: ReadonlyMap<number, number>,
  values: Float32Array,
  size: number,
): ModelSection[] {
  let capacity = 1024;
  while (capacity * 0.75 < rowOf.size) capacity *= 2;
  const slots = new Int32Array(2 * capacity);
  for (const [key, row] of rowOf) {
    let at = (key ^ (key >>> 16)) & (capacity - 1);
    while (slots[2 * at + 1] !== 0) at = (at + 1) & (capacity - 1);
    slots[2 * at] = key;
    slots[2 * at + 1] = row + 1;
  }
  const rows = new Int8Array(values.length);
  const scales = new Float32Array(values.length / size);
  for (let row = 0; row < scales.length; row++) {
    const numbers = values.subarray(row * size, (row + 1) * size);
    const largest = numbers.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    scales[row] = largest / 127;
    if (largest > 0) for (let e = 0; e < size; e++) rows[row * size + e] = Math.round((numbers[e] / largest) * 127);
  }
  return [
    { name: `${name}.keys`, data: slots },
    { name: `${name}.rows`, data: rows },
    { name: `${name}.row-scales`, data: scales },
  ];
}
