import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, API_PREFIX, ROUTES, type RouteId } from '../../src/core/api/index.ts';
import { rangeInWords } from '../../src/core/export/words.ts';
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

/** What the server tells of the same ledger: the page must show this, whatever the models make of the examples. */
async function told<Id extends RouteId>(id: Id, path: string): Promise<Answer<Id>> {
  const answered = await opened.served?.ask(`${API_PREFIX}${path}`);
  return ROUTES[id].answer.parse(answered?.json()) as Answer<Id>;
}

async function disputed() {
  const [incident] = (await told('incidents', '/incidents?contradicted=true')).items;
  if (incident === undefined) throw new Error('no example is disputed');
  return incident;
}

/** The words that are marked: several runs where other quotes overlap with them. */
async function marked(page: Page): Promise<string> {
  return (await page.locator('mark.current').allTextContents()).join('');
}

test.skipIf(chromium === null)(
  'the overview shows where, when and with which losses, and is narrowed down by keyboard, by address and by map',
  async () => {
    const { total, columns } = await told('overview', '/overview');
    const onMap = columns.precision.filter((precision, i) => columns.lat[i] !== null && (precision ?? 7) <= 5).length;
    const [loss] = (await told('losses', '/losses')).items;
    const incident = await disputed();
    await visit('', async page => {
      await page.getByText(`${total} incidents`, { exact: true }).waitFor();
      await listed(page)
        .nth(total - 1)
        .waitFor();
      const row = page.locator('.losses tbody tr').first();
      expect(await row.textContent()).toContain(rangeInWords(loss ?? { low: null, high: null }));
      expect(await row.textContent()).toContain(loss?.victims);
      await page.getByRole('img', { name: `Map with ${onMap} incidents in sight` }).waitFor();
      await looksRight(page, 'overview');

      const map = page.getByRole('group', { name: 'Map' });
      for (const key of ['+', '+', '+', '+']) await map.press(key);
      await page.getByRole('img', { name: `Map with ${onMap} incidents in sight` }).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'All', exact: true }).click();

      await page.getByRole('slider', { name: /^First \w+ shown$/ }).press('End');
      await expect.poll(() => page.url(), SOON).toContain('from=');
      await page.getByText(new RegExp(`^\\d+ incidents? of ${total}$`)).waitFor();
      await page.getByRole('button', { name: 'Show all days' }).click();
      await listed(page)
        .nth(total - 1)
        .waitFor();

      const { items } = await told('incidents', '/incidents?contradicted=true');
      await page.getByLabel('Accounts').selectOption('contradicted');
      await expect.poll(() => listed(page).count(), SOON).toBe(items.length);
      await page.reload();
      await listed(page).first().waitFor();
      expect(await listed(page).allTextContents()).toContain(incident.sentence);
      expect(await page.getByLabel('Accounts').inputValue()).toBe('true');
      await page.getByRole('button', { name: 'Clear all filters' }).click();
      await listed(page)
        .nth(total - 1)
        .waitFor();

      await page.getByText('The places of the map as a list').click();
      await page.locator('.places-list a').first().click();
      await expect.poll(() => page.url(), SOON).toContain('near=');
      const near = new URLSearchParams(page.url().split('?')[1]).get('near') ?? '';
      const there = await told('incidents', `/incidents?near=${near}`);
      await expect
        .poll(() => listed(page).allTextContents(), SOON)
        .toEqual(there.items.map(({ sentence }) => sentence));
    });
  },
  120_000,
);

test.skipIf(chromium === null)(
  'an incident leads from every figure to the words that it stands on',
  async () => {
    const incident = await disputed();
    const { tolls } = await told('incident', `/incidents/${incident.id}`);
    const toll = tolls.find(({ marks }) => marks.length > 1);
    const [first, second] = toll?.marks ?? [];
    await visit('overview?contradicted=true', async page => {
      await page.getByRole('link', { name: incident.sentence }).click();
      await page.getByRole('heading', { level: 1, name: incident.sentence }).waitFor();
      await page.locator('.toll .mark', { hasText: 'B' }).first().click();
      await expect.poll(() => marked(page), SOON).toBe(second?.quote);
      await page
        .locator('.chosen')
        .getByText(second?.speaker ?? '')
        .waitFor();
      expect(await page.locator('.contradictions > li').count()).toBe(incident.contradictions);
      expect(await page.locator('.differs').count()).toBeGreaterThan(1);
      await looksRight(page, 'incident');

      await page.setViewportSize(PHONE);
      const figure = page
        .locator('.toll')
        .filter({ has: page.locator('.mark', { hasText: 'B' }) })
        .locator('.mark');
      await figure.filter({ hasText: 'A' }).first().click();
      await expect.poll(() => marked(page), SOON).toBe(first?.quote);
      await expect.poll(() => page.evaluate('document.activeElement.className'), SOON).toBe('incident-words');
      await page.getByRole('button', { name: 'Back to the figure' }).click();
      expect(await page.evaluate(`document.activeElement.getAttribute('aria-label')`)).toMatch(/^A: /);

      await page.setViewportSize(WIDE);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('navigation').isVisible()).toBe(false);
      await picture(page, 'incident-print');
    });
  },
  120_000,
);

test.skipIf(chromium === null)(
  'claims are filtered, sorted, taken away as a file, and read in their report',
  async () => {
    const { items } = await told('claims', '/claims?kind=casualty');
    const line = items.find(({ claim, report }) => claim.eventId !== null && report.publisher !== null);
    const source = line?.report.publisher ?? '';
    const published = await told('claims', `/claims?kind=casualty&source=${encodeURIComponent(source)}`);
    await visit('claims?kind=casualty', async page => {
      const rows = page.locator('table.claims tbody tr');
      await expect.poll(() => rows.count(), SOON).toBe(items.length);
      const speaker = page.getByRole('columnheader', { name: 'Who says it' });
      await speaker.getByRole('button').press('Enter');
      expect(await speaker.getAttribute('aria-sort')).toBe('ascending');
      const speakers = await page.locator('td[data-head="Who says it"]').allTextContents();
      expect(speakers).toEqual(
        speakers.toSorted(new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare),
      );
      await looksRight(page, 'claims');

      await page.getByLabel('Published by').fill(source);
      await page.getByLabel('Published by').press('Enter');
      await expect.poll(() => rows.count(), SOON).toBe(published.items.length);
      const file = await page.getByRole('link', { name: /Download/ }).getAttribute('href');
      const answer = await page.request.get(file ?? '');
      expect(answer.headers()['content-type']).toContain('text/csv');
      expect(await answer.text()).toContain(source);

      await page.locator(`a[href*="${line?.claim.id}"]`).click();
      await page.getByRole('heading', { level: 2, name: line?.says ?? '' }).waitFor();
      expect(await page.locator('.one-claim mark').textContent()).toBe(line?.claim.evidence.quote);
      await looksRight(page, 'claim');
    });
  },
  120_000,
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
