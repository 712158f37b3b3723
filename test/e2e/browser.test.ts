import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { type ReportInput, splitFrontMatter } from '../../src/core/ingest/index.ts';
import { findChromium, MISSING, withPage } from './chromium.ts';
import { openCore } from './core-answers.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDERS = ['examples/reports', 'test/e2e/reports'];
const NAMES = ['Chaman', 'Kiev', 'Argun', 'San Antonio', 'Kabul', 'Torkham', 'the Sahel', 'Spin Boldak', 'Gondorkhel'];

test('a browser reads, codes and reconciles to the same bytes as Node', { timeout: 180_000 }, async context => {
  const chromium = findChromium();
  // Where the project is checked, a browser must be there.
  if (chromium === null && process.env['CASUS_CI'] === '1') throw new Error(MISSING);
  if (chromium === null) return context.skip(MISSING);
  const read = (path: string) => readFileSync(join(ROOT, path));
  const node = openCore({ bytes: path => new Uint8Array(read(path)), text: path => read(path).toString('utf8') });
  await withPage(chromium, await bundled(), async page => {
    const ask = (call: string, ...given: readonly unknown[]): Promise<string> =>
      page.evaluate(`${call}(${given.map(value => JSON.stringify(value)).join(', ')})`);
    await ask('openCore');
    for (const [name, input] of reports()) {
      const [here, there] = [node.report(input), await ask('askReport', input)];
      expect(here.length, name).toBeGreaterThan(2_000);
      expect(firstDifference(here, there), name).toBeNull();
    }
    expect(firstDifference(node.incidents(), await ask('askIncidents'))).toBeNull();
    for (const name of NAMES) expect(await ask('askPlaces', name), name).toBe(node.places(name));
  });
});

/** What stands round the first character in which two texts differ; null where they are the same. */
function firstDifference(here: string, there: string): readonly string[] | null {
  if (here === there) return null;
  let at = 0;
  while (here[at] === there[at]) at += 1;
  return [here, there].map(text => text.slice(Math.max(0, at - 200), at + 60));
}

/** Every example report, and a few of the development set: their incidents are invented. */
function reports(): readonly (readonly [string, ReportInput])[] {
  return FOLDERS.flatMap(folder =>
    readdirSync(join(ROOT, folder))
      .filter(name => name.endsWith('.txt'))
      .map(name => {
        const { text, metadata } = splitFrontMatter(readFileSync(join(ROOT, folder, name), 'utf8'));
        return [name, { text, metadata: { publishedAt: '2026-10-15', ...metadata } }] as const;
      }),
  );
}

/** The core and what asks it, as one script for a page. */
async function bundled(): Promise<string> {
  const bundle = await rolldown({ input: join(ROOT, 'test/e2e/page.ts'), platform: 'browser', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'iife' });
  await bundle.close();
  return output[0].code;
}
