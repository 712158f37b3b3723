import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codedReport } from '../../../test/fixtures/coded-report.ts';
import { chain, Entry, type EntryContent, entryHolds } from './entry.ts';
import { planAppend } from './plan-append.ts';
import { append, EMPTY_LEDGER, fold } from './state.ts';

const ENTRIES = chain(null, [
  ...planAppend(null, codedReport(1)).contents,
  ...planAppend(null, codedReport(2)).contents,
  ...planAppend(codedReport(1), codedReport(1, { given: { publishedAt: '2025-03-06' } })).contents,
]);

describe('chain', () => {
  test('numbers entries on and binds each to the one before it', () => {
    expect(ENTRIES.map(({ seq, kind }) => `${seq} ${kind}`)).toEqual([
      '1 report',
      '2 coding',
      '3 report',
      '4 coding',
      '5 correction',
      '6 coding',
    ]);
    for (const [i, entry] of ENTRIES.entries()) {
      expect(entryHolds(ENTRIES[i - 1] ?? null, entry)).toBe(true);
      expect(Entry.parse(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
    }
  });

  test('a past entry cannot be changed, moved or left out unseen', () => {
    const [first, second, third] = ENTRIES;
    if (first?.kind !== 'report' || second === undefined || third === undefined)
      throw new Error('the fixture is wrong');
    const changed = { ...first, report: { ...first.report, url: 'https://example.org/changed' } };
    expect(entryHolds(null, changed)).toBe(false);
    expect(entryHolds(first, third)).toBe(false);
    expect(entryHolds(null, second)).toBe(false);
    expect(entryHolds({ ...first, id: 'ent_other' }, second)).toBe(false);
  });
});

describe('state', () => {
  test('holds each report as now known and its newest coding', () => {
    const { head, reports, codings, decisions } = fold(ENTRIES);
    const dated = codedReport(1, { given: { publishedAt: '2025-03-06' } });
    expect(head).toEqual({ seq: 6, id: ENTRIES[5]?.id });
    expect([...reports.values()]).toEqual([dated.report, codedReport(2).report]);
    expect(codings.get(dated.report.id)).toEqual(dated.coding);
    expect(decisions).toEqual([]);
  });

  test('append leaves the state it was given alone', () => {
    const before = fold(ENTRIES.slice(0, 2));
    const copy = structuredClone(before);
    for (const entry of ENTRIES.slice(2, 3)) append(before, entry);
    expect(before).toEqual(copy);
    expect(EMPTY_LEDGER.reports.size).toBe(0);
  });

  test('entry by entry or all at once comes to the same', () => {
    expect(ENTRIES.reduce(append, EMPTY_LEDGER)).toEqual(fold(ENTRIES));
    fc.assert(
      fc.property(fc.nat(ENTRIES.length), cut => {
        expect(fold(ENTRIES.slice(cut), fold(ENTRIES.slice(0, cut)))).toEqual(fold(ENTRIES));
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  test.each<[string, readonly EntryContent[]]>([
    ['a coding', [{ kind: 'coding', coding: codedReport(1).coding }]],
    ['a correction', planAppend(codedReport(1), codedReport(1, { given: { url: 'https://example.org' } })).contents],
  ])('%s of a report that is not there is no ledger', (_, contents) => {
    expect(() => fold(chain(null, contents))).toThrow(RangeError);
  });

  test('a gap is no ledger', () => {
    expect(() => fold(ENTRIES.slice(1))).toThrow('entry 2 cannot follow entry 0');
  });
});
