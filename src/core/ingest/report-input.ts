import type { Problem } from '../model/problem.ts';
import type { Provenance } from '../model/provenance.ts';
import type { Source } from '../model/source.ts';

/** What is known of a publisher; whatever is left out is not known. */
export type SourceInput = Pick<Source, 'name'> & Partial<Source>;

/** What can be told about a report besides its text; whatever is left out is not known. */
export interface ReportMetadata {
  readonly source?: SourceInput | null;
  /** The headline in words: where the text begins with them, they are its headline, whatever their form. */
  readonly headline?: string | null;
  readonly byline?: string | null;
  /** What a site calls itself: its publisher, where neither anybody nor the register names it. */
  readonly siteName?: string | null;
  readonly url?: string | null;
  /** An ISO day, or an ISO date and time, of which the day is taken as it stands. */
  readonly publishedAt?: string | null;
}

/** One document as it comes in. */
export interface ReportInput {
  readonly text: string;
  /** What came with the document: a block at its head, a feed's entry, a page's tags. */
  readonly metadata?: ReportMetadata;
  /** What the reader says about it: this wins over what came with it. */
  readonly given?: ReportMetadata;
  /** ISO date and time at which it was fetched. */
  readonly retrievedAt?: string | null;
  /** The bytes that the text was made from. */
  readonly provenance?: Provenance | null;
  /** Difficulties met on the way here, in decoding for instance; they are passed on. */
  readonly problems?: readonly Problem[];
}
