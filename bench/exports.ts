import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FORMATS } from '../src/core/export/formats.ts';
import type { CodedReport } from '../src/core/ledger/index.ts';
import type { Incident } from '../src/core/model/index.ts';
import { BUNDLES } from '../src/node/exports/exporter.ts';
import { openStore } from '../src/node/wire.ts';
import { inventIncidents } from './ledger/invent-ledger.ts';

// `node bench/exports.ts [--reports 10000]`: writes a ledger of invented reports in every format, each in a process of its
// own, and prints seconds, peak memory and bytes. Seconds are compared with those of `claims` as CSV in the same run.

const BATCH = 1_000;
const ONE = fileURLToPath(new URL('./export-one.ts', import.meta.url));

interface Measured {
  readonly name: string;
  readonly seconds: number;
  readonly peakMb: number;
  readonly bytes: number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { reports: { type: 'string', default: '10000' } } });
  const folder = mkdtempSync(join(tmpdir(), 'casus-bench-exports-'));
  try {
    const ledger = join(folder, 'ledger');
    await fill(ledger, Number(values.reports));
    const kinds = [
      ...FORMATS.map(({ name, extension }) => [name, extension]),
      ['claims', 'parquet'],
      ['claims', 'arrow'],
      ['claims', 'xlsx'],
      ...BUNDLES.map(({ name }) => [name, name === 'package' ? 'zip' : name]),
    ];
    const measured = kinds.map(([name = '', extension = '']) =>
      measure(name, join(folder, `${name}.${extension}`), ledger),
    );
    print(measured);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(ledger: string, reports: number): Promise<void> {
  const store = await openStore(ledger);
  const incidents: Incident[] = [];
  let batch: CodedReport[] = [];
  let added = 0;
  for (const invented of inventIncidents(1)) {
    if (added >= reports) break;
    incidents.push(invented.incident);
    batch.push(...invented.reports);
    added += invented.reports.length;
    if (batch.length < BATCH && added < reports) continue;
    await store.appendReports(batch);
    batch = [];
  }
  await store.replaceIncidents(incidents);
  const size = await store.size();
  await store.close();
  process.stderr.write(`${size.reports} reports, ${size.claims} claims, ${size.incidents} incidents\n`);
}

function measure(name: string, out: string, ledger: string): Measured {
  const ran = spawnSync(process.execPath, [ONE, name, out, ledger], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${name}: ${ran.stderr}`);
  const { seconds, peakMb } = JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '{}');
  process.stderr.write(`${out.split('/').at(-1)}\n`);
  return { name: out.split('/').at(-1) ?? name, seconds, peakMb, bytes: statSync(out).size };
}

function print(measured: readonly Measured[]): void {
  const reference = measured.find(({ name }) => name === 'claims.csv')?.seconds ?? 1;
  process.stdout.write('| export | seconds against `claims.csv` | peak memory, MB | MB written |\n|---|---|---|---|\n');
  for (const { name, seconds, peakMb, bytes } of measured) {
    const row = [name, (seconds / reference).toFixed(2), peakMb.toFixed(0), (bytes / 1e6).toFixed(1)];
    process.stdout.write(`| ${row.join(' | ')} |\n`);
  }
}

await main();
