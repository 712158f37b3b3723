import { describe, expect, test } from 'vitest';
import { readReport } from '../ingest/index.ts';
import type { Report } from '../model/report.ts';
import { mergeReading, mergeReport } from './merge-report.ts';

const BASE = readReport({ text: 'Five hurt.\n\nThe army said so.' }).value;
const SOURCE = { name: 'Karsa Post', kind: null, country: null, affiliation: null } as const;
const BYTES = {
  sha256: 'a'.repeat(64),
  bytes: 10,
  mediaType: 'text/plain',
  from: 'road.txt',
  fetchedBy: null,
  extractedBy: null,
};
const dated = (publishedAt: string, publishedBasis: 'given' | 'metadata' | 'dateline' | 'text') => ({
  publishedAt,
  publishedBasis,
});

describe('mergeReport', () => {
  test.each<[string, Partial<Report>, Partial<Report>, Partial<Report>]>([
    ['a date comes', {}, dated('2025-03-06', 'text'), dated('2025-03-06', 'text')],
    ['a date stays', dated('2025-03-06', 'text'), {}, dated('2025-03-06', 'text')],
    ['a surer date wins', dated('2025-03-06', 'dateline'), dated('2025-03-05', 'given'), dated('2025-03-05', 'given')],
    [
      'a less sure one does not',
      dated('2025-03-06', 'given'),
      dated('2025-03-05', 'metadata'),
      dated('2025-03-06', 'given'),
    ],
    [
      'of two as sure the newer wins',
      dated('2025-03-06', 'given'),
      dated('2025-03-05', 'given'),
      dated('2025-03-05', 'given'),
    ],
    ['an address comes', { url: null }, { url: 'https://example.org' }, { url: 'https://example.org' }],
    ['an address stays', { url: 'https://example.org' }, { url: null }, { url: 'https://example.org' }],
    [
      'the first fetching stays',
      { retrievedAt: '2025-03-06T00:00:00Z' },
      { retrievedAt: '2025-03-07T00:00:00Z' },
      { retrievedAt: '2025-03-06T00:00:00Z' },
    ],
    [
      'bytes stay with the time at which they were fetched',
      { retrievedAt: null, provenance: BYTES },
      { retrievedAt: '2025-03-07T00:00:00Z', provenance: { ...BYTES, from: 'https://example.org' } },
      { retrievedAt: null, provenance: BYTES },
    ],
    [
      'a publisher is completed',
      { source: { ...SOURCE, kind: 'local' } },
      { source: { ...SOURCE, country: 'MLI' } },
      { source: { ...SOURCE, kind: 'local', country: 'MLI' } },
    ],
    [
      'what ingest finds is taken from the newer reading',
      { headline: { start: 0, end: 10 } },
      { headline: null },
      { headline: null },
    ],
  ])('%s', (_, known, read, expected) => {
    const merged = mergeReport({ ...BASE, ...known }, { ...BASE, ...read });
    expect(merged).toEqual({ ...BASE, ...expected });
    expect(mergeReport(merged, { ...BASE, ...read })).toEqual(merged);
  });

  test('two reports are not one', () => {
    expect(() => mergeReport(BASE, { ...BASE, id: 'rep_other' })).toThrow(RangeError);
  });
});

test('mergeReading drops the difficulty that the ledger has solved', () => {
  const read = readReport({ text: 'Karsa: quiet\uFFFD' });
  const codes = (known: Report) => mergeReading(known, read).problems.map(({ code }) => code);
  expect(codes(read.value)).toEqual(['text-damaged', 'published-unknown', 'language-uncertain']);
  expect(codes({ ...read.value, ...dated('2025-03-06', 'given') })).toEqual(['text-damaged', 'language-uncertain']);
});
