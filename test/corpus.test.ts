import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { ledgerText } from '../src/core/export/ledger-text.ts';
import { evidenceHolds, PublicRecord } from '../src/core/model/index.ts';
import { codeFiles } from './code-files.ts';
import { expectGolden } from './golden.ts';

// Constructed reports, the incidents invented: one `NAME.txt`, or a folder of several, with what a coder would write
// down of it in `NAME.ledger`. `UPDATE=1 npm test` rewrites those.

const FOLDER = new URL('corpus/', import.meta.url);
const NAMES = readdirSync(FOLDER, { withFileTypes: true })
  .filter(entry => entry.isDirectory() || entry.name.endsWith('.txt'))
  .map(entry => entry.name.replace(/\.txt$/, ''));

describe.each(NAMES.toSorted())('corpus/%s', name => {
  let record: PublicRecord;

  beforeAll(async () => {
    const isFolder = readdirSync(FOLDER).includes(name);
    record = await codeFiles([fileURLToPath(new URL(isFolder ? `${name}/` : `${name}.txt`, FOLDER))]);
  });

  it('is coded as a coder would', () => {
    expectGolden(`corpus/${name}.ledger`, ledgerText(record));
  });

  it('gives a valid record in which every quote holds', () => {
    expect(PublicRecord.parse(record)).toEqual(record);
    const reports = new Map(record.reports.map(report => [report.id, report]));
    for (const { claims } of record.codings) {
      for (const { evidence, hedges } of claims) {
        for (const quote of [evidence, ...hedges]) {
          expect(evidenceHolds(reports.get(quote.reportId)!, quote), quote.quote).toBe(true);
        }
      }
    }
  });
});
