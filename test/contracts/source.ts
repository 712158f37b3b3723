import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readReport } from '../../src/core/ingest/index.ts';
import { Report } from '../../src/core/model/index.ts';
import { readSources, type SourceOptions } from '../../src/node/sources/read-sources.ts';
import type { SourceItem } from '../../src/node/sources/source-item.ts';

/** What a source of each kind must be made to hold: these reports, and between them one that cannot be read. */
export const TOLD: readonly { readonly headline: string; readonly body: string }[] = [
  {
    headline: 'Five hurt on the Karsa road',
    body: 'Five men were hurt on the road to Karsa on Tuesday when a mine went off under their lorry, the district hospital said.',
  },
  {
    headline: 'Market closed in Murit after shelling',
    body: 'Shells fell on the market of Murit in the night to Friday, and two traders were killed, a councillor of the town said.',
  },
];

export interface SourceCase {
  readonly kind: string;
  /** Makes the source, or finds it, and gives what the command line would be given. */
  readonly open: () => Promise<{ readonly names: readonly string[]; readonly options?: () => SourceOptions }>;
  /** The code of the error of what cannot be read; null where a source of this kind holds nothing beside the reports. */
  readonly broken: string | null;
  /** Where the bytes come from the network or an archive of it, they were fetched by something, at some time. */
  readonly isFetched?: boolean;
}

/** What every source does, whatever it reads. */
export function runSourceTests({ kind, open, broken, isFetched = false }: SourceCase): void {
  const readAll = async (): Promise<readonly SourceItem[]> => {
    const { names, options } = await open();
    const items: SourceItem[] = [];
    for await (const item of readSources(names, options?.())) items.push(item);
    return items;
  };

  describe(`source: ${kind}`, () => {
    test('gives every report in order, and what cannot be read as an error between them', async () => {
      const items = await readAll();
      const seen = items.map(item => ('error' in item ? item.error.code : headlineOf(item)));
      const [first, second] = TOLD;
      expect(seen).toEqual([first?.headline, ...(broken === null ? [] : [broken]), second?.headline]);
      for (const item of items) expect(item.name).not.toBe('');
      for (const item of items) if ('error' in item) expect(item.error.message.length).toBeLessThan(1_000);
    });

    test('gives the text exactly, and the same each time', async () => {
      const [one, other] = [await readAll(), await readAll()];
      expect(one.map(textOf)).toEqual(other.map(textOf));
      expect(one.map(textOf).filter(text => text !== null)).toEqual(
        TOLD.map(({ headline, body }) => `${headline}\n\n${body}`),
      );
    });

    test('says from which bytes each report is, and keeps them', async () => {
      for (const item of await readAll()) {
        if ('error' in item) continue;
        const { provenance, retrievedAt } = Report.parse(readReport(item.input).value);
        expect(provenance?.sha256).toBe(createHash('sha256').update(item.raw).digest('hex'));
        expect(provenance?.bytes).toBe(item.raw.length);
        expect(provenance?.from).not.toMatch(/^\//);
        expect(provenance?.fetchedBy !== null && retrievedAt !== null).toBe(isFetched);
      }
    });

    test('may be left after the first report', async () => {
      const { names, options } = await open();
      for await (const item of readSources(names, options?.())) {
        expect('input' in item).toBe(true);
        break;
      }
    });
  });
}

function textOf(item: SourceItem): string | null {
  return 'error' in item ? null : item.input.text.trim();
}

function headlineOf(item: Exclude<SourceItem, { error: unknown }>): string {
  const { text, headline } = readReport(item.input).value;
  return headline === null ? text : text.slice(headline.start, headline.end);
}
