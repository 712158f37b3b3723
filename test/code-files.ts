import type { ReportMetadata } from '../src/core/ingest/index.ts';
import type { CodedReport } from '../src/core/ledger/index.ts';
import type { PublicRecord } from '../src/core/model/index.ts';
import { openPipeline, type Pipeline, readSources } from '../src/node/wire.ts';

/** Reads files through the whole pipeline into a record. Throws when one of them cannot be read. */
export async function codeFiles(paths: readonly string[], given: ReportMetadata = {}): Promise<PublicRecord> {
  const pipeline = await sharedPipeline();
  const coded: CodedReport[] = [];
  for await (const item of readSources(paths)) {
    if ('error' in item) throw item.error;
    coded.push(pipeline.code(pipeline.read({ ...item.input, given })));
  }
  return pipeline.record(coded);
}

/** Loading takes a moment, and a pipeline keeps nothing of what it read: one serves all tests of a process. */
const opened: Promise<Pipeline>[] = [];

function sharedPipeline(): Promise<Pipeline> {
  opened[0] ??= openPipeline();
  return opened[0];
}
