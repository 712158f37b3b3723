import { fileURLToPath } from 'node:url';
import { build } from 'vite';

// `npm run build:web`: the page as files in dist/web. All code and style stands in files with hashed names, so that a
// server can forbid everything inline, and a published page can be kept by every cache.

const ROOT = fileURLToPath(new URL('../', import.meta.url));

await build({
  root: `${ROOT}web`,
  configFile: false,
  base: './',
  publicDir: false,
  logLevel: process.stdout.isTTY ? 'info' : 'warn',
  build: {
    outDir: `${ROOT}dist/web`,
    emptyOutDir: true,
    // Nothing is put into the page as data: the policy of the server allows images of our own only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The licences of what is bundled go with it, wherever the page is published.
    license: { fileName: 'licences.md' },
    target: 'es2023',
  },
});
