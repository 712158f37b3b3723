import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { formatIsoDay, parseIsoDay } from '../src/core/base/iso-day.ts';
import type { CodedReport, Store } from '../src/core/ledger/index.ts';
import type { Incident } from '../src/core/model/index.ts';
import { openStore } from '../src/node/stores/open-store.ts';
import { chance } from './ledger/chance.ts';
import { inventIncidents } from './ledger/invent-ledger.ts';
import { inventWorld } from './ledger/world.ts';

/** Reports that are added in one transaction. */
const BATCH = 50;
const FIRST_DAY = parseIsoDay('2019-01-01') ?? 0;
const BIN = new URL('../src/node/cli/bin.ts', import.meta.url);

/**
 * Requests a second and times of five typical questions to `casus serve` over an invented ledger, each asked anew every
 * time, and each asked again and again: `node bench/api.ts --claims 100000 [--ledger PLACE] [--incidents N] [--clients 10] [--seconds 5]`. With
 * `--incidents` the ledger has so many incidents, those beyond the claims without reports.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      claims: { type: 'string', default: '100000' },
      incidents: { type: 'string', default: '0' },
      ledger: { type: 'string' },
      seconds: { type: 'string', default: '5' },
      clients: { type: 'string', default: '10' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'casus-bench-'));
  const place = values.ledger ?? join(folder, 'ledger');
  const ids = await fill(place, Number(values.claims), Number(values.incidents));
  const child = spawn(process.execPath, [BIN.pathname, 'serve', '--ledger', place, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [said] = await once(child.stdout, 'data');
    const [url = ''] = /http:\/\/\S+/.exec(String(said)) ?? [];
    await measure(url, ids, { seconds: Number(values.seconds), clients: Number(values.clients) });
  } finally {
    child.kill('SIGINT');
    await once(child, 'exit');
    rmSync(folder, { recursive: true });
  }
}

/** Fills a ledger, and gives the ids of the incidents that its reports tell of. */
async function fill(place: string, claims: number, incidents: number): Promise<readonly string[]> {
  const store = await openStore(place);
  const invented = inventIncidents(1);
  const told = await addReports(store, claims, invented);
  const all = [...told];
  for (const { incident } of invented) {
    if (all.length >= incidents) break;
    all.push(incident);
  }
  await store.replaceIncidents(all);
  const size = await store.size();
  console.log(`${size.claims} claims, ${size.reports} reports, ${size.incidents} incidents`);
  await store.close();
  return told.map(({ id }) => id);
}

async function addReports(
  store: Store,
  wanted: number,
  invented: ReturnType<typeof inventIncidents>,
): Promise<readonly Incident[]> {
  const incidents: Incident[] = [];
  let batch: CodedReport[] = [];
  for (let claims = 0; claims < wanted; ) {
    const { value, done } = invented.next();
    if (done === true) break;
    incidents.push(value.incident);
    batch.push(...value.reports);
    claims += value.reports.reduce((sum, { coding }) => sum + coding.claims.length, 0);
    if (batch.length < BATCH && claims < wanted) continue;
    await store.appendReports(batch);
    batch = [];
  }
  return incidents;
}

/** For how long, and by how many at a time, each question is asked. */
interface Load {
  readonly seconds: number;
  readonly clients: number;
}

async function measure(url: string, ids: readonly string[], load: Load): Promise<void> {
  console.log('question | first, ms | a second, each another | 99th, ms | a second, the same | 99th, ms');
  for (const [name, path] of questions(ids)) {
    const begun = performance.now();
    const answered = await fetch(new URL(path(), url));
    const bytes = (await answered.arrayBuffer()).byteLength;
    if (!answered.ok) throw new Error(`${name}: ${answered.status}`);
    const first = performance.now() - begun;
    const anew = await run(url, load, path);
    const same = path();
    const again = await run(url, load, () => same);
    console.log(
      [
        `${name} (${Math.round(bytes / 1_000)} KB)`,
        first.toFixed(0),
        ...[anew, again].flatMap(({ requests, latency }) => [requests.average.toFixed(0), latency.p99.toFixed(0)]),
      ].join(' | '),
    );
  }
}

async function run(url: string, { seconds, clients }: Load, path: () => string) {
  const result = await autocannon({
    url,
    connections: clients,
    duration: seconds,
    timeout: 60,
    requests: [{ setupRequest: request => ({ ...request, path: path() }) }],
    headers: { 'accept-encoding': 'br' },
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} answers are none, ${result.errors} failed`);
  return result;
}

/** Five questions as people ask them, from a seed: each call asks another. */
function questions(ids: readonly string[]): readonly (readonly [string, () => string])[] {
  const world = inventWorld(1);
  const luck = chance(99);
  const placed = world.places.filter(({ lat }) => lat !== null);
  const day = () => formatIsoDay(FIRST_DAY + luck.whole(2_000));
  const country = () => luck.pickOften(world.places).country ?? 'XAA';
  return [
    [
      'overview of all from a day on',
      () => `/api/v1/overview?from=${day()}&to=${formatIsoDay(FIRST_DAY + 2_190 + luck.whole(100_000))}`,
    ],
    [
      'incidents in a box within a year',
      () => {
        const place = luck.pickOften(placed);
        const [lat, lon] = [place.lat ?? 0, place.lon ?? 0];
        const box = [Math.max(-180, lon - 2), Math.max(-90, lat - 2), Math.min(180, lon + 2), Math.min(90, lat + 2)];
        const year = 2019 + luck.whole(6);
        return `/api/v1/incidents?box=${box}&from=${year}-01-01&to=${year}-12-31&limit=${20 + luck.whole(80)}`;
      },
    ],
    ['one incident with its reports', () => `/api/v1/incidents/${luck.pick(ids)}`],
    [
      'claims with a word',
      () => `/api/v1/claims?text=${luck.pickOften(world.words)}&limit=20&atLeast=${luck.whole(5)}&from=${day()}`,
    ],
    [
      'claims by week and province of a country',
      () => `/api/v1/series?of=claims&by=week,admin1&country=${country()}&from=${day()}`,
    ],
  ];
}

await main();
