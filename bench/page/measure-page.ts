import { chromium, type Page } from 'playwright-core';

/** How long an interaction took until the next picture stood, as the browser itself counts it. */
export interface Interaction {
  readonly name: string;
  readonly ms: number;
}

/** What a first visit cost, and each interaction after it. */
export interface PageMeasures {
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  readonly shift: number;
  readonly blockedMs: number;
  readonly scriptBytes: number;
  readonly interactions: readonly Interaction[];
}

const OBSERVE = `
  globalThis.seen = { events: [], largest: 0, shift: 0, blocked: 0 };
  const watch = (type, each, more = {}) =>
    new PerformanceObserver(list => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
  watch('event', entry => seen.events.push(entry.duration), { durationThreshold: 16 });
  watch('largest-contentful-paint', entry => { seen.largest = entry.startTime; });
  watch('layout-shift', entry => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  watch('longtask', entry => { seen.blocked += Math.max(0, entry.duration - 50); });
`;

/** Visits the overview of a server and uses it as a reader would, by mouse and keyboard. */
export async function measurePage(address: string, executablePath: string): Promise<PageMeasures> {
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: ['--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(OBSERVE);
    await page.goto(`${address}#/overview`);
    await page.locator('.timeline-plot').waitFor({ timeout: 120_000 });
    await page.locator('.incident-line').first().waitFor({ timeout: 120_000 });
    await page.waitForLoadState('networkidle');
    const first = await page.evaluate<Omit<PageMeasures, 'interactions'>>(`({
      firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      largestPaintMs: seen.largest,
      shift: seen.shift,
      blockedMs: seen.blocked,
      scriptBytes: performance.getEntriesByType('resource')
        .filter(({ initiatorType }) => initiatorType === 'script').reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    })`);
    return { ...first, interactions: await interactionsOf(page) };
  } finally {
    await browser.close();
  }
}

async function interactionsOf(page: Page): Promise<readonly Interaction[]> {
  const made: Interaction[] = [];
  const time = async (name: string, act: () => Promise<void>) => {
    await page.evaluate('void seen.events.splice(0)');
    await act();
    // The browser reports an interaction after the picture that it led to.
    await page.evaluate(
      'new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200))))',
    );
    const [longest] = await page.evaluate<number[]>('seen.events.toSorted((a, b) => b - a)');
    made.push({ name, ms: longest ?? 0 });
  };
  const map = page.locator('.map-frame');
  const slider = page.getByRole('slider').first();
  await time('map: enlarge by button', () => page.getByRole('button', { name: 'Enlarge' }).click());
  await time('map: move by key', () => map.press('ArrowRight'));
  await time('map: drag', () => dragOver(page, '.map canvas', 0.5, 0.3));
  await time('map: all', () => page.getByRole('button', { name: 'All', exact: true }).click());
  await time('timeline: brush', () => dragOver(page, '.timeline-plot', 0.2, 0.6));
  await time('timeline: by key', () => slider.press('ArrowRight'));
  await time('timeline: show all days', () => page.getByRole('button', { name: 'Show all days' }).click());
  await time('list: scroll by key', () => page.locator('.incident-list').press('PageDown'));
  await time('filter: country', async () => {
    const country = page.getByLabel('Country');
    await country.press('ArrowDown');
  });
  await time('theme: dark', async () => {
    await page.getByLabel('Appearance').press('ArrowDown');
  });
  return made;
}

/** Drags the mouse over an element, between two shares of its width. */
async function dragOver(page: Page, selector: string, from: number, to: number): Promise<void> {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} is not on the page`);
  const [y, left] = [box.y + box.height / 2, box.x];
  await page.mouse.move(left + from * box.width, y);
  await page.mouse.down();
  await page.mouse.move(left + to * box.width, y, { steps: 12 });
  await page.mouse.up();
}
