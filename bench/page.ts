import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodedReport } from '../src/core/ledger/index.ts';
import type { Incident } from '../src/core/model/index.ts';
import { openStore } from '../src/node/wire.ts';
import { serve } from '../src/node/wire-server.ts';
import { builtPage } from '../test/e2e/built-page.ts';
import { findChromium, MISSING } from '../test/e2e/chromium.ts';
import { inventIncidents } from './ledger/invent-ledger.ts';
import { measurePage, type PageMeasures } from './page/measure-page.ts';

/** Incidents keep their losses and places without their reports; some reports are there to be read. */
const REPORTS = 1_500;

/**
 * What a first visit of the page costs, and how long each interaction takes until it shows: `node bench/page.ts
 * INCIDENTS`, 100,000 in a new ledger where nothing is said.
 */
async function main([wanted = '100000']: readonly string[]): Promise<void> {
  const chromium = findChromium();
  if (chromium === null) throw new Error(MISSING);
  const folder = mkdtempSync(join(tmpdir(), 'casus-bench-'));
  try {
    await fill(join(folder, 'ledger'), Number(wanted));
    const pageFolder = fileURLToPath(await builtPage());
    const server = await serve({ ledger: join(folder, 'ledger'), host: '127.0.0.1', port: 0, pageFolder });
    try {
      print(await measurePage(server.url, chromium));
    } finally {
      await server.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function fill(ledger: string, wanted: number): Promise<void> {
  const store = await openStore(ledger);
  const incidents: Incident[] = [];
  const reports: CodedReport[] = [];
  for (const one of inventIncidents(1)) {
    incidents.push(one.incident);
    if (reports.length < REPORTS) reports.push(...one.reports);
    if (incidents.length >= wanted) break;
  }
  await store.appendReports(reports);
  await store.replaceIncidents(incidents);
  await store.close();
  console.log(`${incidents.length} incidents`);
}

function print({ interactions, ...first }: PageMeasures): void {
  for (const [name, value] of Object.entries(first)) console.log(`${name}\t${Math.round(value * 1000) / 1000}`);
  for (const { name, ms } of interactions) console.log(`${name}\t${ms} ms`);
}

await main(process.argv.slice(2));
