import type { ExitCode } from '../../../core/base/error.ts';
import { type Checked, checkLedger, type Difference, keepIncidents, type Store } from '../../../core/ledger/index.ts';
import {
  keepHeapSmall,
  openCoders,
  openDerivation,
  openOwn,
  openStore,
  openVersions,
  recodeReports,
} from '../../wire.ts';
import type { Io } from '../io.ts';
import type { CommonOptions, LedgerOptions } from '../options.ts';
import { progress } from '../progress.ts';
import { visible } from '../view/visible.ts';
import { workersFor } from '../workers-for.ts';

interface RebuildOptions extends CommonOptions, LedgerOptions {
  readonly check?: boolean;
  readonly recode?: boolean;
  readonly workers?: number;
}

/** Differences that are listed; the number of all is told. */
const LISTED_MAX = 20;

/**
 * `casus rebuild`: works out from the entries what the ledger comes to, says where what is kept differs, and puts the
 * incidents right. With `--recode` every report is coded anew first.
 */
export async function rebuild(options: RebuildOptions, io: Io): Promise<ExitCode> {
  await (await openStore(options.ledger, { mode: 'read' })).close();
  const store = await openStore(options.ledger, { mode: options.check === true ? 'read' : 'write' });
  try {
    const derive = await openDerivation();
    const recoded = options.recode === true && options.check !== true ? await recode(store, options, io) : null;
    if (recoded !== null) await keepIncidents(store, derive);
    const checked = await checkLedger(store, derive);
    if (options.check !== true) await keepIncidents(store, derive);
    const { entries, differences } = checked;
    if (options.json === true) {
      const result = { ledger: store.name, entries, recoded, madeWith: checked.state.resources, differences };
      await io.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    } else {
      await io.stdout.write(await inWords(store.name, checked, recoded, options.ledger));
    }
    return differences.length > 0 ? 1 : 0;
  } finally {
    await store.close();
  }
}

/** Codes every report anew, and gives how many say something else now. */
async function recode(store: Store, { workers, ledger }: RebuildOptions, io: Io): Promise<number> {
  keepHeapSmall();
  const own = await openOwn(ledger);
  const { reports } = await store.size();
  const coders = await openCoders(workers ?? workersFor(reports), own);
  const bar = progress(io, reports, () => performance.now());
  try {
    const writing = { store, coders, versions: await openVersions(own), interrupted: io.interrupted };
    let done = 0;
    let changed = 0;
    for await (const { reportId, change, failed } of recodeReports(writing)) {
      done += 1;
      if (change !== 'unchanged') changed += 1;
      if (failed !== null) {
        await bar.clear();
        await io.stderr.write(`casus: ${reportId}: it could not be coded (${visible(failed)})\n`);
      }
      await bar.step(done);
    }
    return changed;
  } finally {
    await bar.clear();
    await coders.close();
  }
}

async function inWords(name: string, checked: Checked, recoded: number | null, ledger: string): Promise<string> {
  const { entries, differences, state, derived } = checked;
  const versions = await openVersions(await openOwn(ledger));
  const made = state.resources;
  const lines = [
    ...(recoded === null ? [] : [`${recoded} of ${state.reports.size} reports read otherwise by the present rules.`]),
    ...differences.slice(0, LISTED_MAX).map(line),
    ...(differences.length > LISTED_MAX ? [`… and ${differences.length - LISTED_MAX} more.`] : []),
    ...(made === null || made.coder === versions.coder
      ? []
      : [`Last coded with ${made.coder}; this casus codes with ${versions.coder} (casus rebuild --recode).`]),
    `${entries} entries of ${name} come to ${state.reports.size} reports and ${derived.incidents.length} incidents: ` +
      (differences.length === 0 ? 'what is kept is the same, byte for byte.' : `${differences.length} differences.`),
  ];
  return `${lines.join('\n')}\n`;
}

function line({ where, id, what }: Difference): string {
  return visible(`${where}${id === '' ? '' : ` ${id}`}: ${what}`);
}
