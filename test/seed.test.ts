import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ledgerText } from '../src/core/export/ledger-text.ts';
import { codeFiles } from './code-files.ts';
import { expectGolden } from './golden.ts';

// The report that casus was asked for is not ours to publish. It stands beside the checkout, and the golden files keep
// offsets and at most three words of each quote.

const SEED = fileURLToPath(new URL('../../shared/seed/spin-boldak.txt', import.meta.url));

describe.skipIf(!existsSync(SEED))(
  'the seed report (skipped where ../shared/seed does not stand beside the checkout)',
  () => {
    it('is coded as a coder would, undated', async () => {
      expectGolden('seed/undated.ledger', ledgerText(await codeFiles([SEED]), { quotes: 'short' }));
    });

    it('is coded as a coder would, with its day of publication', async () => {
      const record = await codeFiles([SEED], { publishedAt: '2025-10-16' });
      expectGolden('seed/dated.ledger', ledgerText(record, { quotes: 'short' }));
      expect(record.reports[0]?.publishedBasis).toBe('given');
    });
  },
);
