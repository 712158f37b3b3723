import type { Codebook } from '../coding/index.ts';
import {
  type ExplainedCoding,
  type ExplainedDraft,
  type LexiconWord,
  lexiconWords,
  RULE_PARAGRAPHS,
} from '../coding/index.ts';
import type { Doc } from '../language/doc.ts';
import type { ResourceVersions } from '../language/resources.ts';
import type { Sentence, Token } from '../language/token.ts';
import type { Span } from '../model/index.ts';
import { claimInWords } from './claim-words.ts';
import { type ExplainedMention, type ExplainedSpeech, mentionsIn, speechesIn } from './explained-mentions.ts';
import { claimantInWords } from './words.ts';

/** Where a value comes from: a file of the package with its version, and the line of a table. */
export interface MadeBy {
  readonly path: string;
  readonly version: string | null;
  readonly line: number | null;
}

/** Finds the line of a table of the package that has these cells: null where there is none, or no such table. */
export type LineFinder = (path: string, cells: Readonly<Record<string, string>>) => number | null;

/** What casus reads in a text, sentence by sentence, and what made each value of it. */
export interface Explanation {
  readonly format: 'casus-explanation';
  readonly formatVersion: 1;
  readonly reportId: string;
  readonly coder: string;
  readonly versions: ResourceVersions;
  readonly sentences: readonly ExplainedSentence[];
}

export interface ExplainedSentence {
  /** Counted from 1. */
  readonly number: number;
  readonly span: Span;
  readonly kind: Sentence['kind'];
  readonly paragraph: number;
  readonly quote: string;
  readonly tokens: readonly Token[];
  readonly mentions: readonly ExplainedMention[];
  readonly speeches: readonly ExplainedSpeech[];
  /** The words that a lexicon of the codebook knows. */
  readonly words: readonly { readonly quote: string; readonly row: LexiconWord['row']; readonly by: MadeBy }[];
  readonly claims: readonly ExplainedClaim[];
}

/** A claim or a proposal that did not become one. */
export interface ExplainedClaim extends Omit<ExplainedDraft, 'claim' | 'anchor' | 'range'> {
  readonly id: string | null;
  readonly quote: string;
  /** What it says and who says it, in words; null where it was dropped. */
  readonly says: string | null;
  readonly claimant: string | null;
  /** Paragraphs of the codebook that the one who proposed it follows. */
  readonly paragraphs: readonly string[];
}

/** Explains all sentences of a document, or one by its number. */
export function explain(
  doc: Doc,
  { coding, drafts }: ExplainedCoding,
  codebook: Codebook,
  lineOf: LineFinder,
  number: number | null = null,
): Explanation {
  const { report, sentences, versions } = doc;
  const wanted = sentences.filter(({ index }) => number === null || index === number - 1);
  return {
    format: 'casus-explanation',
    formatVersion: 1,
    reportId: report.id,
    coder: coding.coder,
    versions: { ...versions, 'the tables of the codebook': codebook.version },
    sentences: wanted.map(sentence => ({
      number: sentence.index + 1,
      span: { start: sentence.start, end: sentence.end },
      kind: sentence.kind,
      paragraph: sentence.paragraph + 1,
      quote: report.text.slice(sentence.start, sentence.end),
      tokens: doc.tokens.slice(sentence.tokenStart, sentence.tokenEnd),
      mentions: mentionsIn(doc, sentence, lineOf),
      speeches: speechesIn(doc, sentence, lineOf),
      words: lexiconWords(doc, codebook, { start: sentence.tokenStart, end: sentence.tokenEnd }).map(word => ({
        quote: report.text.slice(doc.tokens[word.start].start, doc.tokens[word.end - 1].end),
        row: word.row,
        by: { path: word.path, version: null, line: lineOf(word.path, word.row) },
      })),
      claims: drafts
        .filter(({ anchor }) => sentence.tokenStart <= anchor && anchor < sentence.tokenEnd)
        .map(draft => explainedClaim(draft, doc)),
    })),
  };
}

function explainedClaim({ claim, anchor: _anchor, range, ...draft }: ExplainedDraft, doc: Doc): ExplainedClaim {
  const { report, tokens } = doc;
  return {
    ...draft,
    id: claim?.id ?? null,
    quote: claim?.evidence.quote ?? report.text.slice(tokens[range.start].start, tokens[range.end - 1].end),
    says: claim === null ? null : claimInWords(claim, report.text),
    claimant: claim === null ? null : claimantInWords(claim.claimant, report.source),
    paragraphs: RULE_PARAGRAPHS[draft.proposedBy] ?? [],
  };
}
