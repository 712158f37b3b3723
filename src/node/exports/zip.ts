import { Zip, ZipDeflate } from 'fflate';

/** About how much text is compressed at once. */
const PIECE = 1 << 20;

/**
 * Files as a ZIP archive, each given whole or in pieces, which are compressed as they come: a large table never stands in
 * memory as one text. Every entry has the same time (1980-01-01), so that the same files give the same bytes.
 */
export function zipBytes(files: Readonly<Record<string, string | Iterable<string> | Uint8Array>>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  const encoder = new TextEncoder();
  for (const [path, content] of Object.entries(files)) {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = new Date(1980, 0, 1);
    archive.add(entry);
    if (content instanceof Uint8Array) entry.push(content, true);
    else {
      for (const piece of pieces(typeof content === 'string' ? [content] : content)) entry.push(encoder.encode(piece));
      entry.push(new Uint8Array(0), true);
    }
  }
  archive.end();
  return Buffer.concat(chunks);
}

function* pieces(texts: Iterable<string>): Generator<string> {
  let gathered: string[] = [];
  let length = 0;
  for (const text of texts) {
    gathered.push(text);
    length += text.length;
    if (length < PIECE) continue;
    yield gathered.join('');
    gathered = [];
    length = 0;
  }
  yield gathered.join('');
}
