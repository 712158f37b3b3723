import type { Doc } from '../language/doc.ts';
import { type PhraseIndex, phrasesAt } from '../language/phrases.ts';
import type { Codebook } from './codebook.ts';
import { CODEBOOK_FILES } from './read-codebook.ts';

/** A word of the text that a lexicon of the codebook knows: tokens `[start, end)`, and the row as it was read. */
export interface LexiconWord {
  readonly start: number;
  readonly end: number;
  readonly path: string;
  /** The cells of the row that name it, by column. */
  readonly row: Readonly<Record<string, string>>;
}

/** The words of a range of tokens that a lexicon of the codebook knows, in text order: what the parsers may go by. */
export function lexiconWords(doc: Doc, codebook: Codebook, range: { readonly start: number; readonly end: number }) {
  const found: LexiconWord[] = [];
  for (let at = range.start; at < range.end; at += 1) {
    for (const { path, index } of indexesOf(codebook)) {
      for (const { start, end, entry } of phrasesAt(doc.tokens, at, index)) {
        const row = cellsOf(entry);
        const fits = row['pos'] === undefined || row['pos'] === '' || row['pos'] === doc.tokens[at].upos;
        if (fits) found.push({ start, end, path, row });
      }
    }
  }
  return found;
}

function indexesOf(codebook: Codebook): readonly { readonly path: string; readonly index: PhraseIndex<object> }[] {
  return [
    { path: CODEBOOK_FILES.harmTriggers, index: codebook.harmTriggers },
    { path: CODEBOOK_FILES.eventTriggers, index: codebook.eventTriggers },
    { path: CODEBOOK_FILES.relationWords, index: codebook.relationWords },
    { path: CODEBOOK_FILES.ceasefireWords, index: codebook.truces },
    { path: CODEBOOK_FILES.ceasefireWords, index: codebook.truceStatuses },
    { path: CODEBOOK_FILES.warningWords, index: codebook.warningWords },
    { path: CODEBOOK_FILES.riskWords, index: codebook.riskWords },
    { path: CODEBOOK_FILES.strengthWords, index: codebook.strengthWords },
    { path: CODEBOOK_FILES.opinionWords, index: codebook.opinionWords },
    { path: CODEBOOK_FILES.denialWords, index: codebook.denialWords },
    { path: CODEBOOK_FILES.blameWords, index: codebook.blameWords },
    { path: CODEBOOK_FILES.responsibilityWords, index: codebook.responsibilityWords },
    { path: CODEBOOK_FILES.scopeWords, index: codebook.totalWords },
  ];
}

function cellsOf(entry: object): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(entry).filter((cell): cell is [string, string] => typeof cell[1] === 'string' && cell[1] !== ''),
  );
}
