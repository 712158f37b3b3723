import { z } from 'zod';

/** Claims of different speakers that cannot all hold, on which field, and how far apart they are. */
export const Contradiction = z
  .object({
    /** `killed of Military Forces of Mali`, `who began`, `responsibility`, `place`, `date`, `outcome`, `target`, `conduct`. */
    field: z.string().min(1),
    claimIds: z.array(z.string()).min(2).readonly(),
    /** For figures: the gap between the nearest bounds of the accounts furthest apart, in persons; else null. */
    gap: z.int().min(0).nullable(),
    why: z.string(),
  })
  .readonly()
  .meta({ id: 'Contradiction' });
export type Contradiction = z.infer<typeof Contradiction>;
