import { z } from 'zod';

const FileName = z.string().regex(/^[a-z0-9-]+\.[0-9a-z]+\.(bin|json)$/);

/**
 * What a page fetches before it can read texts by itself: each model as a file, and all tables as one. The names carry the
 * version of the content, so that a browser keeps what it has until it changes.
 */
export const ReaderIndex = z
  .object({
    format: z.literal('casus-reader'),
    formatVersion: z.literal(1),
    models: z.array(z.object({ path: z.string(), name: FileName, bytes: z.int().positive() }).readonly()).readonly(),
    tables: z.object({ name: FileName, bytes: z.int().positive() }).readonly(),
  })
  .readonly()
  .meta({ id: 'ReaderIndex' });
export type ReaderIndex = z.infer<typeof ReaderIndex>;

/** The tables as one file: the text of each by its path in the package, and the user's own tables of actors. */
export const ReaderTables = z
  .object({ tables: z.record(z.string(), z.string()), ownActors: z.array(z.string()).readonly() })
  .readonly();
export type ReaderTables = z.infer<typeof ReaderTables>;

/** The folder, beside the page, in which these files are served, and the name of the index in it. */
export const READER_FOLDER = 'reader';
export const READER_INDEX = 'index.json';
