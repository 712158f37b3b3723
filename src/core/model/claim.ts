import { z } from 'zod';
import { ActorRef } from './actor.ts';
import { Casualty, Harm } from './casualty.ts';
import { claimFields } from './claim-base.ts';
import { Estimate } from './estimate.ts';
import { ActorRole, EventType } from './event.ts';
import { Place } from './place.ts';
import { Span } from './span.ts';
import { When } from './when.ts';

/** Something was done: who did what to whom. */
export const EventClaim = z
  .object({
    ...claimFields,
    kind: z.literal('event'),
    type: EventType,
    roles: z.array(ActorRole).readonly(),
    places: z.array(Place).readonly(),
    when: When,
    /** What was taken or destroyed, where things are counted or named. */
    object: z.object({ what: z.string(), estimate: Estimate.nullable() }).readonly().nullable(),
    /** Who is said to have begun it is the actor, where this holds. */
    began: z.boolean(),
    outcome: z.enum(['repelled', 'failed']).nullable(),
    /** How many such happenings, where the words count them ("six attacks"). */
    times: Estimate.nullable(),
  })
  .readonly()
  .meta({ id: 'EventClaim' });
export type EventClaim = z.infer<typeof EventClaim>;

/** Somebody is blamed for, or takes upon themselves, a happening. */
export const Responsibility = z
  .object({
    ...claimFields,
    kind: z.literal('responsibility'),
    actor: ActorRef.nullable(),
    content: Span,
    began: z.boolean(),
  })
  .readonly()
  .meta({ id: 'Responsibility' });
export type Responsibility = z.infer<typeof Responsibility>;

/** Somebody rejects what another says: `about` is that claim where the report tells it, `rejects` the figure rejected. */
export const Denial = z
  .object({
    ...claimFields,
    kind: z.literal('denial'),
    content: Span,
    about: z.string().nullable(),
    rejects: z.object({ harm: Harm, side: ActorRef.nullable(), estimate: Estimate }).readonly().nullable(),
  })
  .readonly()
  .meta({ id: 'Denial' });
export type Denial = z.infer<typeof Denial>;

/** How large a force is, or what it owns: never losses. */
export const Strength = z
  .object({
    ...claimFields,
    kind: z.literal('strength'),
    owner: ActorRef.nullable(),
    what: z.string().min(1),
    estimate: Estimate,
  })
  .readonly()
  .meta({ id: 'Strength' });
export type Strength = z.infer<typeof Strength>;

/** How two actors stand to each other: a state of things, not a happening. */
export const Relation = z
  .object({
    ...claimFields,
    kind: z.literal('relation'),
    type: z.enum(['sponsors', 'supports', 'allied', 'hostile', 'splinter', 'part-of', 'dominates']),
    from: ActorRef,
    to: ActorRef,
    valid: z.enum(['past', 'present', 'unknown']),
  })
  .readonly()
  .meta({ id: 'Relation' });
export type Relation = z.infer<typeof Relation>;

/** A threat, with the condition and the consequence in the words of the text. */
export const Warning = z
  .object({
    ...claimFields,
    kind: z.literal('warning'),
    target: ActorRef.nullable(),
    condition: Span.nullable(),
    consequence: Span.nullable(),
  })
  .readonly()
  .meta({ id: 'Warning' });
export type Warning = z.infer<typeof Warning>;

/** What is feared or thought possible; its holder is the claimant. */
export const Risk = z
  .object({ ...claimFields, kind: z.literal('risk'), content: Span })
  .readonly()
  .meta({ id: 'Risk' });
export type Risk = z.infer<typeof Risk>;

/** A truce or agreement to stop fighting, offered, agreed, holding, broken or ended. */
export const Ceasefire = z
  .object({
    ...claimFields,
    kind: z.literal('ceasefire'),
    parties: z.array(ActorRef).readonly(),
    status: z.enum(['proposed', 'agreed', 'holding', 'broken', 'ended', 'rejected']),
    when: When,
  })
  .readonly()
  .meta({ id: 'Ceasefire' });
export type Ceasefire = z.infer<typeof Ceasefire>;

/** The author's framing ("a bitter irony"): an opinion, kept apart from everything that is told as fact. */
export const Opinion = z
  .object({ ...claimFields, kind: z.literal('opinion'), content: Span })
  .readonly()
  .meta({ id: 'Opinion' });
export type Opinion = z.infer<typeof Opinion>;

/** The atom of the ledger: somebody says something, in these words. */
export const Claim = z
  .discriminatedUnion('kind', [
    Casualty,
    EventClaim,
    Responsibility,
    Denial,
    Strength,
    Relation,
    Warning,
    Risk,
    Ceasefire,
    Opinion,
  ])
  .refine(claim => claim.eventId === null || claim.scope === 'incident', {
    error: 'only a claim of scope incident belongs to an event',
  })
  .meta({ id: 'Claim' });
export type Claim = z.infer<typeof Claim>;
export type ClaimKind = Claim['kind'];
