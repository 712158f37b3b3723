import { extname } from 'node:path';
import { CasusError, type ExitCode } from '../../../core/base/error.ts';
import { filterInWords } from '../../../core/export/filter-words.ts';
import type { Refusal, Table } from '../../../core/export/table.ts';
import { recordWithin } from '../../../core/ledger/index.ts';
import { openDerivation, openStore } from '../../wire.ts';
import { type Exporter, openExporter, policyNamed } from '../../wire-exchange.ts';
import { type FilterOptions, filterOf } from '../filter-options.ts';
import type { Io } from '../io.ts';
import type { LedgerOptions } from '../options.ts';

export interface ExportOptions extends FilterOptions {
  readonly out?: string;
  readonly as?: string;
  readonly hxl?: boolean;
  readonly interNum?: boolean;
  readonly refusals?: string;
  readonly policy?: string;
  readonly redact?: boolean;
}

/**
 * `casus export`: a ledger in another project's shape, to a file or, for text, to standard output. What could not be a row
 * is counted on standard error and, with `--refusals`, listed with its reason.
 */
export async function exportLedger(format: string, options: ExportOptions & LedgerOptions, io: Io): Promise<ExitCode> {
  const filter = filterOf(options);
  const exporter = await openExporter();
  exporter.check(format, options);
  const policy = await policyNamed(options.policy);
  const store = await openStore(options.ledger, { mode: 'read' });
  try {
    const context = await exporter.context(await recordWithin(store, filter, openDerivation, policy), {
      filters: filterInWords(filter),
      policy,
      redact: options.redact === true,
    });
    const made = await exporter.make(format, context, { ...options, file: fileKind(options) });
    await deliver(made.content, options, io, exporter);
    await tellRefusals(made.refusals, made.refusalTable, options, io, exporter);
    return 0;
  } finally {
    await store.close();
  }
}

/** `--as` goes before the ending of `--out`. */
function fileKind({ as, out }: ExportOptions): string | null {
  if (as !== undefined) return as;
  const ending = out === undefined ? '' : extname(out).slice(1).toLowerCase();
  return ending === '' ? null : ending;
}

type Content = Iterable<string> | Uint8Array | ReadonlyMap<string, Iterable<string> | Uint8Array>;

async function deliver(content: Content, { out }: ExportOptions, io: Io, exporter: Exporter): Promise<void> {
  if (content instanceof Map) {
    const folder = out ?? 'casus-package';
    for (const [name, file] of content) await exporter.write(`${folder}/${name}`, file);
    await io.stdout.write(`Wrote ${content.size} files to ${folder}.\n`);
    return;
  }
  const single = content as Iterable<string> | Uint8Array;
  if (out !== undefined && out !== '-') {
    await exporter.write(out, single);
    await io.stdout.write(`Wrote ${out}.\n`);
    return;
  }
  if (single instanceof Uint8Array) {
    throw new CasusError('usage-invalid', '--out', {
      detail: 'this kind of file is no text: name a file to write it to',
    });
  }
  for (const piece of single) {
    if (io.stdout.closed) return;
    await io.stdout.write(piece);
  }
}

async function tellRefusals(
  refusals: readonly Refusal[],
  table: Table,
  options: ExportOptions,
  io: Io,
  exporter: Exporter,
) {
  if (options.refusals !== undefined) await exporter.write(options.refusals, await exporter.csv(table));
  if (refusals.length === 0) return;
  const where =
    options.refusals === undefined ? '; --refusals FILE says why for each' : `, listed in ${options.refusals}`;
  await io.stderr.write(
    `casus: ${refusals.length} incident${refusals.length === 1 ? ' is' : 's are'} left out${where}\n`,
  );
}
