import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** What to do where there is none. */
export const MISSING = 'no Chromium here: install Debian’s `chromium`, or name one in CASUS_CHROMIUM';
const ORIGIN = 'https://casus.invalid';

/** The Chromium of this machine: `CASUS_CHROMIUM` names it, else it stands at a usual place. Null where there is none. */
export function findChromium(): string | null {
  return [process.env['CASUS_CHROMIUM'] ?? '', ...KNOWN].find(path => path !== '' && existsSync(path)) ?? null;
}

/**
 * Opens a page of its own in a headless Chromium, with a script in it and the files of the package below its address.
 * Every request is answered from the disk: nothing goes to a network. Gives the page to `use`, then takes all away.
 */
export async function withPage(executablePath: string, script: string, use: (page: Page) => Promise<void>) {
  await withBrowser(executablePath, {}, async context => {
    await context.route('**/*', async route => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/')
        return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>casus</title>' });
      const file = join(ROOT, pathname);
      return existsSync(file) ? route.fulfill({ body: readFileSync(file) }) : route.fulfill({ status: 404 });
    });
    const page = await context.newPage();
    await page.goto(`${ORIGIN}/`);
    await page.addScriptTag({ content: script });
    await use(page);
  });
}

type Options = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/** Opens a headless Chromium with a profile of its own for `use`, then takes all away. */
export async function withBrowser(
  executablePath: string,
  options: Options,
  use: (context: BrowserContext) => Promise<void>,
) {
  const browser = await openBrowser(executablePath, options);
  try {
    await use(browser.context);
  } finally {
    await browser.close();
  }
}

/** Opens a headless Chromium with a profile of its own; `close` takes all away. */
export async function openBrowser(executablePath: string, options: Options = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'casus-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
    ...options,
  });
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
