import type { ExitCode } from '../../../core/base/error.ts';
import { type Change, type CodedReport, mergeReading, type Store } from '../../../core/ledger/index.ts';
import { countFiles, openPipeline, openStore, type Pipeline, readFiles, type SourceItem } from '../../wire.ts';
import type { Io } from '../io.ts';
import type { CommonOptions, GivenOptions, LedgerOptions } from '../options.ts';
import { progress } from '../progress.ts';
import { complain } from './complain.ts';
import { givenMetadata } from './given.ts';
import { codedReports, ledgerRecord } from './ledger-record.ts';

type Counts = Record<Change | 'unread', number>;

/**
 * `casus add`: codes each report and adds it to the ledger, whole or not at all, then says what was new. A report that
 * the ledger holds adds nothing; a file that cannot be read is named, and the others are added.
 */
export async function add(
  paths: readonly string[],
  options: CommonOptions & GivenOptions & LedgerOptions,
  io: Io,
): Promise<ExitCode> {
  // In this order, so that no ledger is made where nothing could be added.
  const pipeline = await openPipeline();
  const store = await openStore(options.ledger);
  try {
    const counts: Counts = { added: 0, corrected: 0, recoded: 0, unchanged: 0, unread: 0 };
    const ids = await addAll(paths, options, { store, pipeline, counts, io });
    const state = await store.state();
    await store.replaceIncidents(pipeline.reconcile(codedReports(state)).value, state.head?.seq ?? 0);
    if (options.json === true) {
      const record = await ledgerRecord(store, id => ids.has(id));
      await io.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
    } else {
      await io.stdout.write(await summary(counts, store));
    }
    if (io.interrupted.aborted) await io.stderr.write('casus: stopped; the same command again adds the rest.\n');
    return counts.unread > 0 ? 1 : 0;
  } finally {
    await store.close();
  }
}

interface Run {
  readonly store: Store;
  readonly pipeline: Pipeline;
  readonly counts: Counts;
  readonly io: Io;
}

/** Adds one report after the other, and gives the ids of all that were read. */
async function addAll(paths: readonly string[], options: GivenOptions, { store, pipeline, counts, io }: Run) {
  const ids = new Set<string>();
  const total = io.stderr.isTTY ? await countFiles(paths) : null;
  const bar = progress(io, total, () => performance.now());
  let done = 0;
  for await (const item of readFiles(paths, { stdin: io.stdin })) {
    if (io.interrupted.aborted) break;
    if ('error' in item) {
      counts.unread += 1;
      await bar.clear();
      await complain(item.error, io);
    } else {
      const coded = await codeOne(item, options, store, pipeline);
      const { change } = await store.appendReport(coded);
      counts[change] += 1;
      ids.add(coded.report.id);
    }
    done += 1;
    await bar.step(done);
  }
  await bar.clear();
  return ids;
}

/** Codes a report as the ledger will know it, so that a coding never knows less than the ledger does. */
async function codeOne(
  item: Extract<SourceItem, { input: unknown }>,
  options: GivenOptions,
  store: Store,
  pipeline: Pipeline,
): Promise<CodedReport> {
  const read = pipeline.read({ ...item.input, given: givenMetadata(options) });
  const known = await store.report(read.value.id);
  return pipeline.code(known === null ? read : mergeReading(known, read));
}

async function summary(counts: Counts, store: Store): Promise<string> {
  const { reports, claims, incidents } = await store.size();
  const parts = [
    `${plural(counts.added, 'report')} added`,
    ...(counts.corrected > 0 ? [`${counts.corrected} corrected`] : []),
    ...(counts.recoded > 0 ? [`${counts.recoded} coded anew`] : []),
    ...(counts.unchanged > 0 ? [`${counts.unchanged} known already`] : []),
    ...(counts.unread > 0 ? [`${counts.unread} not read`] : []),
  ];
  const holds = [plural(reports, 'report'), plural(claims, 'claim'), plural(incidents, 'incident')].join(', ');
  return `${parts.join(', ')}. The ledger ${store.name} holds ${holds}.\n`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
