import { createHash } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { z } from 'zod';
import { CasusError } from '../../../core/base/error.ts';

const Entry = z.object({
  id: z.string(),
  url: z.string().nullable(),
  headline: z.string().nullable(),
  byline: z.string().nullable(),
  publishedAt: z.string().nullable(),
  html: z.string().nullable(),
});

const FeedState = z.object({
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** Marks of the entries that are in the ledger or were given up, the oldest first. */
  seen: z.array(z.string()),
  /** Entries that the feed has shown and the ledger does not hold yet, and how often they were tried. */
  pending: z.array(z.object({ entry: Entry, tries: z.int().min(0) })),
});
export type FeedState = z.infer<typeof FeedState>;

const WatchFile = z.object({
  format: z.literal('casus-watch'),
  version: z.literal(1),
  feeds: z.record(z.string(), FeedState),
});

/** What a watcher remembers from run to run, in one small file that is replaced as a whole. */
export interface WatchState {
  feed(url: string): FeedState;
  /** Puts the memory on the disk: after a crash it is what it was before or after, never between. */
  save(): Promise<void>;
}

/** The most marks that are kept of a feed: more than any feed lists at once. */
const SEEN_MAX = 20_000;

/** Reads the memory at a path; an empty one where there is no file. Throws a `CasusError` for one that is damaged. */
export async function openWatchState(path: string): Promise<WatchState> {
  const feeds = new Map(Object.entries((await read(path))?.feeds ?? {}));
  return {
    feed(url) {
      const known = feeds.get(url) ?? { etag: null, lastModified: null, seen: [], pending: [] };
      feeds.set(url, known);
      return known;
    },
    async save() {
      for (const feed of feeds.values()) feed.seen.splice(0, Math.max(0, feed.seen.length - SEEN_MAX));
      const file: z.infer<typeof WatchFile> = { format: 'casus-watch', version: 1, feeds: Object.fromEntries(feeds) };
      await replace(path, JSON.stringify(file));
    },
  };
}

/** A short mark of an entry. */
export function markOf(entry: { readonly id: string; readonly url: string | null }): string {
  return createHash('sha256')
    .update(`${entry.id}\n${entry.url ?? ''}`)
    .digest('hex')
    .slice(0, 20);
}

async function read(path: string): Promise<z.infer<typeof WatchFile> | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new CasusError('file-unreadable', path, { cause });
  }
  try {
    return WatchFile.parse(JSON.parse(text));
  } catch (cause) {
    throw new CasusError('watch-damaged', path, { cause });
  }
}

async function replace(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.new`;
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    throw new CasusError('file-unwritable', path, { cause });
  }
}
