import { z } from 'zod';
import { ActorRef } from './actor.ts';
import { Place } from './place.ts';
import { When } from './when.ts';

/** Code of an event type in the codebook, `armed-clash`; `data/codebooks/` says what it means and what others call it. */
export const EventType = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .meta({ id: 'EventType' });
export type EventType = z.infer<typeof EventType>;

/** An actor in a happening: who did it, to whom, or one of the parties where the words put them side by side. */
export const ActorRole = z
  .object({ role: z.enum(['actor', 'recipient', 'party']), actor: ActorRef })
  .readonly()
  .meta({ id: 'ActorRole' });
export type ActorRole = z.infer<typeof ActorRole>;

/** One happening as told by one report: what its `incident` claims are about, taken together. */
export const Event = z
  .object({
    id: z.string().min(1),
    reportId: z.string().min(1),
    type: EventType,
    roles: z.array(ActorRole).readonly(),
    /** Where it happened; two places of one event (a crossing between two towns) stay two. */
    places: z.array(Place).readonly(),
    when: When,
    claimIds: z.array(z.string()).readonly(),
  })
  .readonly()
  .meta({ id: 'Event' });
export type Event = z.infer<typeof Event>;
