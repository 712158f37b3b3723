import { problem } from '../../core/model/index.ts';
import { type DecodedText, decodeText } from './decode-text.ts';

const HEAD_LENGTH = 2_048;
const DECLARED =
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})/i;

/**
 * The characters of a page or feed: by its byte order mark, else as the server says, else as its head says, else by its
 * bytes. What is said is believed only as far as it fits: bytes that are wrong for the encoding that is said, and right
 * for UTF-8, are UTF-8; what is damaged either way is replaced, and ingest tells of it.
 */
export function decodePage(bytes: Uint8Array, told: string | null): DecodedText {
  if (hasMark(bytes)) return decodeText(bytes);
  const declared = DECLARED.exec(Buffer.from(bytes.subarray(0, HEAD_LENGTH)).toString('latin1'));
  for (const label of [told, declared?.[1] ?? declared?.[2] ?? null]) {
    const decoder = label === null ? null : decoderOf(label);
    if (decoder === null) continue;
    if (decoder.encoding === 'utf-8') break;
    // A page that says Latin-1 and is UTF-8 is common; the other way round, UTF-8 that decodes is never chance.
    if (decoder.encoding === 'windows-1252' && isUtf8(bytes)) break;
    const text = decoder.decode(bytes);
    return text.includes('\uFFFD') && isUtf8(bytes) ? decodeText(bytes) : { text, problems: [] };
  }
  const decoded = decodeText(bytes);
  const isOther = told !== null && decoded.problems.length === 0 && decoded.text.includes('\uFFFD');
  return isOther
    ? { ...decoded, problems: [problem('encoding-assumed', null, `The bytes are not ${told}, as was said.`)] }
    : decoded;
}

function hasMark([a, b, c]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0xef && b === 0xbb && c === 0xbf);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return false;
  }
}

/** The decoder of a label of the Encoding Standard; null for one that it does not know. */
function decoderOf(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}
