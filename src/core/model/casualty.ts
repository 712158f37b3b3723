import { z } from 'zod';
import { ActorRef } from './actor.ts';
import { claimFields } from './claim-base.ts';
import { Estimate } from './estimate.ts';
import { Place } from './place.ts';
import { Span } from './span.ts';
import { When } from './when.ts';

/** "Casualties" and "losses" are `killed-or-injured`: never deaths (codebook §4). */
export const Harm = z
  .enum(['killed', 'injured', 'killed-or-injured', 'captured', 'missing', 'displaced'])
  .meta({ id: 'Harm' });
export type Harm = z.infer<typeof Harm>;

export const VictimStatus = z.enum(['civilian', 'combatant', 'unknown']).meta({ id: 'VictimStatus' });
export type VictimStatus = z.infer<typeof VictimStatus>;

/** Who was hurt, as far as the report says or implies. A null side is one that the report does not tell. */
export const Victims = z
  .object({
    side: ActorRef.nullable(),
    status: VictimStatus,
    /** The words for the victims ("Pakistani soldiers"), null where only a number stands. */
    words: z.string().nullable(),
    span: Span.nullable(),
    /** "14 dead, among them 3 children": the 3 are part of the claim of 14, and never added to it. */
    partOf: z.string().nullable(),
    /** "A fifth has died since": one more, on top of that claim. */
    addsTo: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'Victims' });
export type Victims = z.infer<typeof Victims>;

/** So many people were harmed in such a way, somebody says. */
export const Casualty = z
  .object({
    ...claimFields,
    kind: z.literal('casualty'),
    harm: Harm,
    estimate: Estimate,
    victims: Victims,
    unit: z.enum(['persons', 'families']),
    /** Where they were harmed, where the words say it. */
    place: Place.nullable(),
    /** The time that a period total runs over. */
    period: When.nullable(),
    /** An earlier figure of the same speaker that this one replaces. */
    supersedes: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'Casualty' });
export type Casualty = z.infer<typeof Casualty>;
