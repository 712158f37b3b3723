import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { serveExamples } from '../server/served.ts';
import { builtPage } from './built-page.ts';
import { findChromium, MISSING, withBrowser } from './chromium.ts';
import { axeFindings, picture, watchedPage } from './watched-page.ts';

const TEXT = `Six police officers killed near Tera

Six police officers were killed on Tuesday when gunmen attacked their post near Tera in western Niger, the governor said.`;

const PAGE = `<html><head><title>Six police officers killed near Tera</title>
<meta property="og:site_name" content="The Riverbank Courier">
<meta property="article:published_time" content="2026-10-29T08:00:00Z"></head>
<body><nav><a href="/">Menu</a></nav><article><h1>Six police officers killed near Tera</h1>
<p>${TEXT.split('\n\n')[1]}</p></article></body></html>`;

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
      const article = { name: 'tera.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) };
      await page.getByLabel('or a file').setInputFiles({ ...article, buffer: Buffer.from('<p>Menu</p>') });
      await page.getByText('tera.html: page without article').waitFor();
      await page.getByLabel('or a file').setInputFiles(article);
      await page.getByText('tera.html: page without article').waitFor({ state: 'detached' });
      expect(await page.getByLabel('Text of the report').inputValue()).toBe(TEXT);
      expect(await page.getByLabel('Publisher').inputValue()).toBe('The Riverbank Courier');
      expect(await page.getByLabel('Published on').inputValue()).toBe('2026-10-29');
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByRole('heading', { name: 'What the report says' }).waitFor();
      await page
        .getByText(/killed 6/)
        .first()
        .waitFor();
      // The browser itself tells of an answer that was refused, and of nothing else.
      expect(complaints.splice(0).filter(words => !words.includes('422'))).toEqual([]);

      // The server fetches nothing of this machine, whoever asks.
      await page.getByText('From an address').click();
      await page.getByLabel('Address of the report').fill(served.server.url);
      await page.getByLabel('Token for fetching').fill(authorization.replace('Bearer ', ''));
      await page.getByRole('button', { name: 'Fetch it' }).click();
      await page.getByText(/address refused/i).waitFor();
      expect(complaints.splice(0).filter(words => !words.includes('the server responded with a status of 4'))).toEqual(
        [],
      );

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
      await page.getByText(/^13 reports, /).waitFor();
      await page.getByRole('link', { name: 'An incident that it tells of' }).click();
      await page.getByRole('heading', { level: 1, name: /Tera/ }).waitFor();
      await picture(page, 'served-read-added');
      expect(complaints.filter(words => !words.includes('401'))).toEqual([]);
    });
  } finally {
    await served.end();
  }
});
