import { z } from 'zod';

export const SourceKind = z
  .enum(['wire', 'local', 'national', 'international', 'state', 'ngo', 'social', 'analysis'])
  .meta({ id: 'SourceKind' });
export type SourceKind = z.infer<typeof SourceKind>;

/** The publisher of a report; who speaks *inside* the text is a `Claimant`. Null is "not known". */
export const Source = z
  .object({
    name: z.string().min(1),
    kind: SourceKind.nullable(),
    country: z.string().length(3).nullable(),
    /** Name of the actor whose voice the publisher is, if it is one's. */
    affiliation: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'Source' });
export type Source = z.infer<typeof Source>;
