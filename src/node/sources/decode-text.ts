import { type Problem, problem } from '../../core/model/index.ts';

export interface DecodedText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

const BINARY_SAMPLE = 64 * 1024;
const CONTROLS_SHARE_MAX = 0.02;
/** Of the letters of a Western European text fewer than one in four are not ASCII. */
const HIGH_SHARE_MAX = 0.25;
/** Bytes to which Windows-1252 gives no character. */
const UNDEFINED_1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/** Whether bytes are no text: with NULs, or many control characters. UTF-16 with its byte order mark is text. */
export function isBinary(bytes: Uint8Array): boolean {
  if (utf16Name(bytes) !== null) return false;
  if (bytes.includes(0)) return true;
  const sample = bytes.subarray(0, BINARY_SAMPLE);
  const controls = sample.filter(byte => byte < 0x20 && (byte < 0x08 || byte > 0x0d) && byte !== 0x1b).length;
  return controls > sample.length * CONTROLS_SHARE_MAX;
}

/**
 * The characters of a file: UTF-8, UTF-16 with a byte order mark, else Windows-1252 where that is likely, else UTF-8
 * with what is damaged replaced by U+FFFD. A guess at the encoding is said as a problem; ingest tells of the damage.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Name(bytes);
  if (utf16 !== null) return { text: new TextDecoder(utf16).decode(bytes), problems: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems: [] };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  if (isLikely1252(bytes)) {
    return { text: new TextDecoder('windows-1252').decode(bytes), problems: [problem('encoding-assumed')] };
  }
  return { text: new TextDecoder('utf-8').decode(bytes), problems: [] };
}

function utf16Name(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Whether the bytes beyond ASCII are single letters of Windows-1252, and not a damaged UTF-8 or another alphabet. */
function isLikely1252(bytes: Uint8Array): boolean {
  let high = 0;
  let letters = 0;
  let sequences = 0;
  for (const [i, byte] of bytes.entries()) {
    if (byte >= 0x80) {
      if (UNDEFINED_1252.includes(byte)) return false;
      high++;
      // A lead byte with its continuation: hardly ever two letters of one word in Windows-1252.
      if (byte >= 0xc2 && byte <= 0xf4 && ((bytes[i + 1] ?? 0) & 0xc0) === 0x80) sequences++;
    } else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters++;
  }
  return sequences === 0 && high <= (letters + high) * HIGH_SHARE_MAX;
}
