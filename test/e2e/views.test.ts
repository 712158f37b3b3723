import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serveExamples } from '../server/served.ts';
import { builtPage } from './built-page.ts';
import { findChromium, MISSING, openBrowser } from './chromium.ts';
import { axeFindings, overflow, picture, watchedPage } from './watched-page.ts';

const chromium = findChromium();
/** A busy machine takes its time: what is waited for comes, or the test has failed long before. */
const SOON = { timeout: 30_000 };
const opened: { served?: Served; browser?: Awaited<ReturnType<typeof openBrowser>> } = {};
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

beforeAll(async () => {
  // Where the project is checked, a browser must be there.
  if (chromium === null && process.env['CASUS_CI'] === '1') throw new Error(MISSING);
  if (chromium === null) return;
  opened.served = await serveExamples({ pageFolder: fileURLToPath(await builtPage()) });
  opened.browser = await openBrowser(chromium, { viewport: WIDE, reducedMotion: 'reduce' });
}, 120_000);
afterAll(async () => {
  await opened.browser?.close();
  await opened.served?.end();
});

/** Opens a view of the example ledger, uses it, and expects that the browser complained of nothing. */
async function visit(hash: string, use: (page: Page) => Promise<void>): Promise<void> {
  const { served, browser } = opened;
  if (served === undefined || browser === undefined) throw new Error(MISSING);
  const { page, complaints } = await watchedPage(browser.context, served.server.url);
  await page.goto(`${served.server.url}#/${hash}`);
  await use(page);
  expect(complaints).toEqual([]);
  await page.close();
}

/** No fault in light and dark, and nothing wider than a phone; a picture of each is kept. */
async function looksRight(page: Page, name: string): Promise<void> {
  expect(await axeFindings(page), `${name}, light`).toEqual([]);
  await picture(page, `${name}-light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(PHONE);
  expect(await axeFindings(page), `${name}, dark, on a phone`).toEqual([]);
  expect(await overflow(page), name).toEqual([]);
  await picture(page, `${name}-dark-phone`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(WIDE);
}

/** The incidents of the list, by what happened. */
function listed(page: Page) {
  return page.locator('.incident-line .line-title');
}

async function settled(page: Page): Promise<void> {
  await page.locator('.loading').first().waitFor({ state: 'detached' });
}

test.skipIf(chromium === null)(
  'the overview shows where, when and with which losses, and is narrowed down by keyboard, by address and by map',
  async () => {
    await visit('', async page => {
      await page.getByText('8 incidents', { exact: true }).waitFor();
      await listed(page).nth(7).waitFor();
      await page.getByRole('row', { name: /Military Forces of Niger, combatants killed 9 to 26/ }).waitFor();
      await page.getByRole('img', { name: /^Map with 7 incidents in sight/ }).waitFor();
      await looksRight(page, 'overview');

      const map = page.getByRole('group', { name: 'Map' });
      for (const key of ['+', '+', '+']) await map.press(key);
      await page.getByRole('img', { name: /^Map with [0-6] incidents in sight/ }).waitFor();
      await page.getByRole('button', { name: 'All', exact: true }).click();

      await page.getByRole('slider', { name: 'First week shown' }).press('End');
      await expect.poll(() => page.url(), SOON).toContain('from=2026-11-02');
      await page.getByText('1 incident of 8').waitFor();
      await page.getByRole('button', { name: 'Show all days' }).click();
      await listed(page).nth(7).waitFor();

      await page.getByLabel('Accounts').selectOption('contradicted');
      await expect.poll(() => listed(page).count(), SOON).toBe(1);
      await page.reload();
      await listed(page).first().waitFor();
      expect(await listed(page).allTextContents()).toEqual([expect.stringContaining('Makalondi')]);
      expect(await page.getByLabel('Accounts').inputValue()).toBe('true');
      await page.getByRole('button', { name: 'Clear all filters' }).click();
      await listed(page).nth(7).waitFor();

      await page.getByText('The places of the map as a list').click();
      await page
        .getByRole('listitem')
        .filter({ hasText: 'Makalondi' })
        .getByRole('link', { name: '1 incident' })
        .click();
      await expect.poll(() => page.url(), SOON).toContain('near=');
      await expect.poll(() => listed(page).count(), SOON).toBe(1);
    });
  },
  60_000,
);

test.skipIf(chromium === null)(
  'an incident leads from every figure to the words that it stands on',
  async () => {
    await visit('overview?contradicted=true', async page => {
      await page.getByRole('link', { name: /Makalondi/ }).click();
      await page.getByRole('heading', { level: 1, name: /Makalondi/ }).waitFor();
      await page.getByRole('button', { name: /^C: .*councillor.*14 or more, counted/ }).click();
      await expect.poll(() => page.locator('mark.current').textContent(), SOON).toBe('At least 14 soldiers died');
      await page
        .getByText('hedged', { exact: false })
        .or(page.getByText('Sounds certain', { exact: false }))
        .first()
        .waitFor();
      await page.getByRole('cell', { name: '≠1' }).or(page.locator('.differs')).first().waitFor();
      await looksRight(page, 'incident');

      await page.setViewportSize(PHONE);
      const figure = page.getByRole('button', { name: /^A: / }).first();
      await figure.click();
      await expect.poll(() => page.locator('mark.current').textContent(), SOON).toContain('Nine soldiers were killed');
      await expect.poll(() => page.evaluate('document.activeElement.className'), SOON).toBe('incident-words');
      await page.getByRole('button', { name: 'Back to the figure' }).click();
      expect(await page.evaluate(`document.activeElement.getAttribute('aria-label')`)).toMatch(/^A: /);

      await page.setViewportSize(WIDE);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('navigation').isVisible()).toBe(false);
      await picture(page, 'incident-print');
    });
  },
  60_000,
);

test.skipIf(chromium === null)(
  'claims are filtered, sorted, taken away as a file, and read in their report',
  async () => {
    await visit('claims?kind=casualty', async page => {
      await page
        .getByRole('row', { name: /killed 26/ })
        .first()
        .waitFor();
      const speaker = page.getByRole('columnheader', { name: 'Who says it' });
      await speaker.getByRole('button').press('Enter');
      expect(await speaker.getAttribute('aria-sort')).toBe('ascending');
      const speakers = await page.locator('td[data-head="Who says it"]').allTextContents();
      expect(speakers).toEqual(
        speakers.toSorted(new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare),
      );
      await looksRight(page, 'claims');

      await page.getByLabel('Who says it').fill('councillor');
      await page.getByLabel('Who says it').press('Enter');
      await expect.poll(() => page.locator('table.claims tbody tr').count(), SOON).toBe(2);
      const file = await page.getByRole('link', { name: /Download/ }).getAttribute('href');
      const answer = await page.request.get(file ?? '');
      expect(answer.headers()['content-type']).toContain('text/csv');
      expect(await answer.text()).toContain('At least 14 soldiers died');

      await page.getByRole('link', { name: /14 or more/ }).click();
      await page.getByRole('heading', { level: 2, name: /councillor.*14 or more/ }).waitFor();
      expect(await page.locator('.one-claim mark').textContent()).toBe('At least 14 soldiers died');
      await looksRight(page, 'claim');
    });
  },
  60_000,
);

test.skipIf(chromium === null)(
  'an address that leads nowhere says so and leads on',
  async () => {
    await visit('nowhere', async page => {
      await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
      await page.getByRole('link', { name: 'Go to the overview' }).click();
      await listed(page).first().waitFor();
      await page.evaluate(`location.hash = '#/overview?text=zeppelin'`);
      await page.getByText('None found').first().waitFor();
      await settled(page);
      await looksRight(page, 'none-found');
    });
  },
  60_000,
);
