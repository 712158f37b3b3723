import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vectorDimensions } from '../../src/core/language/syntax/network/word-input.ts';
import { sharedFolder } from '../corpora.ts';

/** Word vectors in four bits a number: each dimension has its own step, 16 levels from -7.5 to 7.5 steps. */
export interface WordTable {
  readonly words: readonly string[];
  readonly steps: Float32Array;
  /** Two numbers a byte, the even dimension in the low half. */
  readonly packed: Uint8Array;
}

/** The first `count` words of the shared vectors. */
export function readWordTable(count: number): WordTable {
  const folder = join(sharedFolder, 'vectors');
  const words = readFileSync(join(folder, 'words.txt'), 'utf8').split('\n').slice(0, count);
  const bytes = readFileSync(join(folder, 'vectors.i8'));
  const values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const scaleBytes = readFileSync(join(folder, 'scale.f32'));
  const scales = new Float32Array(scaleBytes.buffer.slice(scaleBytes.byteOffset, scaleBytes.byteOffset + 4 * count));
  const numberAt = (word: number, d: number): number => values[word * vectorDimensions + d] * scales[word];
  const steps = Float32Array.from({ length: vectorDimensions }, (_, d) => {
    let squares = 0;
    for (let w = 0; w < count; w++) squares += numberAt(w, d) * numberAt(w, d);
    // 2.5 standard deviations to either side.
    return (2.5 * Math.sqrt(squares / count)) / 7.5;
  });
  const packed = new Uint8Array((count * vectorDimensions) / 2);
  for (let w = 0; w < count; w++) {
    for (let d = 0; d < vectorDimensions; d++) {
      const level = Math.max(0, Math.min(15, Math.round(numberAt(w, d) / steps[d] + 7.5)));
      packed[(w * vectorDimensions + d) >> 1] |= d % 2 === 0 ? level : level << 4;
    }
  }
  return { words, steps, packed };
}
