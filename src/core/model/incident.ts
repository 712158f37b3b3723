import { z } from 'zod';
import { Contradiction } from './contradiction.ts';
import { ActorRole, EventType } from './event.ts';
import { Place } from './place.ts';
import { Toll } from './toll.ts';
import { When } from './when.ts';

/** Why an event of a report belongs to an incident: every link can be read and undone. */
export const IncidentLink = z
  .object({ reportId: z.string(), eventId: z.string(), score: z.number().min(0).max(1), why: z.string() })
  .readonly()
  .meta({ id: 'IncidentLink' });
export type IncidentLink = z.infer<typeof IncidentLink>;

/** The happening in the world, over all reports that tell of it. Derived from claims; nothing here is told by nobody. */
export const Incident = z
  .object({
    id: z.string().min(1),
    type: EventType,
    roles: z.array(ActorRole).readonly(),
    places: z.array(Place).readonly(),
    when: When,
    links: z.array(IncidentLink).min(1).readonly(),
    tolls: z.array(Toll).readonly(),
    contradictions: z.array(Contradiction).readonly(),
    /** How many independent voices tell it: copies of one text count once. */
    independentSources: z.int().min(1),
  })
  .readonly()
  .meta({ id: 'Incident' });
export type Incident = z.infer<typeof Incident>;
