import { Parser } from 'htmlparser2';
import { CasusError } from '../../../core/base/error.ts';
import { VERSION } from '../../../core/base/version.ts';
import { openZipBytes } from '../archives/zip.ts';
import { libraryVersion } from '../library-version.ts';
import { refuseEntities } from '../xml.ts';
import type { DocumentText } from './read-document.ts';

const PART_BYTES_MAX = 32 * 1024 * 1024;
const BODY = 'word/document.xml';
const PROPERTIES = 'docProps/core.xml';

/** A Word document (ECMA-376): its paragraphs, lists and tables in their order. What was deleted in review is left out. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<DocumentText> {
  const parts = new Map<string, string>();
  for await (const entry of openZipBytes(bytes, name)) {
    if (!('open' in entry) || (entry.path !== BODY && entry.path !== PROPERTIES)) continue;
    const xml = new TextDecoder().decode(await entry.read(PART_BYTES_MAX));
    refuseEntities(xml, name);
    parts.set(entry.path, xml);
  }
  const body = parts.get(BODY);
  if (body === undefined) throw new CasusError('file-damaged', name, { detail: `it has no ${BODY}` });
  const text = bodyText(body);
  if (text.trim() === '') throw new CasusError('file-empty', name);
  return {
    text,
    metadata: { byline: creatorOf(parts.get(PROPERTIES) ?? '') },
    extractedBy: `yauzl ${libraryVersion('yauzl')}, htmlparser2 ${libraryVersion('htmlparser2')}, casus ${VERSION}`,
  };
}

/** The text of the body: an empty line between paragraphs, a table row as one line with bars between its cells. */
function bodyText(xml: string): string {
  const lines: { text: string; isTight: boolean }[] = [];
  let paragraph = '';
  let cells: string[] | null = null;
  let rows = 0;
  let isText = false;
  let isItem = false;
  const parser = new Parser(
    {
      onopentag(tag) {
        if (tag === 'w:t') isText = true;
        else if (tag === 'w:tab') paragraph += '\t';
        else if (tag === 'w:br' || tag === 'w:cr') paragraph += '\n';
        else if (tag === 'w:numPr') isItem = true;
        else if (tag === 'w:tbl') rows = 0;
        else if (tag === 'w:tr') cells = [];
        else if (tag === 'w:tc') cells?.push('');
      },
      ontext(words) {
        if (isText) paragraph += words;
      },
      onclosetag(tag) {
        if (tag === 'w:t') isText = false;
        if (tag === 'w:p') {
          const text = paragraph.trim();
          if (cells !== null && cells.length > 0) cells.push(`${cells.pop() ?? ''} ${text}`.trim());
          else if (text !== '')
            lines.push({
              text: isItem ? `- ${text}` : text,
              isTight: isItem && lines.at(-1)?.text.startsWith('- ') === true,
            });
          paragraph = '';
          isItem = false;
        }
        if (tag === 'w:tr' && cells !== null) {
          if (cells.some(cell => cell !== '')) lines.push({ text: cells.join(' | '), isTight: rows > 0 });
          cells = null;
          rows++;
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return lines.map(({ text, isTight }, i) => (i === 0 ? '' : isTight ? '\n' : '\n\n') + text).join('');
}

/** Who wrote it. When a file was made is no day of publication, and is not read. */
function creatorOf(xml: string): string | null {
  let creator = '';
  let isCreator = false;
  const parser = new Parser(
    {
      onopentag: tag => {
        isCreator = tag === 'dc:creator';
      },
      ontext: words => {
        if (isCreator) creator += words;
      },
      onclosetag: () => {
        isCreator = false;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return creator.trim() || null;
}
