import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { canonicalJson } from '../src/core/base/canonical-json.ts';
import { evidenceHolds, PublicRecord } from '../src/core/model/index.ts';
import { openPipeline, type Pipeline } from '../src/node/wire.ts';
import { ROOT } from './architecture/source-file.ts';
import { codeFiles } from './code-files.ts';

const FOLDER = join(ROOT, 'examples/reports');
const PATHS = readdirSync(FOLDER).map(name => join(FOLDER, name));
const EXAMPLES = PATHS.map(path => readFileSync(path, 'utf8'));

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await openPipeline();
});

/** Reports cut short, glued together, with their words in another order, or with anything at all in the middle. */
const example = fc.constantFrom(...EXAMPLES);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.tuple(example, fc.nat(2_000), fc.nat(600)).map(([text, start, length]) => text.slice(start, start + length)),
  fc
    .tuple(example, fc.nat(800), fc.string({ unit: 'grapheme' }))
    .map(([text, at, noise]) => text.slice(at, at + 200) + noise + text.slice(at + 200, at + 500)),
  fc.tuple(example, fc.nat(60), fc.nat(7)).map(([text, from, step]) => shuffled(text, from, step)),
  fc
    .tuple(fc.constantFrom('killed ', '12, ', '“', '- ', 'said that ', '\n', '(', 'at least '), fc.nat(200))
    .map(([unit, times]) => unit.repeat(times)),
);

test('any text gives a valid record: analysis never fails, and every quote holds', () => {
  fc.assert(
    fc.property(texts, text => {
      const record = pipeline.record([pipeline.code(pipeline.read({ text }))]);
      expect(PublicRecord.parse(record)).toEqual(record);
      const [report] = record.reports;
      for (const { evidence, hedges } of record.codings.flatMap(({ claims }) => claims)) {
        for (const quote of [evidence, ...hedges]) expect(evidenceHolds(report!, quote), quote.quote).toBe(true);
      }
    }),
    { seed: 9, numRuns: 100 },
  );
});

test('the same reports give the same bytes, and the same incidents in whatever order they are read', async () => {
  const once = await codeFiles(PATHS);
  expect(canonicalJson(await codeFiles(PATHS))).toBe(canonicalJson(once));
  const turned = await codeFiles(PATHS.toReversed());
  expect(sorted(turned.codings)).toEqual(sorted(once.codings));
  expect(sorted(turned.incidents)).toEqual(sorted(once.incidents));
});

test('claims belong to events of their own report, and only what is told as a happening of the news does', async () => {
  const { codings } = await codeFiles(PATHS);
  for (const { claims, events, reportId } of codings) {
    expect(events.filter(event => event.reportId !== reportId)).toEqual([]);
    const ids = new Set([null, ...events.map(({ id }) => id)]);
    expect(claims.filter(({ eventId }) => !ids.has(eventId))).toEqual([]);
    expect(claims.filter(({ eventId, scope }) => eventId !== null && scope !== 'incident')).toEqual([]);
  }
});

function shuffled(text: string, from: number, step: number): string {
  const words = text.split(/\s+/).slice(from, from + 80);
  return words.map((_, i) => words[(i * (step + 2)) % words.length]).join(' ');
}

function sorted(items: readonly object[]): readonly string[] {
  return items.map(canonicalJson).toSorted();
}
