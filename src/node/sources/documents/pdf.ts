import { CasusError } from '../../../core/base/error.ts';
import { VERSION } from '../../../core/base/version.ts';
import { libraryVersion } from '../library-version.ts';
import type { DocumentText } from './read-document.ts';

const PAGES_MAX = 500;

/** A line of a page: its words, how far up it stands, and how high its letters are. */
interface Line {
  text: string;
  readonly y: number;
  readonly height: number;
}

/**
 * The text of a PDF, page by page in the order in which it holds its words; an empty line where the gap between two lines
 * is wider than usual. Scanned pages hold no words: a file of them has no text. Scripts in the file are not run.
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<DocumentText> {
  const { getDocumentProxy } = await import('unpdf');
  // A copy: the library takes the memory of what it is given.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
  if (pdf.numPages > PAGES_MAX) {
    throw new CasusError('file-too-large', name, { detail: `${pdf.numPages} pages, more than ${PAGES_MAX}` });
  }
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(joinLines(linesOf(items)));
    page.cleanup();
  }
  await pdf.loadingTask.destroy();
  const text = pages.filter(page => page.trim() !== '').join('\n\n');
  if (text === '') throw new CasusError('file-empty', name, { detail: 'it holds pictures of pages, if anything' });
  return { text, metadata: {}, extractedBy: `unpdf ${libraryVersion('unpdf')}, casus ${VERSION}` };
}

function linesOf(items: readonly object[]): readonly Line[] {
  const lines: Line[] = [];
  let isEnd = true;
  for (const item of items) {
    if (!('str' in item) || !('transform' in item) || typeof item.str !== 'string') continue;
    const [, , , , , y = 0] = item.transform as readonly number[];
    const height = 'height' in item ? Number(item.height) : 0;
    const last = lines.at(-1);
    if (isEnd || last === undefined) lines.push({ text: item.str, y, height });
    else last.text += item.str;
    isEnd = 'hasEOL' in item && item.hasEOL === true;
  }
  return lines.filter(line => line.text.trim() !== '');
}

function joinLines(lines: readonly Line[]): string {
  const usual = usualGap(lines);
  return lines
    .map((line, i) => {
      const before = lines[i - 1];
      if (before === undefined) return line.text.trimEnd();
      const gap = before.y - line.y;
      const isApart = gap < 0 || gap > usual * 1.3 || Math.abs(line.height - before.height) > 1;
      return (isApart ? '\n\n' : '\n') + line.text.trimEnd();
    })
    .join('');
}

/** From one line of a paragraph to the next: of most gaps the smaller ones; of few, what letters of their height need. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines
    .slice(1)
    .map((line, i) => (lines[i]?.y ?? 0) - line.y)
    .filter(gap => gap > 0)
    .sort((a, b) => a - b);
  const quarter = gaps[Math.floor(gaps.length / 4)] ?? 0;
  return gaps.length < 3 ? Math.min(quarter, 1.5 * (lines[0]?.height ?? 0)) : quarter;
}
