import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of a string's UTF-8 bytes, in hexadecimal. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * The id of something by its content: `prefix_` and 80 bits of the SHA-256 of its canonical JSON.
 * The same content has the same id in every ledger; with a billion items a collision is less likely than 1 in 10⁶.
 */
export function contentId(prefix: string, content: unknown): string {
  return `${prefix}_${sha256Hex(canonicalJson(content)).slice(0, 20)}`;
}
