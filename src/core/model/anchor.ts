import { z } from 'zod';
import { Span } from './span.ts';

/**
 * Where a claim or an event stands in the text of its report, so that it is found again when the report is coded anew:
 * ids are hashes of what was coded and change with it, the words do not. An anchor of an event holds the words of all
 * its claims.
 */
export const Anchor = z
  .object({
    of: z.enum(['claim', 'event']),
    /** Its id when the anchor was made. */
    id: z.string().min(1),
    reportId: z.string().min(1),
    /** The words of the claim, or of each claim of the event, in text order. */
    spans: z.array(Span).min(1).readonly(),
    /** The kind of the claim, or the type of the event. */
    kind: z.string().min(1),
    /** What tells a claim from others of its kind in the same words: the harm of a casualty, the type of an event. */
    mark: z.string().nullable(),
    /** The words among these for whom a casualty befell, which tell it from another of the same harm. */
    focus: Span.nullable(),
  })
  .readonly()
  .meta({ id: 'Anchor' });
export type Anchor = z.infer<typeof Anchor>;
