import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/core/export/formats.ts';
import { evidenceHolds, type PublicRecord } from '../../src/core/model/index.ts';
import { openPipeline } from '../../src/node/wire.ts';
import { openExporter } from '../../src/node/wire-exchange.ts';

// Constructed sentences; persons and incidents are invented.

const TEXT = `Four killed in shelling of Marib, officials say

MARIB, 12 March 2026 - Four people were killed when shells hit a market in Marib on Tuesday, said Dr Salma Haddad, who works at the town's hospital. Among the dead was Yusuf Rahmani, a baker. Rahmani was 41.

Defence Minister Anwar Lotfi blamed the Houthis. "We will answer," Lotfi told reporters. Haddad said that eleven more were injured.
`;

async function both(): Promise<{ plain: PublicRecord; redacted: PublicRecord; printed: string }> {
  const pipeline = await openPipeline();
  const read = pipeline.read({ text: TEXT, given: { publishedAt: '2026-03-12', byline: 'Leila Haj-Osman' } });
  const plain = pipeline.record([pipeline.code(read)]);
  const context = await (await openExporter()).context(plain, { policy: 'ranges@1', redact: true });
  const printed = FORMATS.map(format => {
    const made = format.make(context, { interactions: 'words' });
    return made.kind === 'text' ? [...made.text].join('') : JSON.stringify(made.table);
  }).join('\n');
  return { plain, redacted: context.record, printed };
}

describe('redaction', () => {
  it('masks victims and people without an office, whole and by last name, and no office-holder', async () => {
    const { redacted, printed } = await both();
    const [report] = redacted.reports;
    for (const name of ['Salma', 'Haddad', 'Yusuf', 'Rahmani']) {
      expect(report!.text).not.toContain(name);
      expect(printed).not.toContain(name);
    }
    expect(report!.byline).toBe('█████ █████████');
    expect(report!.text).toContain('Defence Minister Anwar Lotfi');
    expect(report!.text).toContain('█████ ███████, a baker');
  });

  it('leaves every offset where it was, so that quotes hold', async () => {
    const { plain, redacted } = await both();
    const [report] = redacted.reports;
    expect(report!.text).toHaveLength(plain.reports[0]!.text.length);
    const claims = redacted.codings.flatMap(coding => coding.claims);
    expect(claims.length).toBeGreaterThan(2);
    for (const { evidence, hedges } of claims) {
      for (const quote of [evidence, ...hedges]) expect(evidenceHolds(report!, quote), quote.quote).toBe(true);
    }
  });

  it('changes nothing else', async () => {
    const { plain, redacted } = await both();
    const ids = (record: PublicRecord) =>
      record.codings.flatMap(coding => coding.claims.map(({ id, kind }) => [id, kind]));
    expect(ids(redacted)).toEqual(ids(plain));
    expect(redacted.incidents.map(({ id, tolls }) => [id, tolls.map(({ low, high }) => [low, high])])).toEqual(
      plain.incidents.map(({ id, tolls }) => [id, tolls.map(({ low, high }) => [low, high])]),
    );
  });
});
