import { z } from 'zod';
import { Harm } from '../model/casualty.ts';
import type { ClaimKind } from '../model/claim.ts';
import { Scope, SpeechAct } from '../model/claim-base.ts';
import { EventType } from '../model/event.ts';
import { IsoDay } from '../model/report.ts';
import { searchTerms, searchWords } from './search-words.ts';

export const CLAIM_KINDS = [
  'casualty',
  'event',
  'responsibility',
  'denial',
  'strength',
  'relation',
  'warning',
  'risk',
  'ceasefire',
  'opinion',
] as const satisfies readonly ClaimKind[];

const Words = z
  .string()
  .max(200)
  .refine(text => searchWords(text).length > 0, { error: 'write at least one word' });
const Latitude = z.number().min(-90).max(90);
const Longitude = z.number().min(-180).max(180);

/** A part of the map between two meridians and two parallels; `west` > `east` reaches over the 180th meridian. */
export const Box = z
  .object({ west: Longitude, south: Latitude, east: Longitude, north: Latitude })
  .refine(({ south, north }) => south <= north, { error: 'a box needs south ≤ north' })
  .readonly()
  .meta({ id: 'Box' });
export type Box = z.infer<typeof Box>;

/** All that lies within so many kilometres of a point. */
export const Circle = z
  .object({ lat: Latitude, lon: Longitude, km: z.number().positive().max(20_000) })
  .readonly()
  .meta({ id: 'Circle' });
export type Circle = z.infer<typeof Circle>;

const fields = {
  /** Days, both included: what is said to have been between them, even in part. For reports: when they appeared. */
  from: IsoDay.optional(),
  to: IsoDay.optional(),
  /** By coordinates. What is placed no closer than a country, the sea or the air has no point on the map. */
  box: Box.optional(),
  near: Circle.optional(),
  /** ISO 3166-1 alpha-3. */
  country: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'write a country by its three letters, as MLI' })
    .optional(),
  /** A province or state, as the gazetteer names it. */
  admin1: z.string().min(1).max(200).optional(),
  /** Who takes part: an id, or words in the name. */
  actor: Words.optional(),
  /** Who says it: words in the name, or in the words for the speaker. */
  claimant: Words.optional(),
  /** Code of an event type. */
  type: EventType.optional(),
  kind: z.enum(CLAIM_KINDS).optional(),
  act: SpeechAct.optional(),
  scope: Scope.optional(),
  /** What reviewers made of it: those that stand, as coded or edited (without this field too), edited ones, rejected ones. */
  review: z.enum(['standing', 'edited', 'rejected']).optional(),
  harm: Harm.optional(),
  /** Some known bound of a figure reaches this. */
  atLeast: z.int().min(0).optional(),
  /** Some known bound of a figure is not above this. */
  atMost: z.int().min(0).optional(),
  /** Who published: words in the name. */
  source: Words.optional(),
  report: z.string().min(1).optional(),
  /** Id of a claim. */
  claim: z.string().min(1).optional(),
  incident: z.string().min(1).optional(),
  /** Words of a quote, or of a report: all must occur. "Side by side" in quotation marks; `shell*` for a beginning. */
  text: z
    .string()
    .max(500)
    .refine(text => searchTerms(text).length > 0, { error: 'write at least one word' })
    .optional(),
  /** Of incidents whose accounts contradict each other, or of those whose do not. */
  contradicted: z.boolean().optional(),
} as const;

/**
 * What to look for. Fields are taken together. Asked of claims, all speak of the claim. Asked of incidents, days, place,
 * type, actor and figures speak of the incident, and the others of one claim that tells of it. Asked of reports, days
 * speak of the publication, `source` and `text` of the report, and the others of one claim in it.
 */
export const Filter = z
  .strictObject(fields)
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    error: 'the first day must not be after the last',
    path: ['from'],
  })
  .readonly()
  .meta({ id: 'Filter' });
export type Filter = z.infer<typeof Filter>;

/** Which part of a long list: at most `limit` of what comes after the cursor of the part before. */
export const PageRequest = z
  .strictObject({ limit: z.int().min(1).max(1_000).default(100), after: z.string().min(1).max(200).optional() })
  .readonly()
  .meta({ id: 'PageRequest' });
export type PageRequest = z.input<typeof PageRequest>;

/** A part of a list, and the cursor of the next; null at the end. A cursor stays good while the ledger grows. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** By what is counted, of what. */
export const DIMENSIONS = {
  claims: ['day', 'week', 'month', 'country', 'admin1', 'actor', 'type', 'kind', 'act', 'scope', 'harm', 'source'],
  incidents: ['day', 'week', 'month', 'country', 'admin1', 'actor', 'type'],
  reports: ['day', 'week', 'month', 'source', 'language'],
} as const;
export type Countable = keyof typeof DIMENSIONS;
export type Dimension = (typeof DIMENSIONS)[Countable][number];

const Counted = z.enum(Object.keys(DIMENSIONS) as [Countable, ...Countable[]]);
const Dimensions = z.array(z.enum([...new Set(Object.values(DIMENSIONS).flat())] as [Dimension, ...Dimension[]]));

/** What to count, and by what. Two provinces of one name differ by country: count by both. */
export const CountQuery = z
  .strictObject({ of: Counted, by: Dimensions.min(1).max(4).readonly(), filter: Filter.default({}) })
  .refine(({ of, by }) => by.every(one => (DIMENSIONS[of] as readonly string[]).includes(one)), {
    error: 'this cannot be counted by that',
    path: ['by'],
  })
  .refine(({ by }) => new Set(by).size === by.length, { error: 'count by each thing once', path: ['by'] })
  .readonly()
  .meta({ id: 'CountQuery' });
export type CountQuery = z.input<typeof CountQuery>;

/**
 * How many share these values, which stand in the order of `by`. Null is what is not known, and for a day, week or month
 * also what reaches over more than one. An actor is given by its name; what has several actors is counted with each.
 */
export interface Count {
  readonly values: readonly (string | null)[];
  readonly count: number;
}
