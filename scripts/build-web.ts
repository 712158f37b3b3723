import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

// `npm run build:web`: the page as files in dist/web, or in the folder named. All code and style stands in files with hashed names, so that a
// server can forbid everything inline, and a published page can be kept by every cache.

const ROOT = fileURLToPath(new URL('../', import.meta.url));

const [, , folder = `${ROOT}dist/web`] = process.argv;
// Vite would else take it from whoever calls, and a test would get another page than users do.
process.env['NODE_ENV'] = 'production';

await build({
  root: `${ROOT}web`,
  configFile: false,
  base: './',
  publicDir: false,
  // An explanation names each rule by the function that holds it.
  worker: { format: 'es', rolldownOptions: { output: { keepNames: true } } },
  logLevel: process.stdout.isTTY ? 'info' : 'warn',
  build: {
    outDir: resolve(folder),
    emptyOutDir: true,
    // Nothing is put into the page as data: the policy of the server allows images of our own only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The licences of what is bundled go with it, wherever the page is published.
    license: { fileName: 'licences.md' },
    target: 'es2023',
  },
});
