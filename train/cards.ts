import { createHash } from 'node:crypto';

/** The line of a card that says which bytes it describes. */
const STAMP = /^`models\/[\w-]+\.bin`: .*$/m;

/** The card of a file of models/; null for trained files that are text and explain themselves. */
export function cardOf(file: string): string | null {
  return /^models\/.*\.bin$/.test(file) ? file.replace(/\.bin$/, '.md') : null;
}

/** What a card says of the bytes of its file. */
export function stampOf(file: string, bytes: Uint8Array): string {
  return `\`${file}\`: ${bytes.length.toLocaleString('en')} bytes, sha256 \`${sha256Of(bytes)}\`.`;
}

/** A card with size and hash of these bytes; it goes below the title where the card has none yet. */
export function stamped(card: string, file: string, bytes: Uint8Array): string {
  const stamp = stampOf(file, bytes);
  return STAMP.test(card) ? card.replace(STAMP, stamp) : card.replace('\n\n', `\n\n${stamp}\n\n`);
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
