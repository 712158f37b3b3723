import { describe, expect, it } from 'vitest';
import { CONSTRUCTED_RECORD, ROAD_REPORT } from '../../../test/fixtures/constructed-record.ts';
import { expectGolden } from '../../../test/golden.ts';
import { ledgerText } from './ledger-text.ts';

describe('ledgerText', () => {
  it('writes a record as a coder would', () => {
    expectGolden('cli/golden/constructed.ledger', ledgerText(CONSTRUCTED_RECORD));
  });

  it('gives no id or hash', () => {
    const text = ledgerText(CONSTRUCTED_RECORD);
    for (const id of ['r_road', 'k_road', 'e_road', 'i_karsa', 'c1;', 'x:']) expect(text).not.toContain(id);
  });

  it('is the same whatever the order of claims', () => {
    const [coding, ...rest] = CONSTRUCTED_RECORD.codings;
    const turned = { ...coding!, claims: coding!.claims.toReversed() };
    expect(ledgerText({ ...CONSTRUCTED_RECORD, codings: [turned, ...rest] })).toBe(ledgerText(CONSTRUCTED_RECORD));
  });

  it('repeats at most three words in a row in the short form', () => {
    const short = ledgerText(CONSTRUCTED_RECORD, { quotes: 'short' });
    expect(short).toContain('[37, 69) "At least 12 …"');
    const words = ROAD_REPORT.text.split(/\s+/);
    for (let i = 0; i + 4 <= words.length; i++) expect(short).not.toContain(words.slice(i, i + 4).join(' '));
  });
});
