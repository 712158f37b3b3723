import { expect, test } from 'vitest';
import { loadResources } from '../../node/resources/load.ts';
import { readReport } from '../ingest/index.ts';
import { analyze } from './analyze.ts';

const resources = loadResources();

// All layers over what syntax/bad-input.test.ts reads, in fast mode: what would take quadratic time does not end within
// the limit of these tests.
const cases: readonly [string, string][] = [
  ['a megabyte of one letter', 'a'.repeat(1_000_000)],
  ['100,000 opening quotes', '“'.repeat(100_000)],
  ['a sentence of 50,000 words', 'the army said that Mali '.repeat(10_000)],
  ['3,000 names of one place', 'Gao, '.repeat(3_000)],
  ['10,000 figures', '14 or 15, '.repeat(5_000)],
  ['1,000 days', 'on 3 May 2024, '.repeat(1_000)],
  ['lone surrogates and zero-width characters', '\ud800 12\u200b killed\udc00 \u200f'.repeat(2_000)],
  ['right-to-left text', 'قال الجيش إن 12 جنديا قتلوا. '.repeat(1_000)],
  ['HTML left-overs', '<p class="x">Nine&nbsp;men were killed in Gao</p><br/>'.repeat(500)],
];

test.each(cases)(
  '%s',
  (_, text) => {
    const { value: report } = readReport({ text });
    const { value: doc } = analyze({ ...report, language: 'en' }, resources, { mode: 'fast' });
    for (const { span } of [...doc.dates, ...doc.places, ...doc.actors]) {
      expect(span.start).toBeLessThan(span.end);
      expect(span.end).toBeLessThanOrEqual(report.text.length);
    }
  },
  120_000,
);
