import { z } from 'zod';
import { IsoDay, PublishedBasis, type Report, SourceKind } from '../model/index.ts';

/** A report without its text: for lists, and beside every claim. Null is what is not known of it. */
export const ReportLine = z
  .object({
    id: z.string(),
    headline: z.string().nullable(),
    /** The beginning of the text: what stands for a headline where there is none. */
    opening: z.string(),
    publisher: z.string().nullable(),
    publisherKind: SourceKind.nullable(),
    publisherCountry: z.string().nullable(),
    /** The actor whose voice the publisher is. */
    affiliation: z.string().nullable(),
    publishedAt: IsoDay.nullable(),
    publishedBasis: PublishedBasis.nullable(),
    byline: z.string().nullable(),
    language: z.string().nullable(),
    url: z.string().nullable(),
    /** The agency that the text names as its origin. */
    syndicatedFrom: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'ReportLine' });
export type ReportLine = z.infer<typeof ReportLine>;

const OPENING_MAX = 160;

/** The line of a report. */
export function reportLine(report: Report): ReportLine {
  const { headline, text, source } = report;
  const { id, publishedAt, publishedBasis, byline, language, url, syndicatedFrom } = report;
  return {
    id,
    headline: headline === null ? null : text.slice(headline.start, headline.end),
    opening: opening(text),
    publisher: source?.name ?? null,
    publisherKind: source?.kind ?? null,
    publisherCountry: source?.country ?? null,
    affiliation: source?.affiliation ?? null,
    publishedAt,
    publishedBasis,
    byline,
    language,
    url,
    syndicatedFrom,
  };
}

function opening(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= OPENING_MAX ? line : `${line.slice(0, OPENING_MAX).replace(/\s\S*$/, '')} …`;
}
