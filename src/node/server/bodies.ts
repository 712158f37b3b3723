import { z } from 'zod';
import { Decision, Incident, IsoDay } from '../../core/model/index.ts';

/** More than any report has: its text is cut at 500,000 characters, and says so. */
export const TEXT_MAX = 6_000_000;

/** A report that is sent to be coded. */
export const ReportBody = z
  .strictObject({
    text: z.string().min(1).max(TEXT_MAX),
    headline: z.string().min(1).max(1_000).optional(),
    byline: z.string().min(1).max(1_000).optional(),
    publishedAt: IsoDay.optional(),
    /** The name of the publisher. */
    source: z.string().min(1).max(500).optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .optional(),
  })
  .readonly()
  .meta({ id: 'ReportBody' });
export type ReportBody = z.infer<typeof ReportBody>;

/** A page that is sent for the text of its article. Nothing of it is run, and nothing is fetched. */
export const PageBody = z
  .strictObject({
    html: z.string().min(1).max(TEXT_MAX),
    /** Where it stood: for its publisher and its links. */
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .optional(),
  })
  .readonly()
  .meta({ id: 'PageBody' });
export type PageBody = z.infer<typeof PageBody>;

/** An address whose page is to be fetched for the text of its article. */
export const AddressBody = z
  .strictObject({ url: z.url({ protocol: /^https?$/ }).max(2_000) })
  .readonly()
  .meta({ id: 'AddressBody' });
export type AddressBody = z.infer<typeof AddressBody>;

/** The article of a page, and what the page says of it; of a live blog the entry that stands first. Null is what it does not say. */
export const ArticleAnswer = z
  .object({
    text: z.string(),
    headline: z.string().nullable(),
    byline: z.string().nullable(),
    publishedAt: IsoDay.nullable(),
    siteName: z.string().nullable(),
    url: z.string().nullable(),
    /** How many articles the page holds: more than one where it is a live blog. */
    articles: z.int().min(1),
  })
  .readonly()
  .meta({ id: 'ArticleAnswer' });
export type ArticleAnswer = z.infer<typeof ArticleAnswer>;

/** What became of a report that was added. */
export const AddedAnswer = z
  .object({
    reportId: z.string(),
    change: z.enum(['added', 'corrected', 'recoded', 'unchanged']),
    /** Why it could not be coded; it is kept all the same. Null: it was. */
    failed: z.string().nullable(),
    /** The incidents that it now tells of. */
    incidents: z.array(z.string()).readonly(),
  })
  .readonly()
  .meta({ id: 'AddedAnswer' });
export type AddedAnswer = z.infer<typeof AddedAnswer>;

/** A reviewer's decision, as `casus decide` takes it. */
export const DecisionBody = z
  .strictObject({
    act: z.enum(['merge', 'split', 'accept', 'reject', 'edit', 'withdraw']),
    /** Incidents, events, claims, reports or a decision, or the beginnings of their ids. */
    ids: z.array(z.string().min(1).max(200)).min(1).max(1_000).readonly(),
    why: z.string().min(1).max(2_000),
    /** Who decides; without it, the name of the token. */
    by: z.string().min(1).max(200).optional(),
    /** Of an edit: `field=value`, as `estimate.low=9`. */
    set: z.string().min(3).max(2_000).optional(),
  })
  .readonly()
  .meta({ id: 'DecisionBody' });
export type DecisionBody = z.infer<typeof DecisionBody>;

export const DecidedAnswer = z
  .object({ decision: Decision, incidents: z.array(Incident).readonly() })
  .readonly()
  .meta({ id: 'DecidedAnswer' });
