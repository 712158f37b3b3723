import type { ExitCode } from '../../../core/base/error.ts';
import type { CodedReport } from '../../../core/ledger/index.ts';
import { openOwn, openPipeline, type Pipeline, pageKnowledge, readSources } from '../../wire.ts';
import { openRedactor, type Redactor } from '../../wire-redact.ts';
import type { Io } from '../io.ts';
import type {
  CommonOptions,
  FetchOptions,
  FormatOptions,
  GivenOptions,
  OwnOptions,
  RedactOptions,
} from '../options.ts';
import { pageFor } from '../page-for.ts';
import { incidentView } from '../view/incident-view.ts';
import type { Page } from '../view/page.ts';
import { reportView } from '../view/report-view.ts';
import { complain } from './complain.ts';
import { givenMetadata } from './given.ts';
import { recordOfIncident } from './record-of-incident.ts';
import { sourceOptions } from './source-options.ts';

/**
 * `casus read`: codes each report and prints it at once; when several tell of one incident, their accounts follow side
 * by side. Stores nothing. A source that cannot be read is named, and the others are read.
 */
export async function read(
  sources: readonly string[],
  options: CommonOptions & GivenOptions & FormatOptions & FetchOptions & OwnOptions & RedactOptions,
  io: Io,
): Promise<ExitCode> {
  const page = pageFor(io, options.color, await pageKnowledge());
  const own = await openOwn(options.ledger);
  const redactor = await openRedactor(options);
  const coded: CodedReport[] = [];
  let failed = 0;
  let pipeline: Pipeline | null = null;
  for await (const item of readSources(sources, sourceOptions(options, io))) {
    if (io.interrupted.aborted || io.stdout.closed) break;
    if ('error' in item) {
      failed += 1;
      await complain(item.error, io);
      continue;
    }
    pipeline ??= await openPipeline(own);
    const one = pipeline.code(pipeline.read({ ...item.input, given: givenMetadata(options) }));
    if (options.json !== true) await printReport(one, coded.length, { pipeline, redactor, page, io });
    coded.push(one);
  }
  if (options.json === true) await printRecord(coded, pipeline, redactor, io);
  else if (coded.length > 1 && pipeline !== null) await printShared(coded, { pipeline, redactor, page, io });
  return failed > 0 ? 1 : 0;
}

interface Printing {
  readonly pipeline: Pipeline;
  readonly redactor: Redactor;
  readonly page: Page;
  readonly io: Io;
}

async function printReport(
  one: CodedReport,
  before: number,
  { pipeline, redactor, page, io }: Printing,
): Promise<void> {
  const rule = before === 0 ? '' : `\n${page.paint.faint('─'.repeat(page.width))}\n\n`;
  await io.stdout.write(`${rule}${reportView(redactor.record(pipeline.record([one])), page).join('\n')}\n`);
}

async function printRecord(
  coded: readonly CodedReport[],
  pipeline: Pipeline | null,
  redactor: Redactor,
  io: Io,
): Promise<void> {
  const record = redactor.record((pipeline ?? (await openPipeline())).record(coded));
  await io.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
}

/** The incidents that more than one of these reports tells of. */
async function printShared(coded: readonly CodedReport[], { pipeline, redactor, page, io }: Printing): Promise<void> {
  const record = redactor.record(pipeline.record(coded));
  for (const incident of record.incidents) {
    if (new Set(incident.links.map(link => link.reportId)).size < 2) continue;
    const lines = incidentView(incident, recordOfIncident(incident, record), page);
    await io.stdout.write(`\n${page.paint.faint('═'.repeat(page.width))}\n\n${lines.join('\n')}\n`);
  }
}
