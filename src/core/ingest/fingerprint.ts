import { hashText, mixHash } from '../base/hash.ts';

const SHINGLE_WORDS = 5;
const HASHES = 64;
const FORMAT = 'm1-';

/**
 * A near-duplicate signature (MinHash over runs of five words; case, punctuation and spacing do not count): 64 values of
 * 16 bits in hexadecimal. Copies of one text, lightly edited or cut, share most of them. Empty for a text without words.
 */
export function fingerprint(text: string): string {
  const words = (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(word => hashText(word));
  if (words.length === 0) return '';
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (let start = 0; start === 0 || start + SHINGLE_WORDS <= words.length; start++) {
    let shingle = 0;
    for (let i = start; i < Math.min(words.length, start + SHINGLE_WORDS); i++) shingle = mixHash(shingle, words[i]);
    for (let i = 0; i < HASHES; i++) {
      const hash = mixHash(i + 1, shingle) >>> 0;
      if (hash < (least[i] ?? 0)) least[i] = hash;
    }
  }
  // The low bits are kept: the high bits of a minimum say how long the text is.
  return FORMAT + [...least].map(hash => (hash & 0xffff).toString(16).padStart(4, '0')).join('');
}

/**
 * About which part of the five-word runs of two texts is common, 0 to 1, from their fingerprints (standard error at most
 * 0.06). An empty one is like nothing.
 */
export function similarity(a: string, b: string): number {
  const [valuesA, valuesB] = [valuesOf(a), valuesOf(b)];
  let common = 0;
  for (const [i, value] of valuesA.entries()) if (value === valuesB[i]) common++;
  return common / HASHES;
}

function valuesOf(signature: string): readonly string[] {
  if (signature === '') return [];
  const values = signature.startsWith(FORMAT) ? (signature.slice(FORMAT.length).match(/[0-9a-f]{4}/g) ?? []) : [];
  if (values.length !== HASHES) throw new RangeError(`not a fingerprint: '${signature.slice(0, 40)}'`);
  return values;
}
