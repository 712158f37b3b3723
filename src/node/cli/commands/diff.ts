import { CasusError, type ExitCode } from '../../../core/base/error.ts';
import {
  type Derived,
  diffLedgers,
  type Entry,
  fold,
  isOfRules,
  type LedgerDiff,
  type LedgerReading,
  type LedgerState,
  readingOf,
} from '../../../core/ledger/index.ts';
import { openDerivation, openPipeline, openStore } from '../../wire.ts';
import { openRedactor } from '../../wire-redact.ts';
import type { Io } from '../io.ts';
import type { CommonOptions, RedactOptions } from '../options.ts';
import { pageFor } from '../page-for.ts';
import { progress } from '../progress.ts';
import { diffView } from '../view/diff-view.ts';

/**
 * `casus diff`: what two ledgers, or two states of one, say differently. With one ledger, what its reports would say if
 * the present rules coded them; nothing is written.
 */
export async function diff(
  before: string,
  after: string | undefined,
  options: CommonOptions & RedactOptions,
  io: Io,
): Promise<ExitCode> {
  const old = await stateOf(before);
  const now = after === undefined ? await recoded(old, io) : await stateOf(after);
  const derive = await openDerivation();
  const found = diffLedgers(readingOfLedger(old, derive), readingOfLedger(now, derive));
  const redactor = await openRedactor(options);
  const codings = found.codings.map(coding => {
    const of = [old, now].flatMap(state => state.reports.get(coding.reportId) ?? []);
    return redactor.told(coding, of);
  });
  await write({ ...found, codings }, options, io);
  return 0;
}

async function write(found: LedgerDiff, options: CommonOptions, io: Io): Promise<void> {
  const text =
    options.json === true ? JSON.stringify(found, null, 2) : diffView(found, pageFor(io, options.color)).join('\n');
  await io.stdout.write(`${text}\n`);
}

function readingOfLedger(state: LedgerState, derive: (state: LedgerState) => Derived): LedgerReading {
  const { review, incidents } = derive(state);
  return { codings: review.codings, incidents };
}

/** A ledger by its place, or with `@NUMBER` behind it as it was after that entry. */
async function stateOf(place: string): Promise<LedgerState> {
  const [, folder = place, at] = /^(.+)@(\d+)$/.exec(place) ?? [];
  const store = await openStore(folder, { mode: 'read' });
  try {
    if (at === undefined) return await store.state();
    const entries: Entry[] = [];
    for await (const entry of store.entries()) {
      if (entry.seq > Number(at)) break;
      entries.push(entry);
    }
    if (entries.length < Number(at)) {
      throw new CasusError('id-unknown', place, { detail: `it has ${entries.length} entries` });
    }
    return fold(entries);
  } finally {
    await store.close();
  }
}

/** The same ledger with its reports coded by the present rules. */
async function recoded(state: LedgerState, io: Io): Promise<LedgerState> {
  const pipeline = await openPipeline();
  const bar = progress(io, state.reports.size, () => performance.now());
  const codings = new Map(state.codings);
  let done = 0;
  for (const [id, coding] of state.codings) {
    if (io.interrupted.aborted) break;
    const report = state.reports.get(id);
    if (report !== undefined && isOfRules(coding)) codings.set(id, pipeline.code(readingOf(report, coding)).coding);
    done += 1;
    await bar.step(done);
  }
  await bar.clear();
  return { ...state, codings };
}
