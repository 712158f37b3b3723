import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { builtPage } from './built-page.ts';

/** Bytes of script, compressed, that a reader loads before anything is shown: half of what is allowed. */
const FIRST_LOAD_MAX = 175_000;

test('the page loads little at first, and nothing in it is inline', { timeout: 60_000 }, async () => {
  const folder = await builtPage();
  const html = readFileSync(new URL('index.html', folder), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=/);
  expect(html).not.toMatch(/https?:\/\//);
  const loaded = new Set<string>();
  for (const [, name = ''] of html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)) load(name);
  const bytes = [...loaded].reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, folder))).length, 0);
  expect(loaded.size).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(FIRST_LOAD_MAX);

  /** A script and what it imports at once; what is imported later is written `import(…)`. */
  function load(name: string): void {
    if (loaded.has(name)) return;
    loaded.add(name);
    const script = readFileSync(new URL(name, folder), 'utf8');
    for (const [, other = ''] of script.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g))
      load(`assets/${other}`);
  }
});
