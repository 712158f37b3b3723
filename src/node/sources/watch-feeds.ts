import { CasusError } from '../../core/base/error.ts';
import { decodePage } from './decode-page.ts';
import { itemsOfFeedEntry } from './read-contents.ts';
import type { SourceOptions } from './read-sources.ts';
import { openReading, type Reading } from './reading.ts';
import { type RawDocument, rawDocument, type SourceItem } from './source-item.ts';
import { readFeed } from './web/feed.ts';
import type { Fetched } from './web/fetch-bytes.ts';
import { type FeedState, markOf, openWatchState, type WatchState } from './web/watch-state.ts';
import { pause } from './web/web-client.ts';

export interface WatchOptions extends SourceOptions {
  /** The file in which the watcher remembers what it has seen. */
  readonly statePath: string;
  /** From one poll of a feed to the next. */
  readonly intervalMs: number;
  /** How often each feed is polled. Default: without end. */
  readonly polls?: number;
  /** Set when no other poll is to be begun. */
  readonly signal: AbortSignal;
}

/** A feed was polled: how it went, and when it will be again. */
export interface Polled {
  readonly polled: string;
  readonly error: CasusError | null;
  readonly waitMs: number;
}

/** An entry whose page fails for another reason than itself is tried so often. */
const TRIES_MAX = 5;
/** Failures that no later try will mend. */
const FINAL: readonly string[] = [
  'robots-refused',
  'address-refused',
  'page-without-article',
  'file-empty',
  'fetch-too-large',
];
const BACK_OFF_MAX = 32;
const DAY_MS = 24 * 3_600_000;

/**
 * Polls feeds and gives the reports of their new entries, and after each poll how it went. An entry counts as seen when
 * `stored` was called of all its reports: whatever ends the process, the next run offers what was not. What the feed
 * listed is remembered before its ETag is, so that "nothing new" (304) never hides an entry that was not read. A feed
 * that fails is asked ever more rarely, and never sooner than it asks for (`Retry-After`).
 */
export async function* watchFeeds(urls: readonly string[], options: WatchOptions): AsyncGenerator<SourceItem | Polled> {
  const { intervalMs, polls = Number.POSITIVE_INFINITY, signal } = options;
  const state = await openWatchState(options.statePath);
  const reading = openReading(options);
  const turns = urls.map(url => ({ url, at: 0, polls: 0, failures: 0 }));
  try {
    for (;;) {
      const [turn] = turns.filter(one => one.polls < polls).sort((a, b) => a.at - b.at);
      if (turn === undefined) return;
      if (turn.at > performance.now()) await pause(turn.at - performance.now(), signal);
      if (signal.aborted) return;
      const answer = yield* poll(turn.url, { state, reading, signal });
      if (signal.aborted) return;
      turn.polls++;
      turn.failures = answer.error === null ? 0 : turn.failures + 1;
      const backOff = Math.min(BACK_OFF_MAX, 2 ** turn.failures);
      const waitMs = Math.max(intervalMs * backOff, answer.waitMs);
      turn.at = performance.now() + waitMs;
      yield { polled: turn.url, error: answer.error, waitMs };
    }
  } finally {
    await reading.close();
  }
}

interface PollResult {
  readonly error: CasusError | null;
  readonly waitMs: number;
}

interface PollContext {
  readonly state: WatchState;
  readonly reading: Reading;
  readonly signal: AbortSignal;
}

async function* poll(url: string, context: PollContext): AsyncGenerator<SourceItem, PollResult> {
  const { state, reading, signal } = context;
  const feed = state.feed(url);
  let result: PollResult = { error: null, waitMs: 0 };
  let document = rawDocument(url, new Uint8Array(0));
  try {
    const web = await reading.web();
    const answer = await web.fetch(url, feed);
    if (answer.status === 200) {
      document = rawDocument(url, answer.bytes, {
        url: answer.url,
        charset: answer.charset,
        retrievedAt: web.now().toISOString(),
        fetchedBy: web.name,
      });
      note(document, answer, feed, reading.limit);
      await state.save();
    } else if (answer.status !== 304) {
      const error = new CasusError('fetch-failed', url, { detail: `the server says ${answer.status}` });
      result = { error, waitMs: retryMs(answer.retryAfter, web.now()) };
    }
  } catch (error) {
    if (!(error instanceof CasusError) || error.code === 'file-unwritable') throw error;
    result = { error, waitMs: 0 };
  }
  for (const one of [...feed.pending]) {
    if (!signal.aborted) yield* offer(one, { ...context, document, feed });
  }
  return result;
}

/** Takes down what a feed lists and is not known yet. One that was cut off is asked for in full the next time. */
function note(document: RawDocument, answer: Fetched, feed: FeedState, limit: number): void {
  const { entries, isWhole } = readFeed(decodePage(document.bytes, document.charset).text, document.url, document.name);
  const known = new Set([...feed.seen, ...feed.pending.map(({ entry }) => markOf(entry))]);
  for (const entry of entries.slice(0, limit)) {
    if (known.has(markOf(entry))) continue;
    known.add(markOf(entry));
    feed.pending.push({ entry, tries: 0 });
  }
  feed.etag = isWhole ? answer.etag : null;
  feed.lastModified = isWhole ? answer.lastModified : null;
}

interface OfferContext extends PollContext {
  readonly document: RawDocument;
  readonly feed: FeedState;
}

/** Gives the reports of an entry; it is done with when all of them are stored, or when trying again would be in vain. */
async function* offer(
  one: FeedState['pending'][number],
  { document, feed, state, reading, signal }: OfferContext,
): AsyncGenerator<SourceItem> {
  let left = 1;
  const done = async () => {
    left -= 1;
    if (left > 0) return;
    feed.pending = feed.pending.filter(other => other !== one);
    feed.seen.push(markOf(one.entry));
    await state.save();
  };
  try {
    for await (const item of itemsOfFeedEntry(one.entry, document, reading)) {
      if ('error' in item) throw item.error;
      left += 1;
      yield { ...item, stored: done };
    }
    await done();
  } catch (error) {
    if (!(error instanceof CasusError) || error.code === 'file-unwritable') throw error;
    // What was broken off by the user says nothing about the page.
    if (signal.aborted) return;
    one.tries += 1;
    const isFinal = FINAL.includes(error.code) || one.tries >= TRIES_MAX;
    if (isFinal) {
      left = 1;
      await done();
    } else await state.save();
    yield { name: one.entry.url ?? document.name, error };
  }
}

/** How long a server asks to wait: seconds or a date, a day at most. */
function retryMs(retryAfter: string | null, now: Date): number {
  if (retryAfter === null) return 0;
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - now.getTime();
  return Number.isFinite(ms) ? Math.min(DAY_MS, Math.max(0, ms)) : 0;
}
