import type { ExitCode } from '../../../core/base/error.ts';
import { filterInWords } from '../../../core/export/filter-words.ts';
import { countInWords } from '../../../core/export/words.ts';
import { recordWithin } from '../../../core/ledger/index.ts';
import { openDerivation, openOwn, openStore } from '../../wire.ts';
import { openPublisher, policyNamed } from '../../wire-exchange.ts';
import { type FilterOptions, filterOf } from '../filter-options.ts';
import type { Io } from '../io.ts';
import type { LedgerOptions } from '../options.ts';
import { progress } from '../progress.ts';

export interface SiteOptions extends FilterOptions, LedgerOptions {
  readonly policy?: string;
  readonly title: string;
  /** Set unless `--no-redact` is given. */
  readonly redact: boolean;
  /** Set unless `--no-reader` is given. */
  readonly reader: boolean;
  readonly force?: boolean;
}

/** `casus publish`: a ledger as a site of files, for any web server. */
export async function publish(folder: string, options: SiteOptions, io: Io): Promise<ExitCode> {
  const filter = filterOf(options);
  const { title, redact, reader, force = false } = options;
  const policy = await policyNamed(options.policy);
  const publisher = await openPublisher(await openOwn(options.ledger));
  const store = await openStore(options.ledger, { mode: 'read' });
  try {
    const { reports } = await store.size();
    const shown = progress(io, reports, () => performance.now());
    const site = await publisher.publish(folder, () => recordWithin(store, filter, openDerivation, policy), {
      title,
      policy,
      filters: filterInWords(filter),
      redact,
      reader,
      force,
      onRead: done => void shown.step(done),
    });
    await shown.clear();
    const { incidents, claims, reports: published } = site.size;
    const holds = `${countInWords(incidents)} incidents, ${countInWords(claims)} claims, ${countInWords(published)} reports`;
    await io.stdout.write(
      `Published ${holds} as ${site.files.length + 1} files in ${folder}.\n${ofNames(redact)}\nLook at it: npx serve ${folder}, or put the folder on any web server.\n`,
    );
    return 0;
  } finally {
    await store.close();
  }
}

function ofNames(redact: boolean): string {
  return redact
    ? 'Names of private persons are masked, as far as a program finds them: look before you publish.'
    : 'Names of private persons are NOT masked. The texts belong to the publishers of the reports.';
}
