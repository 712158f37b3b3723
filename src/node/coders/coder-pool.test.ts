import { afterAll, expect, test } from 'vitest';
import { collect } from '../../../test/contracts/store.ts';
import { memoryStore } from '../../core/ledger/index.ts';
import { openPipeline, openVersions } from '../wire.ts';
import { addReports } from './add-reports.ts';
import { openCoderPool } from './coder-pool.ts';
import type { Coders } from './coders.ts';

const FIXTURES = new URL('../../../test/fixtures/', import.meta.url);
const pools: Coders[] = [];
afterAll(() => Promise.all(pools.map(pool => pool.close())));

function pool(script: string, options: { workers: number; timeMaxMs?: number }): Coders {
  const opened = openCoderPool({ ...options, script: new URL(script, FIXTURES) });
  pools.push(opened);
  return opened;
}

async function* inputs(texts: readonly string[]) {
  for (const [i, text] of texts.entries()) yield { name: `${i}.txt`, input: { text } };
}

/** Adds texts with these coders to a ledger in memory. */
async function addTexts(texts: readonly string[], coders: Coders, store = memoryStore()) {
  const [{ read }, versions] = await Promise.all([openPipeline(), openVersions()]);
  const interrupted = new AbortController().signal;
  const added = await collect(addReports(inputs(texts), { read, versions, coders, store, interrupted }));
  return { added, store };
}

const sound = (i: number) =>
  `On Tuesday ${i + 2} soldiers were killed near Gao, the army of Mali said in statement ${i}.`;

test('a report that kills its worker is kept with the reason, and all the others are coded', async () => {
  const texts = Array.from({ length: 40 }, (_, i) =>
    i === 7 || i === 23 ? `${sound(i)} DIES` : i === 12 ? `${sound(i)} FAILS` : sound(i),
  );
  const { added, store } = await addTexts(texts, pool('fragile-coder.ts', { workers: 2 }));
  expect(added.map(({ name }) => name)).toEqual(texts.map((_, i) => `${i}.txt`));
  const failed = added.filter(one => one.failed !== null).map(one => [one.name, one.failed]);
  expect(failed).toEqual([
    ['7.txt', 'the worker ended with code 3'],
    ['12.txt', 'RangeError: no way on'],
    ['23.txt', 'the worker ended with code 3'],
  ]);
  const { reports, codings } = await store.state();
  expect([...reports.values()].map(({ text }) => text)).toEqual(texts);
  for (const [i, coding] of [...codings.values()].entries()) {
    const isSound = texts[i] === sound(i);
    expect(coding.claims.length > 0).toBe(isSound);
    expect(coding.problems.some(({ code }) => code === 'coding-failed')).toBe(!isSound);
  }
}, 120_000);

test('one that failed is tried again when it is added again, the others are left alone', async () => {
  const texts = [sound(0), `${sound(1)} FAILS`];
  const { store } = await addTexts(texts, pool('fragile-coder.ts', { workers: 1 }));
  const { added } = await addTexts(texts, pool('../../src/node/coders/coder-worker.ts', { workers: 1 }), store);
  expect(added.map(({ change, failed }) => [change, failed])).toEqual([
    ['unchanged', null],
    ['recoded', null],
  ]);
}, 60_000);

test('one that never ends is ended', async () => {
  const texts = [sound(0), `${sound(1)} HANGS`, sound(2)];
  const { added } = await addTexts(texts, pool('fragile-coder.ts', { workers: 1, timeMaxMs: 4_000 }));
  expect(added.map(({ failed }) => failed)).toEqual([null, 'it took longer than 4 s', null]);
}, 60_000);

test('where no worker can start, it says why', async () => {
  const adding = addTexts([sound(0), sound(1)], pool('broken-coder.ts', { workers: 2 }));
  await expect(adding).rejects.toMatchObject({ code: 'resource-missing', subject: 'models/language.bin' });
});

test('where the ledger holds all that is added, no worker starts, and nothing that codes is loaded', async () => {
  const texts = [sound(0), sound(1)];
  const { store } = await addTexts(texts, pool('../../src/node/coders/coder-worker.ts', { workers: 2 }));
  const { added } = await addTexts(texts, pool('broken-coder.ts', { workers: 2 }), store);
  expect(added.map(({ change }) => change)).toEqual(['unchanged', 'unchanged']);
}, 60_000);
