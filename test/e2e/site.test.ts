import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { incidentSentence } from '../../src/core/export/incident-words.ts';
import { openExplainer } from '../../src/node/wire.ts';
import { temporaryFolder } from '../cli/folder.ts';
import { findChromium, MISSING, withBrowser } from './chromium.ts';
import { given, publishExamples } from './published.ts';
import { withStaticHost } from './static-host.ts';
import { axeFindings, overflow, picture, watchedPage } from './watched-page.ts';

const BELOW = '/some/where/';
const EXAMPLE = fileURLToPath(new URL('../../examples/reports/niger-makalondi-3-mayor.txt', import.meta.url));
const chromium = findChromium();
const folder = temporaryFolder({});
const made: { published: Awaited<ReturnType<typeof publishExamples>> | null } = { published: null };

beforeAll(async () => {
  // Where the project is checked, a browser must be there.
  if (chromium === null && process.env['CASUS_CI'] === '1') throw new Error(MISSING);
  if (chromium !== null) made.published = await publishExamples(join(folder.path, 'site'));
}, 120_000);
afterAll(folder.remove);

type Use = (page: Page, address: string) => Promise<void>;

/** Opens the published site in a browser, uses it, and expects that nothing was complained of and nobody else asked. */
async function visit(options: Parameters<typeof withBrowser>[1], use: Use): Promise<void> {
  await withStaticHost(join(folder.path, 'site'), BELOW, address =>
    withBrowser(chromium ?? MISSING, options, async context => {
      const { page, complaints } = await watchedPage(context, address);
      await use(page, address);
      expect(complaints).toEqual([]);
    }),
  );
}

/** Goes to a view and waits until it stands. */
async function goTo(page: Page, address: string, hash: string, heading: string | RegExp): Promise<void> {
  await page.goto(`${address}${hash}`);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
}

const VIEWS = [
  ['#/actors', 'Actors', 'actors', 'March 23 Movement'],
  ['#/actors/March%2023%20Movement', 'March 23 Movement', 'actor', 'backs the March 23 Movement'],
  ['#/actors/Military%20Forces%20of%20Niger', 'Military Forces of Niger', 'actor-losses', '14 to 26'],
  ['#/warnings', 'Threats and risks', 'threats', 'if the self-defence group is not disbanded'],
  ['#/warnings?kind=risk', 'Threats and risks', 'fears', 'stored rockets could still explode'],
  ['#/about', 'About this data', 'about', 'Names of private persons are masked'],
] as const;

test.skipIf(chromium === null)(
  'every view of a published site stands on any host, without a fault that axe finds',
  async () => {
    await visit({ viewport: { width: 1200, height: 800 }, reducedMotion: 'reduce' }, async (page, address) => {
      for (const [hash, heading, name, words] of VIEWS) {
        await goTo(page, address, hash, heading);
        await page.getByText(words).first().waitFor();
        expect(await axeFindings(page), name).toEqual([]);
        await picture(page, `site-${name}`);
      }
    });
  },
  60_000,
);

test.skipIf(chromium === null)(
  'on a phone in the dark no view is wider than the window, and none has a fault',
  async () => {
    await visit({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' }, async (page, address) => {
      for (const [hash, heading, name, words] of VIEWS) {
        await goTo(page, address, hash, heading);
        await page.getByText(words).first().waitFor();
        expect(await overflow(page), name).toEqual([]);
        expect(await axeFindings(page), name).toEqual([]);
        await picture(page, `site-phone-${name}`);
      }
    });
  },
  60_000,
);

test.skipIf(chromium === null)(
  'a text is read in the browser as on the command line, and every claim is explained',
  async () => {
    const { pipeline } = made.published ?? expect.unreachable();
    const report = given(EXAMPLE);
    const { text, metadata } = report;
    const { codings, incidents } = pipeline.record([pipeline.code(pipeline.read(report))]);
    const explainer = await openExplainer();
    const { sentences } = explainer.explain(explainer.analyze(explainer.read(report)).value, null);
    const [first] = sentences.flatMap(({ claims }) => claims.filter(({ id }) => id !== null));
    await visit({ viewport: { width: 1200, height: 900 } }, async (page, address) => {
      await goTo(page, address, '#/read', 'Read a report');
      await page.getByLabel('Text of the report').fill(text);
      await page.getByLabel('Publisher').fill(metadata.source?.name ?? '');
      await page.getByLabel('Published on').fill(metadata.publishedAt ?? '');
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByLabel(/Loading the models/).waitFor();
      await page.getByRole('heading', { name: 'What the report says' }).waitFor();
      for (const incident of incidents) await page.getByText(incidentSentence(incident)).first().waitFor();
      const claims = page.locator('button.claim');
      expect(await claims.count()).toBe(codings[0]?.claims.length);
      await claims.first().click();
      // A rule is named by its function: a page that shortens names would explain nothing.
      await page
        .locator('dd code')
        .getByText(first?.proposedBy ?? 'nobody', { exact: true })
        .waitFor();
      expect(await page.locator('mark.current').first().textContent()).not.toBe('');
      expect(await axeFindings(page)).toEqual([]);
      await picture(page, 'site-read');
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await overflow(page)).toEqual([]);
      await picture(page, 'site-phone-read');
    });
  },
  60_000,
);
