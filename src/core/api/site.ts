import { z } from 'zod';
import { Actor, IsoDay } from '../model/index.ts';

const Path = z.string().regex(/^\w[\w.-]*(\/\w[\w.-]*)*$/, { error: 'not a path below the site' });

/** A file of a site, to be checked by whoever mirrors it. */
const SiteFile = z.object({ path: Path, bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }).readonly();

/**
 * What a published site is: how its record came to be, what can be downloaded, and what its page needs to know beside the
 * record. Stands in the site as `site.json`, which also tells a site of casus from a folder of somebody else.
 */
export const Site = z
  .object({
    format: z.literal('casus-site'),
    formatVersion: z.literal(1),
    title: z.string(),
    /** How the record came to be; see `Stamp`. */
    stamp: z
      .object({
        generator: z.string(),
        policy: z.string(),
        coders: z.array(z.string()).readonly(),
        filters: z.array(z.string()).readonly(),
        from: IsoDay.nullable(),
        until: IsoDay.nullable(),
        redacted: z.boolean(),
      })
      .readonly(),
    size: z.object({ reports: z.int(), claims: z.int(), incidents: z.int() }).readonly(),
    /** Files of the record in formats that others read. */
    downloads: z.array(z.object({ path: Path, describes: z.string(), bytes: z.int().min(0) }).readonly()).readonly(),
    /** Whether the page can read texts by itself: the models then stand beside it. */
    hasReader: z.boolean(),
    /** Names of countries by ISO 3166-1 alpha-3, and what the register knows of the actors of the record. */
    countries: z.record(z.string(), z.string()),
    actors: z.array(Actor).readonly(),
    /** Every other file of the site, by path. */
    files: z.array(SiteFile).readonly(),
  })
  .readonly()
  .meta({ id: 'Site' });
export type Site = z.infer<typeof Site>;

export const SITE_FILE = 'site.json';
export const SITE_RECORD = 'record.json';
