import { z } from 'zod';
import { ActorRef } from './actor.ts';
import { Harm, VictimStatus } from './casualty.ts';

/** One account within a toll: a casualty claim by its id, and what it counts for. */
export const TollEntry = z
  .object({
    claimId: z.string(),
    reportId: z.string(),
    claimant: z.string(),
    low: z.int().min(0).nullable(),
    best: z.int().min(0).nullable(),
    high: z.int().min(0).nullable(),
    /** The later claim of the same speaker that replaces it; it then widens nothing. */
    supersededBy: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'TollEntry' });
export type TollEntry = z.infer<typeof TollEntry>;

/**
 * How many of one side and status came to one harm in an incident: the range over all accounts, each kept beside it.
 * Rows of one incident overlap (an unknown row is often the total), so rows are never added up.
 */
export const Toll = z
  .object({
    harm: Harm,
    side: ActorRef.nullable(),
    status: VictimStatus,
    unit: z.enum(['persons', 'families']),
    low: z.int().min(0).nullable(),
    /** By the named policy; null where it finds no reason to prefer one account. */
    best: z.int().min(0).nullable(),
    high: z.int().min(0).nullable(),
    policy: z.string().min(1),
    why: z.string(),
    entries: z.array(TollEntry).readonly(),
  })
  .readonly()
  .meta({ id: 'Toll' });
export type Toll = z.infer<typeof Toll>;
