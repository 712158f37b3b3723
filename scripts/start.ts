import { fileURLToPath } from 'node:url';
import { DEFAULT_LEDGER } from '../src/node/cli/command-options.ts';
import { main } from '../src/node/cli/main.ts';
import { processIo } from '../src/node/cli/process-io.ts';
import { quietSqlite } from '../src/node/cli/quiet-sqlite.ts';

// `npm start`: reads the examples into a ledger and shows the incident that most of them tell, each in its own way. Run a
// second time it adds nothing and shows the same.

const EXAMPLES = fileURLToPath(new URL('../examples/reports/', import.meta.url));

const NEXT = `
What next:
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
  return shown;
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
