import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ExitCode } from '../../../core/base/error.ts';
import { keepIncidents } from '../../../core/ledger/index.ts';
import {
  addReports,
  keepHeapSmall,
  openCoders,
  openDerivation,
  openOwn,
  openReader,
  openStore,
  openVersions,
  type SourceItem,
  watchFeeds,
} from '../../wire.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, FetchOptions, GivenOptions, LedgerOptions } from '../options.ts';
import { visible } from '../view/visible.ts';
import { complain } from './complain.ts';
import { givenMetadata } from './given.ts';
import { besideLedger, rawArchive } from './raw-archive.ts';
import { sourceOptions } from './source-options.ts';

export interface WatchCommandOptions extends GivenOptions, FetchOptions, ArchiveOptions, LedgerOptions {
  /** Minutes from one poll of a feed to the next. */
  readonly interval: number;
  readonly polls?: number;
  /** The file in which the watcher remembers what it has seen. */
  readonly state?: string;
}

/**
 * `casus watch`: polls feeds and adds the reports of their new entries to the ledger, each when it is read, until it is
 * stopped. What was shown and not added is offered again by the next run; nothing is added twice.
 */
export async function watch(feeds: readonly string[], options: WatchCommandOptions, io: Io): Promise<ExitCode> {
  keepHeapSmall();
  const own = await openOwn(options.ledger);
  const [reader, versions] = await Promise.all([openReader({ ...own, ledger: options.ledger }), openVersions(own)]);
  const statePath = options.state ?? besideLedger(options.ledger, 'watch.json', '--state FILE');
  const archive = await rawArchive(options);
  const coders = await openCoders(1, own);
  const store = await openStore(options.ledger);
  const adding = { read: reader.read, versions, coders, store, interrupted: io.interrupted };
  const given = givenMetadata(options);
  const counts = { added: 0, failures: 0 };
  let addedNow = 0;

  async function addOne(item: Extract<SourceItem, { input: unknown }>): Promise<void> {
    await archive?.keep(item.raw);
    const one = { name: item.name, input: { ...item.input, given } };
    for await (const { change, failed, reportId } of addReports(only(one), adding)) {
      if (failed !== null)
        await io.stderr.write(`casus: ${visible(item.name)}: kept, but it could not be coded (${visible(failed)})\n`);
      if (change === 'added') {
        addedNow += 1;
        await io.stdout.write(`${reportId}  ${visible(item.name)}\n`);
      }
      await item.stored?.();
    }
  }

  try {
    await mkdir(dirname(statePath), { recursive: true });
    const polls = options.polls === undefined ? {} : { polls: options.polls };
    const watching = {
      ...sourceOptions(options, io),
      ...polls,
      statePath,
      intervalMs: options.interval * 60_000,
      signal: io.interrupted,
    };
    for await (const event of watchFeeds(feeds, watching)) {
      if ('input' in event) await addOne(event);
      else if (event.error !== null) {
        counts.failures += 1;
        await complain(event.error, io);
      }
      if (!('polled' in event)) continue;
      if (addedNow > 0) await keepIncidents(store, await openDerivation());
      counts.added += addedNow;
      addedNow = 0;
    }
    const { reports } = await store.size();
    await io.stdout.write(`${counts.added} new. The ledger ${store.name} holds ${reports} reports.\n`);
    return counts.failures > 0 ? 1 : 0;
  } finally {
    await coders.close();
    await store.close();
  }
}

async function* only<T>(one: T): AsyncGenerator<T> {
  yield one;
}
