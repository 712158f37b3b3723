import { extname } from 'node:path';
import { CasusError, type ExitCode } from '../../../core/base/error.ts';
import { dayInWords } from '../../../core/export/words.ts';
import { type Filter, recordWithin } from '../../../core/ledger/index.ts';
import { openDerivation, openStore } from '../../wire.ts';
import { openBriefer, policyNamed } from '../../wire-exchange.ts';
import type { Io } from '../io.ts';
import type { LedgerOptions } from '../options.ts';
import { visible } from '../view/visible.ts';

export interface BriefOptions {
  readonly area?: string;
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
  readonly policy?: string;
  readonly redact?: boolean;
}

const KINDS = ['md', 'html', 'pdf'] as const;
type Kind = (typeof KINDS)[number];

/** `casus brief`: a situation report over a part of the ledger, as Markdown, as a page, or as PDF. */
export async function brief(options: BriefOptions & LedgerOptions, io: Io): Promise<ExitCode> {
  const kind = kindOf(options.out);
  const briefer = await openBriefer();
  const policy = await policyNamed(options.policy);
  const area = options.area === undefined ? null : briefer.area(options.area);
  const filter: Filter = {
    ...(area?.filter ?? {}),
    ...(options.from === undefined ? {} : { from: options.from }),
    ...(options.to === undefined ? {} : { to: options.to }),
  };
  const store = await openStore(options.ledger, { mode: 'read' });
  try {
    const record = await recordWithin(store, filter, openDerivation, policy);
    const filters = [...(area === null ? [] : [area.name]), ...daysInWords(options)];
    const made = await briefer.brief(record, {
      title: `Situation report: ${[area?.name ?? 'all incidents', ...daysInWords(options)].join(', ')}`,
      filters,
      redact: options.redact === true,
      policy,
    });
    if (kind === 'md' && options.out === undefined) await io.stdout.write(made.markdown({}));
    else {
      await write(kind, options.out ?? '', made, briefer, io);
      await io.stdout.write(`Wrote ${options.out}.\n`);
    }
    return 0;
  } finally {
    await store.close();
  }
}

type Made = Awaited<ReturnType<Awaited<ReturnType<typeof openBriefer>>['brief']>>;

async function write(kind: Kind, out: string, made: Made, briefer: Awaited<ReturnType<typeof openBriefer>>, io: Io) {
  if (kind === 'html') {
    await briefer.write(out, [made.html()]);
    return;
  }
  if (kind === 'pdf') {
    const { bytes, missing } = await made.pdf();
    await briefer.write(out, bytes);
    if (missing.length > 0) await io.stderr.write(`casus: ${lacking(missing)}\n`);
    return;
  }
  const stem = out.replace(/\.md$/i, '');
  const name = stem.split(/[/\\]/).at(-1) ?? stem;
  const pictures = {
    ...(made.map === null ? {} : { map: `${name}-map.svg` }),
    ...(made.timeline === null ? {} : { timeline: `${name}-timeline.svg` }),
  };
  if (made.map !== null) await briefer.write(`${stem}-map.svg`, [made.map]);
  if (made.timeline !== null) await briefer.write(`${stem}-timeline.svg`, [made.timeline]);
  await briefer.write(out, [made.markdown(pictures)]);
}

function lacking(missing: readonly string[]): string {
  const some = missing.slice(0, 10).map(visible).join(' ');
  const more = missing.length > 10 ? ' …' : '';
  return `the fonts of the PDF lack ${missing.length} of its characters, which are boxes there: ${some}${more}; .md and .html have them`;
}

function kindOf(out: string | undefined): Kind {
  if (out === undefined) return 'md';
  const ending = extname(out).slice(1).toLowerCase();
  const kind = KINDS.find(known => known === ending);
  if (kind === undefined)
    throw new CasusError('usage-invalid', `--out ${out}`, { detail: `the name ends in .${KINDS.join(', .')}` });
  return kind;
}

function daysInWords({ from, to }: BriefOptions): readonly string[] {
  if (from !== undefined && to !== undefined) return [`${dayInWords(from)} to ${dayInWords(to)}`];
  if (from !== undefined) return [`from ${dayInWords(from)}`];
  return to === undefined ? [] : [`until ${dayInWords(to)}`];
}
