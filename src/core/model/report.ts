import { z } from 'zod';
import { Provenance } from './provenance.ts';
import { Source } from './source.ts';
import { Span } from './span.ts';

/** An ISO day, `2025-10-15`. */
export const IsoDay = z.iso.date().meta({ id: 'IsoDay' });

/** Where a publication date was found. */
export const PublishedBasis = z.enum(['given', 'metadata', 'dateline', 'text']).meta({ id: 'PublishedBasis' });

/**
 * One document. `text` is final: nothing after ingest changes it, and all offsets count in it. The id is a hash of text
 * and source name, so the same text from the same publisher is the same report.
 */
export const Report = z
  .object({
    id: z.string().min(1),
    text: z.string(),
    headline: Span.nullable(),
    dateline: Span.nullable(),
    /** Who wrote it, as the page or message says; null when nothing says. */
    byline: z.string().min(1).nullable(),
    source: Source.nullable(),
    url: z.string().nullable(),
    publishedAt: IsoDay.nullable(),
    publishedBasis: PublishedBasis.nullable(),
    retrievedAt: z.iso.datetime().nullable(),
    /** Null for a report that was made and not read from bytes. */
    provenance: Provenance.nullable(),
    /** ISO 639-1, null when it could not be told. */
    language: z.string().nullable(),
    /** Near-duplicate signature: copies of one text, lightly edited, share most of it. */
    fingerprint: z.string(),
    /** Name of the agency that the text itself names as its origin ("(Reuters)"), null when it names none. */
    syndicatedFrom: z.string().nullable(),
  })
  .refine(report => (report.publishedAt === null) === (report.publishedBasis === null), {
    error: 'publishedAt and publishedBasis are known together or not at all',
  })
  .readonly()
  .meta({ id: 'Report' });
export type Report = z.infer<typeof Report>;
