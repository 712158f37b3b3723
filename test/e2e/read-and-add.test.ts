import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { serveExamples } from '../server/served.ts';
import { builtPage } from './built-page.ts';
import { findChromium, MISSING, withBrowser } from './chromium.ts';
import { axeFindings, picture, watchedPage } from './watched-page.ts';

const TEXT = `Six police officers killed near Tera

Six police officers were killed on Tuesday when gunmen attacked their post near Tera in western Niger, the governor said.`;

test('a text is read in the page of a server and added to its ledger, with a token only', {
  timeout: 120_000,
}, async context => {
  const chromium = findChromium();
  // Where the project is checked, a browser must be there.
  if (chromium === null && process.env['CASUS_CI'] === '1') throw new Error(MISSING);
  if (chromium === null) return context.skip(MISSING);
  const served = await serveExamples({ pageFolder: fileURLToPath(await builtPage()) });
  const { authorization = '' } = await served.token('write');
  try {
    await withBrowser(chromium, { viewport: { width: 1200, height: 900 } }, async browser => {
      const { page, complaints } = await watchedPage(browser, served.server.url);
      await page.goto(`${served.server.url}#/read`);
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByText('There is no text yet').waitFor();
      await page.getByLabel('Text of the report').fill(TEXT);
      await page.getByLabel('Publisher').fill('The Riverbank Courier');
      await page.getByLabel('Published on').fill('2026-10-29');
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByRole('heading', { name: 'What the report says' }).waitFor();
      await page
        .getByText(/killed 6/)
        .first()
        .waitFor();
      expect(complaints).toEqual([]);

      const add = page.getByRole('button', { name: 'Add to the ledger' });
      await page.getByLabel('Token that may write').fill('guessed');
      await add.click();
      await page.getByText('Nothing was added').waitFor();
      await page.getByText('Give a token with the scope “write”', { exact: false }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await picture(page, 'served-read-refused');

      await page.getByLabel('Token that may write').fill(authorization.replace('Bearer ', ''));
      await add.click();
      await page.getByText('The report is in the ledger now.').waitFor();
      await page.getByRole('link', { name: 'An incident that it tells of' }).click();
      await page.getByRole('heading', { level: 1, name: /Tera/ }).waitFor();
      await picture(page, 'served-read-added');
      // The browser itself tells of the one answer that was refused, and of nothing else.
      expect(complaints.filter(words => !words.includes('401'))).toEqual([]);
    });
  } finally {
    await served.end();
  }
});
