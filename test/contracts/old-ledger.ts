import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CountQuery, entryHolds, type Filter, memoryStore, type Store } from '../../src/core/ledger/index.ts';
import { codedReport } from '../fixtures/coded-report.ts';
import { collect } from './store.ts';

/** Where the ledgers of earlier versions are kept; its README says what they hold. */
export const LEDGERS = join(import.meta.dirname, '../fixtures/ledgers');

export interface OldLedger {
  /** Opens a copy of it. */
  readonly open: () => Promise<Store>;
  /** Whether reviewers had decided something. */
  readonly decisions: boolean;
}

const FILTERS: readonly Filter[] = [
  {},
  { text: 'soldiers' },
  { review: 'edited' },
  { review: 'rejected' },
  { actor: 'jnim' },
  { country: 'NER', from: '2026-10-01', to: '2026-10-31' },
];
const COUNTS: readonly CountQuery[] = [
  { of: 'claims', by: ['week', 'admin1'] },
  { of: 'claims', by: ['month', 'kind'] },
  { of: 'claims', by: ['actor'] },
  { of: 'reports', by: ['source'] },
];

/** Tests that a ledger of an earlier version is brought to this one when it is opened, and loses nothing. */
export function runOldLedgerTests({ open, decisions }: OldLedger): void {
  test('is brought to this one: its entries hold, and all that follows from them is found', async () => {
    const store = await open();
    const entries = await collect(store.entries());
    for (const [i, entry] of entries.entries()) expect(entryHolds(entries[i - 1] ?? null, entry)).toBe(true);
    const memory = memoryStore();
    await memory.appendEntries(entries);
    expect(await store.state()).toEqual(await memory.state());
    for (const filter of FILTERS) {
      expect(await store.findClaims(filter)).toEqual(await memory.findClaims(filter));
      expect(await store.findReports(filter)).toEqual(await memory.findReports(filter));
    }
    for (const query of COUNTS) expect(await store.count(query)).toEqual(await memory.count(query));
    expect((await store.size()).claims).toBe((await memory.size()).claims);
    expect((await store.findIncidents({})).items.map(({ links }) => links.length)).toEqual([2]);
    await store.close();
  });

  test(decisions ? 'knows at once what reviewers had decided' : 'had no decisions, and takes one', async () => {
    const store = await open();
    if (decisions) {
      const [edited] = (await store.findClaims({ review: 'edited' })).items;
      expect(edited?.claim).toMatchObject({ kind: 'casualty', estimate: { low: 37, high: 40 } });
      const [rejected] = (await store.findClaims({ review: 'rejected' })).items;
      expect(rejected?.claim.evidence.quote).toBe('The talk of 37 dead is a lie');
      expect((await store.findClaims({ text: '"is a lie"' })).items).toEqual([]);
    }
    expect(await store.appendReport(codedReport(1))).toMatchObject({ change: 'added' });
    expect(await store.size()).toMatchObject({ reports: 3 });
    await store.close();
  });
}
