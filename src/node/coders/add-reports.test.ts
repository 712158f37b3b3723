import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../../test/architecture/source-file.ts';
import { collect } from '../../../test/contracts/store.ts';
import type { ReportInput } from '../../core/ingest/index.ts';
import { type Entry, memoryStore } from '../../core/ledger/index.ts';
import { openPipeline, openVersions, type Pipeline } from '../wire.ts';
import { addReports } from './add-reports.ts';
import { openCoderPool } from './coder-pool.ts';
import { type Coders, inlineCoders } from './coders.ts';

const FOLDER = join(ROOT, 'examples/reports');
const TEXTS = readdirSync(FOLDER).map(name => readFileSync(join(FOLDER, name), 'utf8'));
/** Among them one twice, the second time with a day, and once more without: each is read as the one before left it. */
const INPUTS: readonly ReportInput[] = [
  ...TEXTS.slice(0, 5).map(text => ({ text })),
  { text: TEXTS[2]!, given: { publishedAt: '2025-03-06' } },
  { text: TEXTS[2]! },
  ...TEXTS.slice(4).map(text => ({ text })),
];

let pipeline: Pipeline;
let alone: readonly Entry[];
beforeAll(async () => {
  pipeline = await openPipeline();
  alone = await entriesBy(inlineCoders(async () => pipeline.code));
});

async function* named() {
  for (const [i, input] of INPUTS.entries()) yield { name: String(i), input };
}

async function entriesBy(coders: Coders): Promise<readonly Entry[]> {
  const { read } = pipeline;
  const versions = await openVersions();
  const store = memoryStore();
  const interrupted = new AbortController().signal;
  const added = await collect(addReports(named(), { read, versions, coders, store, interrupted }));
  expect(added.length).toBe(INPUTS.length);
  expect(added.filter(({ failed }) => failed !== null)).toEqual([]);
  await coders.close();
  return collect(store.entries());
}

test('one thread after another writes the versions, then each report with its coding', () => {
  const kinds = alone.map(({ kind }) => kind);
  expect(kinds.slice(0, 3)).toEqual(['resources', 'report', 'coding']);
  expect(kinds.filter(kind => kind === 'report')).toHaveLength(TEXTS.length);
  expect(kinds.filter(kind => kind === 'correction')).toHaveLength(1);
});

test('worker threads write the same entries', async () => {
  expect(JSON.stringify(await entriesBy(openCoderPool({ workers: 3 })))).toBe(JSON.stringify(alone));
}, 60_000);

test('in whatever order reports are coded, the same entries are written', async () => {
  const made = new Map<string, ReturnType<Pipeline['code']>>();
  const codeOnce: Pipeline['code'] = read => {
    const key = JSON.stringify(read);
    const known = made.get(key) ?? pipeline.code(read);
    made.set(key, known);
    return known;
  };
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 20 }), async (scheduler, ahead) => {
      const coders: Coders = {
        ahead,
        prepare: () => undefined,
        code: read => scheduler.schedule(Promise.resolve({ coding: codeOnce(read).coding })),
        close: async () => undefined,
      };
      const entries = await scheduler.waitFor(entriesBy(coders));
      expect(JSON.stringify(entries)).toBe(JSON.stringify(alone));
    }),
    { seed: 6, numRuns: 25 },
  );
}, 60_000);
