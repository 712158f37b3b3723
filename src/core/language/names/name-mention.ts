import type { Span } from '../../model/span.ts';

/** What a name names: a person, an organisation or armed group, a place, a people or nationality. */
export type NameKind = 'PER' | 'ORG' | 'LOC' | 'NORP';

/** One name in a text: tokens `[tokenStart, tokenEnd)` of the document. */
export interface NameMention {
  readonly span: Span;
  readonly tokenStart: number;
  readonly tokenEnd: number;
  readonly kind: NameKind;
  /** Tokens of the title before a person's name (`Brig. Gen.`), empty for none: `[titleStart, tokenStart)`. */
  readonly titleStart: number;
  /** `model` where the tagger found it, `document` where another mention of the same words in the text decided. */
  readonly basis: 'model' | 'document';
}
