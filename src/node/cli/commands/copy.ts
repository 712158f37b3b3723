import { CasusError, type ExitCode } from '../../../core/base/error.ts';
import { type Entry, entryHolds, type LedgerHead } from '../../../core/ledger/index.ts';
import { openStore } from '../../wire.ts';
import type { Io } from '../io.ts';
import type { CommonOptions } from '../options.ts';
import { progress } from '../progress.ts';

/** Entries that are written in one transaction. */
const BATCH = 200;

/**
 * `casus copy`: brings every entry of a ledger into another, with its number and hash, and the incidents. The chain is
 * checked entry by entry. What the other holds already must be the beginning of this one: then the rest is copied.
 */
export async function copy(from: string, to: string, options: CommonOptions, io: Io): Promise<ExitCode> {
  const source = await openStore(from, { mode: 'read' });
  try {
    const target = await openStore(to);
    try {
      const size = await source.size();
      const held = (await target.side()).head;
      const bar = progress(io, size.entries, () => performance.now());
      let last: LedgerHead = null;
      let batch: Entry[] = [];
      let copied = 0;
      for await (const entry of source.entries()) {
        if (!entryHolds(last, entry)) {
          throw new CasusError('ledger-damaged', source.name, { detail: `entry ${entry.seq} does not follow` });
        }
        last = entry;
        if (held?.seq === entry.seq && held.id !== entry.id) diverged(target.name, entry.seq);
        if (entry.seq > (held?.seq ?? 0)) batch.push(entry);
        if (batch.length < BATCH) continue;
        await target.appendEntries(batch);
        copied += batch.length;
        batch = [];
        await bar.step(entry.seq);
      }
      if (held !== null && (last?.seq ?? 0) < held.seq) diverged(target.name, held.seq);
      if (batch.length > 0) await target.appendEntries(batch);
      copied += batch.length;
      await target.replaceIncidents(await source.incidents(), size.incidentsAsOf);
      await bar.clear();
      const entries = last?.seq ?? 0;
      const words = `${copied} of ${entries} entries copied from ${source.name} to ${target.name}; every hash holds.`;
      const told = { from: source.name, to: target.name, entries, copied };
      await io.stdout.write(options.json === true ? `${JSON.stringify(told, null, 2)}\n` : `${words}\n`);
      return 0;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function diverged(name: string, seq: number): never {
  throw new CasusError('ledger-diverged', name, { detail: `at entry ${seq}` });
}
