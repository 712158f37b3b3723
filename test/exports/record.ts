import { fileURLToPath } from 'node:url';
import type { ExportContext } from '../../src/core/export/export-context.ts';
import type { PublicRecord } from '../../src/core/model/index.ts';
import { openExporter } from '../../src/node/wire-exchange.ts';
import { codeFiles } from '../code-files.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/reports/', import.meta.url));

/** The examples, coded once for all tests of a process. */
export function exampleRecord(): Promise<PublicRecord> {
  coded[0] ??= codeFiles([EXAMPLES]);
  return coded[0];
}

export async function exampleContext(options: { policy?: string; redact?: boolean } = {}): Promise<ExportContext> {
  return (await openExporter()).context(await exampleRecord(), { policy: 'ranges@1', redact: false, ...options });
}

const coded: Promise<PublicRecord>[] = [];
