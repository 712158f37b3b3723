import { z } from 'zod';
import { Basis } from './basis.ts';
import { IsoDay } from './report.ts';
import { Span } from './span.ts';

export const ActorKind = z
  .enum([
    'government',
    'military',
    'police',
    'armed-group',
    'militia',
    'civilians',
    'party',
    'organisation',
    'media',
    'office',
    'person',
  ])
  .meta({ id: 'ActorKind' });
export type ActorKind = z.infer<typeof ActorKind>;

/** "Member of the ruling coalition 2004–2011": a tie to another actor with the days between which it held. */
export const Affiliation = z
  .object({ to: z.string().min(1), kind: z.string().min(1), from: IsoDay.nullable(), until: IsoDay.nullable() })
  .readonly()
  .meta({ id: 'Affiliation' });
export type Affiliation = z.infer<typeof Affiliation>;

/** A named group, force, government or organisation that casus knows, from `data/actors/`. */
export const Actor = z
  .object({
    id: z.string().min(1),
    name: z.string().min(1),
    kind: ActorKind,
    /** ISO 3166-1 alpha-3 of the state it belongs to or mainly acts in. */
    country: z.string().length(3).nullable(),
    aliases: z.array(z.string().min(1)).readonly(),
    affiliations: z.array(Affiliation).readonly(),
  })
  .readonly()
  .meta({ id: 'Actor' });
export type Actor = z.infer<typeof Actor>;

/**
 * An actor as a report names it. `id` is null for one that casus does not know: it then keeps its own words and is never
 * forced into a known one. `span` is null where no words name it, and `rule` then says what implies it.
 */
export const ActorRef = z
  .object({
    id: z.string().nullable(),
    name: z.string().min(1),
    kind: ActorKind.nullable(),
    country: z.string().length(3).nullable(),
    span: Span.nullable(),
    basis: Basis.exclude(['unknown']),
    rule: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'ActorRef' });
export type ActorRef = z.infer<typeof ActorRef>;

/** Whether two references mean the same actor, as far as casus can tell. */
export function sameActor(a: Pick<ActorRef, 'id' | 'name'>, b: Pick<ActorRef, 'id' | 'name'>): boolean {
  return a.id !== null && b.id !== null ? a.id === b.id : a.name.toLowerCase() === b.name.toLowerCase();
}
