import { mixHash } from '../../../base/hash.ts';
import type { WordFeatures } from '../word-features.ts';

/** Numbers of a word vector. */
export const vectorDimensions = 100;

/** How many learnt embeddings a word adds up. */
export const embeddingsPerWord = 6;

/** The keys of a word's learnt embeddings: its lower-case form, three endings, its beginning, its shape. */
export function embeddingKeys({ lower, suffixes, prefix, shape }: WordFeatures): number[] {
  return [
    mixHash(1, lower),
    mixHash(2, suffixes[0]),
    mixHash(3, suffixes[1]),
    mixHash(4, suffixes[2]),
    mixHash(5, prefix),
    mixHash(6, shape),
  ];
}

/** A word vector, unpacked: each number in standard deviations of its dimension. */
export function unpackVector(
  packed: Uint8Array,
  rank: number,
  dimensions: number,
  out: Float32Array,
  at: number,
): void {
  for (let d = 0; d < dimensions; d += 2) {
    const byte = packed[(rank * dimensions + d) >> 1];
    out[at + d] = ((byte & 15) - 7.5) / 3;
    out[at + d + 1] = ((byte >> 4) - 7.5) / 3;
  }
}
