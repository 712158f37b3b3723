import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

const ARTEFACTS = fileURLToPath(new URL('../../artefacts/page/', import.meta.url));

/** A page, and everything that went wrong in it or went elsewhere. */
export interface Watched {
  readonly page: Page;
  /** What the console, the page itself or a request complained of, in words. */
  readonly complaints: string[];
}

/** Opens a page that is watched: what asks any other host than its own is a complaint. */
export async function watchedPage(context: BrowserContext, address: string): Promise<Watched> {
  const page = await context.newPage();
  const complaints: string[] = [];
  const { origin } = new URL(address);
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', error => complaints.push(error.message));
  page.on('request', request => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin)
      complaints.push(request.url());
  });
  return { page, complaints };
}

/** What axe-core finds against WCAG 2.2 AA and good practice, each with where. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  );
  const { violations } = found as import('axe-core').AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`),
  );
}

/** What makes the page wider than its window, so that whoever reads it on a phone would have to push it about. */
export async function overflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > clientWidth + 1);
    return out.filter(one => one.closest('.scrolls') === null).map(one => one.outerHTML.slice(0, 120));
  })()`);
}

/** Keeps a picture for the eye, beside the run and outside of git. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`), fullPage: true });
}
