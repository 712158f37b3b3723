import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { incidentSentence } from '../../src/core/export/incident-words.ts';
import { MASK } from '../../src/core/export/redact.ts';
import { type Claim, PublicRecord } from '../../src/core/model/index.ts';
import { openExplainer } from '../../src/node/wire.ts';
import { temporaryFolder } from '../cli/folder.ts';
import { findChromium, MISSING, openBrowser } from './chromium.ts';
import { given, publishExamples } from './published.ts';
import { openStaticHost } from './static-host.ts';
import { axeFindings, overflow, picture, watchedPage } from './watched-page.ts';

const BELOW = '/some/where/';
const EXAMPLE = fileURLToPath(new URL('../../examples/reports/niger-makalondi-3-mayor.txt', import.meta.url));
const chromium = findChromium();
const folder = temporaryFolder({});
const opened: { site: Opened | null } = { site: null };

type Opened = Awaited<ReturnType<typeof open>>;

async function open(executable: string) {
  const { pipeline } = await publishExamples(join(folder.path, 'site'));
  const record = PublicRecord.parse(JSON.parse(readFileSync(join(folder.path, 'site/record.json'), 'utf8')));
  const [host, browser] = await Promise.all([
    openStaticHost(join(folder.path, 'site'), BELOW),
    openBrowser(executable, { reducedMotion: 'reduce' }),
  ]);
  return { pipeline, record, host, browser };
}

beforeAll(async () => {
  // Where the project is checked, a browser must be there.
  if (chromium === null && process.env['CASUS_CI'] === '1') throw new Error(MISSING);
  if (chromium !== null) opened.site = await open(chromium);
}, 120_000);
afterAll(async () => {
  await opened.site?.browser.close();
  await opened.site?.host.close();
  folder.remove();
});

const DESKTOP = { width: 1200, height: 800 };
const PHONE = { width: 360, height: 740 };

/** Opens the published site in a page, uses it, and expects that nothing was complained of and nobody else asked. */
async function visit(size: typeof DESKTOP, use: (page: Page, address: string, site: Opened) => Promise<void>) {
  const site = opened.site ?? expect.unreachable();
  const { page, complaints } = await watchedPage(site.browser.context, site.host.address);
  await page.setViewportSize(size);
  await use(page, site.host.address, site);
  expect(complaints).toEqual([]);
  await page.close();
}

/** Goes to a view and waits until it stands. */
async function goTo(page: Page, address: string, hash: string, heading: string | RegExp): Promise<void> {
  await page.goto(`${address}${hash}`);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
}

/** The first claim of a kind in what was published: which sentences give one is for other tests to say. */
function firstOf<Kind extends Claim['kind']>(kind: Kind): Extract<Claim, { kind: Kind }> {
  const claims = opened.site?.record.codings.flatMap(coding => coding.claims) ?? [];
  const found = claims.find((claim): claim is Extract<Claim, { kind: Kind }> => claim.kind === kind);
  return found ?? expect.unreachable(`the examples tell of no ${kind}`);
}

/** The views that only this test looks at: address, heading, name of its picture, and words that it must show. */
function views(): readonly (readonly [string, string, string, string])[] {
  const { to, evidence } = firstOf('relation');
  const sides =
    opened.site?.record.incidents.flatMap(({ tolls }) => tolls.flatMap(({ side }) => side?.name ?? [])) ?? [];
  const [side = ''] = sides;
  return [
    ['#/actors', 'Actors', 'actors', to.name],
    [`#/actors/${encodeURIComponent(to.id ?? to.name)}`, to.name, 'actor', evidence.quote],
    [`#/actors/${encodeURIComponent(side)}`, side, 'actor-losses', 'It says itself'],
    ['#/warnings', 'Threats and risks', 'threats', firstOf('warning').evidence.quote],
    ['#/warnings?kind=risk', 'Threats and risks', 'fears', firstOf('risk').evidence.quote],
    ['#/about', 'About this data', 'about', 'Names of private persons are masked'],
  ];
}

test.skipIf(chromium === null)(
  'every view of a published site stands on any host, without a fault that axe finds',
  async () => {
    await visit(DESKTOP, async (page, address) => {
      for (const [hash, heading, name, words] of views()) {
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
    await visit(PHONE, async (page, address) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      for (const [hash, heading, name, words] of views()) {
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
    const report = given(EXAMPLE);
    const { text, metadata } = report;
    const { pipeline } = opened.site ?? expect.unreachable();
    const { codings, incidents } = pipeline.record([pipeline.code(pipeline.read(report))]);
    const explainer = await openExplainer();
    const { sentences } = explainer.explain(explainer.analyze(explainer.read(report)).value, null);
    const [first] = sentences.flatMap(({ claims }) => claims.filter(({ id }) => id !== null));
    await visit(DESKTOP, async (page, address) => {
      // The last file waits until somebody has seen how far loading has come.
      const held: { goOn?: () => Promise<void> } = {};
      await page.route('**/reader/tables.*.json', route => {
        held.goOn = () => route.continue();
      });
      await goTo(page, address, '#/read', 'Read a report');
      await page.getByLabel('Text of the report').fill(text);
      await page.getByLabel('Publisher').fill(metadata.source?.name ?? '');
      await page.getByLabel('Published on').fill(metadata.publishedAt ?? '');
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByLabel(/Loading the models: 2\d\.\d of 2\d\.\d MB/).waitFor();
      await held.goOn?.();
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
      await page.setViewportSize(PHONE);
      expect(await overflow(page)).toEqual([]);
      await picture(page, 'site-phone-read');
    });
  },
  60_000,
);

test.skipIf(chromium === null)(
  'what is missing says in which way it is missing, and what helps',
  async () => {
    await visit(DESKTOP, async (page, address) => {
      const record = '**/record.json';
      const fulfil = (json: unknown) => page.route(record, route => route.fulfill({ json }));
      await page.route(record, route => route.fulfill({ status: 200, body: '{"reports": [' }));
      await page.goto(address);
      await page.getByText('The published record could not be loaded').waitFor();
      await page.unroute(record);
      await fulfil({ reports: [{ id: 'rep_1' }], codings: [{ reportId: 'rep_1' }], incidents: [] });
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByText('The published record is damaged').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.unroute(record);
      await fulfil({ reports: [], codings: [], incidents: [], problems: [] });
      await page.getByRole('button', { name: 'Try again' }).click();
      for (const view of ['actors', 'warnings', 'claims']) {
        await page.goto(`${address}#/${view}`);
        await page.getByText('No data', { exact: true }).waitFor();
      }
      await page.unroute(record);
      await page.goto(`${address}?anew#/actors?text=zzzz`);
      await page.getByText('None found', { exact: true }).waitFor();
      await page.goto(`${address}#/actors/nobody`);
      await page.getByText('the ledger holds nothing with this id').waitFor();
    });
  },
  60_000,
);

test.skipIf(chromium === null)(
  'models that break off are told of, and loaded when asked again',
  async () => {
    await visit(DESKTOP, async (page, address) => {
      const model = '**/reader/gazetteer.*.bin';
      await page.route(model, route => route.fulfill({ body: 'CASM' }));
      await goTo(page, address, '#/read', 'Read a report');
      await page.getByLabel('Text of the report').fill('قُتل تسعة جنود');
      const direction = await page.evaluate(`getComputedStyle(document.querySelector('textarea')).direction`);
      expect(direction).toBe('rtl');
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByText(/broke off after 4 of \d+ bytes/).waitFor();
      await page.unroute(model);
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByText('it is kept, and nothing was coded', { exact: false }).waitFor();
    });
  },
  60_000,
);

test.skipIf(chromium === null)(
  'the keyboard is enough, and private persons stay masked',
  async () => {
    await visit(DESKTOP, async (page, address) => {
      await goTo(page, address, '#/actors', 'Actors');
      const { to, evidence } = firstOf('relation');
      await page.getByRole('link', { name: to.name, exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: to.name }).waitFor();
      await page
        .getByRole('link', { name: `“${evidence.quote}”` })
        .first()
        .focus();
      await page.keyboard.press('Enter');
      await page.locator('mark', { hasText: evidence.quote }).first().waitFor();
      const text = await page.locator('.report-text').textContent();
      expect(text).toContain(MASK);
      expect(text).not.toContain('Mbuyi');
      await page.getByRole('link', { name: 'how it was made, and its files' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('Names of private persons are masked').waitFor();
      const downloads = `[...document.querySelectorAll('.downloads a')].map(one => one.href)`;
      for (const href of await page.evaluate<readonly string[]>(downloads)) {
        expect([href, (await page.request.get(href)).status()]).toEqual([href, 200]);
      }
    });
  },
  60_000,
);
