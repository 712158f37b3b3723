/** How many names share one block; the first of a block is written in full, the others as a difference to the last. */
export const namesPerBlock = 16;

/**
 * A sorted dictionary from plain small-letter keys to lists of numbers, read in place. Each key is
 * `shared length, own length, own bytes, value count, values as differences`, numbers as 7-bit groups. A filter in front
 * says at once of most absent keys that they are absent.
 */
export class PackedNames {
  readonly #blocks: Uint32Array;
  readonly #pool: Uint8Array;
  readonly #filter: Uint32Array;

  constructor(blocks: Uint32Array, pool: Uint8Array, filter: Uint32Array) {
    this.#blocks = blocks;
    this.#pool = pool;
    this.#filter = filter;
  }

  /** Whether the key may be there; false is certain. */
  mayHave(key: string): boolean {
    const bits = this.#filter.length * 32;
    if (bits === 0) return true;
    for (const hash of filterHashes(key, bits)) {
      if (((this.#filter[hash >>> 5] ?? 0) & (1 << (hash & 31))) === 0) return false;
    }
    return true;
  }

  /** The numbers kept under a key, in rising order; none for an unknown key. */
  find(key: string): readonly number[] {
    if (key === '' || !this.mayHave(key)) return [];
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#beginsAfter(middle, key)) high = middle - 1;
      else low = middle;
    }
    return this.#scan(low, key);
  }

  /** Whether a block's first key comes after another, in byte order (keys are plain ASCII). */
  #beginsAfter(block: number, key: string): boolean {
    const at = (this.#blocks[block] ?? 0) + 2;
    const length = this.#pool[at - 1] ?? 0;
    for (let i = 0; i < length && i < key.length; i++) {
      const difference = (this.#pool[at + i] ?? 0) - key.charCodeAt(i);
      if (difference !== 0) return difference > 0;
    }
    return length > key.length;
  }

  /** Walks a block; `same` counts the first letters in which the key at hand agrees with the one sought. */
  #scan(block: number, key: string): readonly number[] {
    const cursor = { at: this.#blocks[block] ?? 0 };
    const end = this.#blocks[block + 1] ?? this.#pool.length;
    let same = 0;
    while (cursor.at < end) {
      const shared = this.#pool[cursor.at++] ?? 0;
      const own = this.#pool[cursor.at++] ?? 0;
      // A key that shares more than agrees differs at the same letter as the one before it: it still comes earlier.
      if (shared <= same) {
        same = shared;
        while (same < shared + own && this.#pool[cursor.at + same - shared] === key.charCodeAt(same)) same++;
        cursor.at += own;
        if (same === shared + own && same === key.length) return this.#values(cursor);
      } else cursor.at += own;
      this.#skip(cursor);
    }
    return [];
  }

  #skip(cursor: { at: number }): void {
    for (let left = this.#number(cursor); left > 0; left--) this.#number(cursor);
  }

  #values(cursor: { at: number }): number[] {
    const count = this.#number(cursor);
    const values = [];
    let value = 0;
    for (let i = 0; i < count; i++) {
      value += this.#number(cursor);
      values.push(value);
    }
    return values;
  }

  #number(cursor: { at: number }): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#pool[cursor.at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  }
}

/** The three places of a key in a filter of so many bits. */
export function filterHashes(key: string, bits: number): readonly [number, number, number] {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul((b << 5) ^ (b >>> 27) ^ code, 0x85ebca6b);
  }
  a = (a ^ (a >>> 15)) >>> 0;
  b = ((b ^ (b >>> 13)) | 1) >>> 0;
  return [a % bits, (a + b) % bits, (a + 2 * b) % bits];
}
