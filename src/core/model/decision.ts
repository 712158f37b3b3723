import { z } from 'zod';

/** What a reviewer decided, when and why. Decisions are entries of the ledger and outlive every new coding. */
export const Decision = z
  .object({
    id: z.string().min(1),
    act: z.enum(['accept', 'reject', 'edit', 'merge', 'split']),
    /** Ids of the claims, events or incidents decided on. */
    about: z.array(z.string().min(1)).min(1).readonly(),
    by: z.string().min(1),
    at: z.iso.datetime(),
    why: z.string(),
  })
  .readonly()
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;
