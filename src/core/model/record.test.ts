import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claims, days, spans, words } from '../../../test/arbitrary/nouns.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import { PROBLEMS, type ProblemCode } from './problem.ts';
import { PublicRecord } from './record.ts';

const reports = fc.record({
  id: fc.constant('rep_1'),
  text: fc.string(),
  headline: fc.option(spans),
  dateline: fc.constant(null),
  byline: fc.option(words),
  source: fc.option(
    fc.record({
      name: words,
      kind: fc.constantFrom('wire', 'state', 'ngo'),
      country: fc.constant('MLI'),
      affiliation: fc.constant(null),
    }),
  ),
  url: fc.constant(null),
  publishedAt: days,
  publishedBasis: fc.constantFrom('given', 'dateline'),
  retrievedAt: fc.constant('2026-01-31T10:00:00Z'),
  provenance: fc.option(
    fc.record({
      sha256: fc.constant('0'.repeat(64)),
      bytes: fc.nat(),
      mediaType: fc.constant('text/html'),
      from: words,
      fetchedBy: fc.option(words),
      extractedBy: fc.option(words),
    }),
  ),
  language: fc.option(fc.constant('en')),
  fingerprint: words,
  syndicatedFrom: fc.option(words),
});

const problems = fc.record({
  code: fc.constantFrom(...(Object.keys(PROBLEMS) as ProblemCode[])),
  message: words,
  span: fc.option(spans),
});

const records = fc.record({
  format: fc.constant('casus-record'),
  formatVersion: fc.constant(1),
  reports: fc.array(reports, { maxLength: 2 }),
  codings: fc.array(
    fc.record({
      id: fc.constant('cod_1'),
      reportId: fc.constant('rep_1'),
      coder: fc.constant('rules@0.1.0+abc'),
      claims: fc.array(claims, { maxLength: 3 }),
      events: fc.constant([]),
      problems: fc.array(problems, { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
  incidents: fc.constant([]),
  problems: fc.array(problems, { maxLength: 2 }),
});

test('a record comes through JSON and back unchanged, byte for byte', () => {
  fc.assert(
    fc.property(records, record => {
      const text = canonicalJson(record);
      const read = PublicRecord.parse(JSON.parse(text));
      expect(read).toEqual(record);
      expect(canonicalJson(read)).toBe(text);
    }),
    { seed: 7, numRuns: 50 },
  );
});

test('a record of another format or version is refused', () => {
  const empty = { format: 'casus-record', formatVersion: 1, reports: [], codings: [], incidents: [], problems: [] };
  expect(PublicRecord.safeParse(empty).success).toBe(true);
  expect(PublicRecord.safeParse({ ...empty, formatVersion: 2 }).success).toBe(false);
  expect(PublicRecord.safeParse({ ...empty, format: 'other' }).success).toBe(false);
});
