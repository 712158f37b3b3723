import { z } from 'zod';
import { CasusError } from '../base/error.ts';
import { type Box, type Circle, CLAIM_KINDS, Filter, PageRequest } from '../ledger/filter.ts';
import { EventType, Harm, IsoDay, Scope, SpeechAct } from '../model/index.ts';

const Words = z.string().min(1).max(200);
const WholeNumber = z.string().regex(/^\d{1,15}$/, { error: 'write a whole number' });

/** The fields of a `Filter` as parameters of a query, under their own names; two of them are lists of numbers. */
export const filterParameters = {
  from: IsoDay.optional().meta({ description: 'The first day, as 2025-10-01. Of reports: of publication.' }),
  to: IsoDay.optional().meta({ description: 'The last day, included.' }),
  box: z.string().max(100).optional().meta({ description: 'Meridians and parallels: west,south,east,north.' }),
  near: z.string().max(100).optional().meta({ description: 'Within so many kilometres of a point: lat,lon,km.' }),
  country: Words.optional().meta({ description: 'ISO 3166-1 alpha-3, as MLI.' }),
  admin1: Words.optional().meta({ description: 'A province or state, as the gazetteer names it.' }),
  actor: Words.optional().meta({ description: 'Who takes part: an id, or words of the name.' }),
  claimant: Words.optional().meta({ description: 'Who says it: words of the name, or of those for the speaker.' }),
  type: EventType.optional().meta({ description: 'Code of an event type, as air-strike.' }),
  kind: z.enum(CLAIM_KINDS).optional().meta({ description: 'Kind of claim.' }),
  act: SpeechAct.optional().meta({ description: 'What the speaker does with the words.' }),
  scope: Scope.optional().meta({
    description: 'What kind of statement: a happening of the news, a total over a time, …',
  }),
  review: z
    .enum(['standing', 'edited', 'rejected'])
    .optional()
    .meta({ description: 'What reviewers made of a claim; without it rejected ones are left out.' }),
  harm: Harm.optional().meta({ description: 'With a figure of this harm.' }),
  atLeast: WholeNumber.optional().meta({ description: 'Some known bound of a figure reaches this.' }),
  atMost: WholeNumber.optional().meta({ description: 'Some known bound of a figure is not above this.' }),
  source: Words.optional().meta({ description: 'Who published: words of the name.' }),
  claim: Words.optional().meta({
    description: 'Id of a claim; of incidents and reports: those that it tells of, or stands in.',
  }),
  report: Words.optional().meta({ description: 'Id of a report.' }),
  incident: Words.optional().meta({ description: 'Id of an incident.' }),
  text: z.string().min(1).max(500).optional().meta({
    description: 'Words that must all occur; "side by side" in quotation marks, shell* for a beginning.',
  }),
  contradicted: z.enum(['true', 'false']).optional().meta({ description: 'Whether accounts contradict each other.' }),
} as const;

/** Which part of a list, as parameters of a query. */
export const pageParameters = {
  limit: z.coerce.number<string | number>().int().min(1).max(1_000).default(100).meta({
    description: 'How many at most.',
  }),
  after: z.string().min(1).max(400).optional().meta({ description: 'The cursor `next` of the part before.' }),
} as const;

type FilterName = keyof typeof filterParameters;

/** What a query may say of a filter; whatever else it says is for others. */
export type FilterParameters = { readonly [Name in FilterName]?: string | undefined };

/** The filter that the parameters of a query stand for. Throws `usage-invalid` with the name of what it does not understand. */
export function filterFromQuery(query: FilterParameters): Filter {
  const read: Record<string, unknown> = {};
  for (const name of FILTER_NAMES) {
    const value = query[name];
    if (value !== undefined) read[name] = READERS[name]?.(value) ?? value;
  }
  const parsed = Filter.safeParse(read);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0] ?? 'filter');
  throw new CasusError('usage-invalid', name, issue === undefined ? {} : { detail: issue.message });
}

/** The parameters that stand for a filter: what `filterFromQuery` reads back. */
export function queryFromFilter(filter: Filter): Record<string, string> {
  const query: Record<string, string> = {};
  for (const name of FILTER_NAMES) {
    const value = filter[name];
    if (value !== undefined) query[name] = asParameter(value);
  }
  return query;
}

/** The part of a list that the parameters of a query ask for. */
export function pageFromQuery({ limit, after }: { limit: number; after?: string | undefined }): PageRequest {
  return PageRequest.parse({ limit, ...(after === undefined ? {} : { after }) });
}

/** Reads `west,south,east,north`; numbers that are none stay so, and no filter takes them. */
export function boxOf(words: string): Box {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbersOf(words, 4);
  return { west, south, east, north };
}

/** Reads `lat,lon,km`. */
export function circleOf(words: string): Circle {
  const [lat = Number.NaN, lon = Number.NaN, km = Number.NaN] = numbersOf(words, 3);
  return { lat, lon, km };
}

const FILTER_NAMES = Object.keys(filterParameters).filter(isFilterName);

const READERS: { readonly [Name in FilterName]?: (value: string) => unknown } = {
  box: boxOf,
  near: circleOf,
  atLeast: Number,
  atMost: Number,
  contradicted: value => (value === 'true' ? true : value === 'false' ? false : value),
};

function isFilterName(name: string): name is FilterName {
  return Object.hasOwn(filterParameters, name);
}

function numbersOf(words: string, count: number): readonly number[] {
  const parts = words.split(',').map(part => (part.trim() === '' ? Number.NaN : Number(part)));
  return parts.length === count ? parts : [];
}

function asParameter(value: string | number | boolean | Box | Circle): string {
  if (typeof value !== 'object') return String(value);
  if ('km' in value) return [value.lat, value.lon, value.km].join(',');
  return [value.west, value.south, value.east, value.north].join(',');
}
