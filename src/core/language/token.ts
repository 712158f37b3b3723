import type { Span } from '../model/span.ts';

/**
 * One token, with what the tagger and the parser say of it. Offsets count in the report's text; `index` and `head` count
 * tokens of the whole document, so `doc.tokens[token.head]` is the governor.
 */
export interface Token extends Span {
  readonly index: number;
  /** Number of the sentence that holds it. */
  readonly sentence: number;
  /** Its characters in the text; in a text written in capitals throughout, with their case restored. */
  readonly text: string;
  readonly lemma: string;
  /** Universal part of speech: NOUN, PROPN, VERB, NUM … */
  readonly upos: string;
  /** Penn Treebank tag: NN, NNS, VBD, VBN … */
  readonly xpos: string;
  /** Index of the governing token; its own index where it is the root of its sentence. */
  readonly head: number;
  /** Universal dependency label without subtype where it is not `nsubj:pass`, `aux:pass` or `obl:agent`. */
  readonly label: string;
}

/** One sentence: its span without surrounding white space, and its tokens `[tokenStart, tokenEnd)`. */
export interface Sentence extends Span {
  readonly index: number;
  readonly tokenStart: number;
  readonly tokenEnd: number;
  /** Number of the paragraph that holds it. */
  readonly paragraph: number;
  /** `headline` and `dateline` where ingest marked them, `body` for the rest. */
  readonly kind: 'headline' | 'dateline' | 'body';
}
