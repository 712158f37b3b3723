import type { ExitCode } from '../../../core/base/error.ts';
import { type Change, keepIncidents, ledgerRecord, type Store } from '../../../core/ledger/index.ts';
import {
  addReports,
  countSources,
  keepHeapSmall,
  openCoders,
  openDerivation,
  openOwn,
  openReader,
  openStore,
  openVersions,
  type RawArchive,
  readSources,
  type SourceOptions,
} from '../../wire.ts';
import { openRedactor } from '../../wire-redact.ts';
import type { Io } from '../io.ts';
import type {
  ArchiveOptions,
  CommonOptions,
  FetchOptions,
  FormatOptions,
  GivenOptions,
  LedgerOptions,
  RedactOptions,
} from '../options.ts';
import { progress } from '../progress.ts';
import { visible } from '../view/visible.ts';
import { workersFor } from '../workers-for.ts';
import { complain } from './complain.ts';
import { givenMetadata } from './given.ts';
import { rawArchive } from './raw-archive.ts';
import { sourceOptions } from './source-options.ts';

interface AddOptions
  extends CommonOptions,
    GivenOptions,
    FormatOptions,
    FetchOptions,
    ArchiveOptions,
    LedgerOptions,
    RedactOptions {
  /** How many worker threads code; as many as pay where it is not given. */
  readonly workers?: number;
}

type Counts = Record<Change | 'unread' | 'failed', number>;

/**
 * `casus add`: codes each report and adds it to the ledger, whole or not at all, then says what was new. A report that
 * the ledger holds adds nothing; a file that cannot be read is named, and the others are added.
 */
export async function add(sources: readonly string[], options: AddOptions, io: Io): Promise<ExitCode> {
  keepHeapSmall();
  // In this order, so that no ledger is made where nothing could be added.
  const own = await openOwn(options.ledger);
  const [reader, versions] = await Promise.all([openReader({ ...own, ledger: options.ledger }), openVersions(own)]);
  const reading = sourceOptions(options, io);
  const archive = await rawArchive(options);
  const total = await countSources(sources, reading);
  const coders = await openCoders(options.workers ?? workersFor(total, sources.length), own);
  const store = await openStore(options.ledger);
  try {
    const counts: Counts = { added: 0, corrected: 0, recoded: 0, unchanged: 0, unread: 0, failed: 0 };
    const adding = { read: reader.read, versions, coders, store, interrupted: io.interrupted };
    const ids = await addAll(sources, options, { adding, archive, reading, counts, total, io });
    // Linking needs none of them, and the memory that they have.
    await coders.close();
    await keepIncidents(store, await openDerivation());
    if (options.json === true) {
      const record = await ledgerRecord(store, openDerivation, id => ids.has(id));
      const shown = (await openRedactor(options)).record(record);
      await io.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
    } else {
      await io.stdout.write(await summary(counts, store));
    }
    if (io.interrupted.aborted) await io.stderr.write('casus: stopped; the same command again adds the rest.\n');
    return counts.unread + counts.failed > 0 ? 1 : 0;
  } finally {
    await coders.close();
    await store.close();
  }
}

interface Run {
  readonly adding: Parameters<typeof addReports>[1];
  readonly counts: Counts;
  /** Where the bytes of reports are kept as they came; null where they are not. */
  readonly archive: RawArchive | null;
  readonly reading: SourceOptions;
  /** Null where only reading tells how many there are. */
  readonly total: number | null;
  readonly io: Io;
}

/** Adds the reports, tells how it goes, and gives the ids of all that were read. */
async function addAll(
  sources: readonly string[],
  options: GivenOptions,
  { adding, archive, reading, counts, total, io }: Run,
) {
  const ids = new Set<string>();
  const given = givenMetadata(options);
  // Standard input and folders that change may hold more or less than was counted.
  const bar = progress(io, total, () => performance.now());
  const step = () => {
    const { failed: _failed, ...done } = counts;
    return bar.step(Object.values(done).reduce((sum, count) => sum + count, 0));
  };
  async function* inputs() {
    for await (const item of readSources(sources, reading)) {
      if ('input' in item) {
        await archive?.keep(item.raw);
        yield { name: item.name, input: { ...item.input, given } };
      } else {
        counts.unread += 1;
        await bar.clear();
        await complain(item.error, io);
      }
    }
  }
  for await (const { name, reportId, change, failed } of addReports(inputs(), adding)) {
    counts[change] += 1;
    ids.add(reportId);
    if (failed !== null) {
      counts.failed += 1;
      await bar.clear();
      await io.stderr.write(`casus: ${visible(name)}: kept, but it could not be coded (${visible(failed)})\n`);
    }
    await step();
  }
  await bar.clear();
  return ids;
}

async function summary(counts: Counts, store: Store): Promise<string> {
  const { reports, claims, incidents } = await store.size();
  const parts = [
    `${plural(counts.added, 'report')} added`,
    ...(counts.corrected > 0 ? [`${counts.corrected} corrected`] : []),
    ...(counts.recoded > 0 ? [`${counts.recoded} coded anew`] : []),
    ...(counts.unchanged > 0 ? [`${counts.unchanged} known already`] : []),
    ...(counts.failed > 0 ? [`${counts.failed} of them not coded`] : []),
    ...(counts.unread > 0 ? [`${counts.unread} not read`] : []),
  ];
  const holds = [plural(reports, 'report'), plural(claims, 'claim'), plural(incidents, 'incident')].join(', ');
  return `${parts.join(', ')}. The ledger ${store.name} holds ${holds}.\n`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
