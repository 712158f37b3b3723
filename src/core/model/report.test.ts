import { expect, test } from 'vitest';
import { Report } from './report.ts';

const report: Report = {
  id: 'rep_1',
  text: 'Nothing happened.',
  headline: null,
  dateline: null,
  byline: null,
  source: null,
  url: null,
  publishedAt: null,
  publishedBasis: null,
  retrievedAt: null,
  provenance: null,
  language: 'en',
  fingerprint: '0',
  syndicatedFrom: null,
};

const CASES: readonly [what: string, change: object, valid: boolean][] = [
  ['a report without a date stays undated', {}, true],
  ['a date with where it was found', { publishedAt: '2026-01-31', publishedBasis: 'dateline' }, true],
  ['an empty text is a report', { text: '' }, true],
  ['a date from nowhere', { publishedAt: '2026-01-31' }, false],
  ['a place of finding without a date', { publishedBasis: 'text' }, false],
  ['a date that does not exist', { publishedAt: '2026-01-32', publishedBasis: 'given' }, false],
  ['a source without a name', { source: { name: '', kind: null, country: null, affiliation: null } }, false],
];

test.each(CASES)('%s', (_, change, valid) => {
  expect(Report.safeParse({ ...report, ...change }).success).toBe(valid);
});
