import { decodeUtf8 } from './utf8.ts';

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
      if (this.#firstKey(middle) <= key) low = middle;
      else high = middle - 1;
    }
    return this.#scan(low, key);
  }

  #firstKey(block: number): string {
    const at = this.#blocks[block] ?? 0;
    return decodeUtf8(this.#pool, at + 2, at + 2 + (this.#pool[at + 1] ?? 0));
  }

  #scan(block: number, key: string): readonly number[] {
    const cursor = { at: this.#blocks[block] ?? 0 };
    const end = this.#blocks[block + 1] ?? this.#pool.length;
    let last = '';
    while (cursor.at < end) {
      const shared = this.#pool[cursor.at++] ?? 0;
      const own = this.#pool[cursor.at++] ?? 0;
      last = last.slice(0, shared) + decodeUtf8(this.#pool, cursor.at, cursor.at + own);
      cursor.at += own;
      const values = this.#values(cursor);
      if (last === key) return values;
      if (last > key) return [];
    }
    return [];
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
