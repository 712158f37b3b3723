import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DEFAULT_LEDGER } from '../src/node/cli/command-options.ts';
import type { Io } from '../src/node/cli/io.ts';
import { main } from '../src/node/cli/main.ts';
import { processIo } from '../src/node/cli/process-io.ts';
import { quietSqlite } from '../src/node/cli/quiet-sqlite.ts';

// `npm start`: reads the examples into a ledger and shows the incident that most of them tell, each in its own way. Run a
// second time it adds nothing and shows the same. In a terminal it then opens the page on this ledger, until it is ended;
// where its words go to a file or a program, it says how to open it, and ends.

const EXAMPLES = fileURLToPath(new URL('../examples/reports/', import.meta.url));

const PAGE = fileURLToPath(new URL('../dist/web/index.html', import.meta.url));
const BUILD = fileURLToPath(new URL('./build-web.ts', import.meta.url));

const NEXT = `
What next:
  npm run build:web                           build the page, once
  npm run casus -- serve --open               open this ledger in the browser
  npm run casus -- show                       all incidents of this ledger
  npm run casus -- claims --kind casualty     who gives which figure, in which words
  npm run casus -- verify                     check every quote against the text
  npm run casus -- read examples/reports/haiti-artibonite-ngo.txt
  npm run casus -- add YOUR-REPORT.txt --published 2026-01-31 --source "Its publisher"
`;

quietSqlite();
process.exitCode = await start();

async function start(): Promise<number> {
  const io = processIo();
  await io.stdout.write(`Reading the constructed reports of examples/reports/ into ./${DEFAULT_LEDGER} …\n`);
  const added = await main(['add', EXAMPLES], io);
  if (added !== 0) return added;
  const id = await mostDisputed();
  await io.stdout.write(id === null ? '\n' : '\nAn incident whose accounts contradict each other:\n\n');
  const shown = await main(id === null ? ['show'] : ['show', id], io);
  await io.stdout.write(NEXT);
  return shown === 0 && io.stdout.isTTY ? openPage(io) : shown;
}

/** Serves the ledger of the examples and opens it in a browser; ends with Ctrl-C. */
async function openPage(io: Io): Promise<number> {
  if (!existsSync(PAGE)) {
    await io.stdout.write('\nBuilding the page …\n');
    await promisify(execFile)(process.execPath, [BUILD]);
  }
  await io.stdout.write('\n');
  return main(['serve', '--open', '--port', '0'], io);
}

/** The disputed incident that most reports tell; of several the one with most contradictions. Null when there is none. */
async function mostDisputed(): Promise<string | null> {
  const { openStore } = await import('../src/node/wire.ts');
  const store = await openStore(DEFAULT_LEDGER, { mode: 'read' });
  const incidents = await store.incidents();
  await store.close();
  const [first] = incidents
    .filter(incident => incident.contradictions.length > 0)
    .toSorted((a, b) => b.links.length - a.links.length || b.contradictions.length - a.contradictions.length);
  return first?.id ?? null;
}
