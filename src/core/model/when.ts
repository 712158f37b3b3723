import { z } from 'zod';
import { Basis } from './basis.ts';
import { IsoDay } from './report.ts';
import { Span } from './span.ts';

export const PartOfDay = z
  .enum(['dawn', 'morning', 'midday', 'afternoon', 'evening', 'night', 'overnight', 'early', 'late'])
  .meta({ id: 'PartOfDay' });
export type PartOfDay = z.infer<typeof PartOfDay>;

/**
 * When something was, as an interval of days (`end` included) with UCDP's date_prec: 1 day, 2 two to six days, 3 week,
 * 4 month, 5 longer. Without an anchor ("Wednesday" in an undated report) the days are null and `why` says so.
 */
export const When = z
  .object({
    /** The words as they stand, null where nothing in the text says when. */
    words: z.string().nullable(),
    span: Span.nullable(),
    start: IsoDay.nullable(),
    end: IsoDay.nullable(),
    precision: z.int().min(1).max(5).nullable(),
    partOfDay: PartOfDay.nullable(),
    basis: Basis,
    /** The reason: which rule and anchor gave the days, or what is missing. */
    why: z.string(),
  })
  .refine(
    when => (when.start === null) === (when.end === null) && (when.start === null) === (when.precision === null),
    {
      error: 'start, end and precision are known together or not at all',
    },
  )
  .refine(when => when.start === null || when.end === null || when.start <= when.end, {
    error: 'a time must not end before it starts',
  })
  .readonly()
  .meta({ id: 'When' });
export type When = z.infer<typeof When>;

/** A time about which nothing is said. */
export function unknownWhen(why: string): When {
  return { words: null, span: null, start: null, end: null, precision: null, partOfDay: null, basis: 'unknown', why };
}
