import type { Span } from '../../model/span.ts';
import type { When } from '../../model/when.ts';

/**
 * What sort of time the words name: a day, an interval ("July 1995", "since January"), a period up to or from the
 * publication that totals are counted over ("in the past week"), a length ("three days"), a repetition ("daily"), a part
 * of an unnamed day ("at night"), or only the present, past or future ("now").
 */
export type DateKind = 'day' | 'interval' | 'period' | 'duration' | 'frequency' | 'part-of-day' | 'reference';

/** One time expression: its words, what they mean, and by which rule. */
export interface DateMention {
  readonly span: Span;
  readonly tokenStart: number;
  /** One past the last token. */
  readonly tokenEnd: number;
  readonly when: When;
  readonly kind: DateKind;
  /** Name of the pattern that found it. */
  readonly rule: string;
  /** ISO 8601-like value after TimeML: `2025-10-15`, `2025-W42`, `P3D`, `1918-SP`, `PAST_REF`; null when it has none. */
  readonly value: string | null;
  /** The two ends of "between 1 and 5 May", each with its own words; empty for all others. */
  readonly ends: readonly DateEnd[];
}

/** One end of a range as it stands in the text. */
export interface DateEnd {
  readonly span: Span;
  readonly value: string | null;
}
