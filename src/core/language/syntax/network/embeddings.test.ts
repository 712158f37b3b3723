import { expect, test } from 'vitest';
import { readModelFile, writeModelFile } from '../../../base/model-file.ts';
import { addEmbedding, embeddingRow, embeddingSections, readEmbeddings } from './embeddings.ts';

test('rows are found by key and read back to a hundredth of their largest number', () => {
  const rowOf = new Map(Array.from({ length: 3000 }, (_, i) => [Math.imul(i, 0x9e3779b1), i] as const));
  const values = Float32Array.from({ length: 3000 * 8 }, (_, i) => Math.sin(i) * (1 + (i >> 3)));
  values.fill(0, 8, 16);
  const embeddings = readEmbeddings(readModelFile(writeModelFile(embeddingSections('x', rowOf, values, 8))), 'x');
  expect([...rowOf].every(([key, row]) => embeddingRow(embeddings, key) === row)).toBe(true);
  expect(embeddingRow(embeddings, 12345)).toBe(-1);
  const out = new Float32Array(8);
  for (const row of [0, 1, 2999]) {
    out.fill(0);
    addEmbedding(embeddings, row, 8, out, 0);
    for (let e = 0; e < 8; e++) expect(Math.abs(out[e] - values[row * 8 + e])).toBeLessThanOrEqual(0.01 * (1 + row));
  }
});
