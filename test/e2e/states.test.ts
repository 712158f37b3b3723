import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPipeline, openStore } from '../../src/node/wire.ts';
import { type RunningServer, serve } from '../../src/node/wire-server.ts';
import { exampleLedger } from '../server/served.ts';
import { builtPage } from './built-page.ts';
import { findChromium, MISSING, openBrowser } from './chromium.ts';
import { axeFindings, picture, watchedPage } from './watched-page.ts';

const chromium = findChromium();
/** A busy machine takes its time: what is waited for comes, or the test has failed long before. */
const SOON = { timeout: 30_000 };
const folders: string[] = [];

/** An invented report with words that run from right to left, and with markup that would do something if it were run. */
const HOSTILE = `Shelling near Kela <script>document.title = 'taken'</script>

قتل خمسة جنود يوم الثلاثاء. The governor said: <img src=x onerror="document.title='taken'"> five soldiers were killed at Makalondi on Tuesday.`;

const opened: { browser?: Awaited<ReturnType<typeof openBrowser>> } = {};

beforeAll(async () => {
  // Where the project is checked, a browser must be there.
  if (chromium === null && process.env['CASUS_CI'] === '1') throw new Error(MISSING);
  if (chromium !== null) opened.browser = await openBrowser(chromium, { viewport: { width: 1000, height: 800 } });
}, 60_000);
afterAll(async () => {
  await opened.browser?.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function visit(
  ledger: string,
  use: (page: Page, server: RunningServer, complaints: readonly string[]) => Promise<void>,
): Promise<void> {
  folders.push(ledger);
  const server = await serve({ ledger, host: '127.0.0.1', port: 0, pageFolder: fileURLToPath(await builtPage()) });
  try {
    if (opened.browser === undefined) throw new Error(MISSING);
    const { page, complaints } = await watchedPage(opened.browser.context, server.url);
    await page.goto(`${server.url}#/overview`);
    await use(page, server, complaints);
    await page.close();
  } finally {
    await server.close();
  }
}

test.skipIf(chromium === null)(
  'a ledger without a report holds no data, which is not the same as none found',
  async () => {
    const ledger = mkdtempSync(join(tmpdir(), 'casus-page-'));
    await (await openStore(ledger)).close();
    await visit(ledger, async (page, _server, complaints) => {
      await page.getByText('The ledger holds no reports yet').waitFor();
      expect(await page.locator('.no-data').count()).toBe(1);
      expect(await page.locator('.zero, .failed, .loading').count()).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      await picture(page, 'no-data');
      await page.getByRole('link', { name: 'Claims' }).click();
      await page.locator('.no-data').waitFor();
      expect(complaints).toEqual([]);
    });
  },
  60_000,
);

test.skipIf(chromium === null)(
  'incidents that are behind the ledger are out of date, and nothing in a report is ever run',
  async () => {
    const ledger = await exampleLedger();
    const [store, pipeline] = await Promise.all([openStore(ledger), openPipeline()]);
    const read = pipeline.read({ text: HOSTILE, given: { publishedAt: '2026-10-15', source: { name: 'Kela Post' } } });
    await store.appendReports([pipeline.code(read)]);
    await store.close();
    await visit(ledger, async (page, server, complaints) => {
      await page.getByText('newer entries of the ledger are not part of the incidents yet').waitFor();
      await page.locator('.stale').waitFor();
      await picture(page, 'out-of-date');
      await page.goto(`${server.url}#/claims?source=Kela&kind=casualty`);
      await page.locator('table.claims tbody a').first().click();
      await page.getByText('onerror=', { exact: false }).first().waitFor();
      expect(await page.locator('.report-text').getAttribute('dir')).toBe('auto');
      expect(await page.locator('.report-text').textContent()).toBe(HOSTILE);
      expect(await page.locator('main img, main script').count()).toBe(0);
      expect(await page.title()).toBe('Claims – casus');
      await picture(page, 'hostile-report');
      expect(complaints).toEqual([]);
    });
  },
  60_000,
);

test.skipIf(chromium === null)(
  'a server that goes away is told of, with what still works, and found again',
  async () => {
    const ledger = await exampleLedger();
    await visit(ledger, async page => {
      await page.locator('.incident-line').first().waitFor();
      // From now on nothing is answered, as when the server is ended.
      await page.route('**/api/**', route => route.abort());
      await page.getByLabel('What happened').selectOption({ index: 1 });
      await page.getByText('The server cannot be reached').first().waitFor();
      await page.locator('.stale').first().waitFor();
      await expect.poll(() => page.locator('.failed').count(), SOON).toBe(3);
      expect(await page.locator('.timeline').count()).toBe(1);
      expect(await axeFindings(page)).toEqual([]);
      await picture(page, 'failed');
      await page.unroute('**/api/**');
      // Map and timeline, the list, and the losses.
      for (let left = 3; left > 0; left -= 1) {
        await page.getByRole('button', { name: 'Try again' }).first().click();
        await expect.poll(() => page.locator('.failed').count(), SOON).toBe(left - 1);
      }
      await page.locator('.incident-line').first().waitFor();
    });
  },
  60_000,
);
