/** A 32-bit hash of a string's UTF-16 units (FNV-1a with a final avalanche). Different seeds give unrelated hashes. */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let hash = seed | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) | 0;
}

/** 64 bits that tell one text from another, in hexadecimal: a version of it, no proof against forgery. */
export function textVersion(text: string): string {
  return [hashText(text), hashText(text, 0x2545f491)].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Two 32-bit values folded into one; the order of the two matters. */
export function mixHash(a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ b;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
