import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodedReport, Store } from '../src/core/ledger/index.ts';
import type { Incident } from '../src/core/model/index.ts';
import { openStore } from '../src/node/stores/open-store.ts';
import { chance } from './ledger/chance.ts';
import { inventIncidents } from './ledger/invent-ledger.ts';
import { inventWorld } from './ledger/world.ts';

/** Reports that are added in one transaction. */
const BATCH = 50;
/** Claims over which one rate of adding is measured. */
const WINDOW = 10_000;
/** Of how many such rates the median is taken, when the ledger holds few and when it holds all: other work disturbs some. */
const RATES = 5;
const QUESTIONS = 60;

/**
 * Rate of adding and time of queries on an invented ledger: `node bench/ledger-store.ts CLAIMS [PLACE]`, 1,000,000 claims
 * in a new folder where nothing is said; a place may be `postgres://…`.
 */
async function main([wanted = '1000000', place]: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'casus-bench-'));
  const store = await openStore(place ?? join(folder, 'ledger'));
  try {
    const incidents = await fill(store, Number(wanted));
    await store.replaceIncidents(incidents);
    await ask(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function fill(store: Store, wanted: number): Promise<readonly Incident[]> {
  const incidents: Incident[] = [];
  let batch: CodedReport[] = [];
  let claims = 0;
  let [spentMs, cpuMs] = [0, 0];
  let windowClaims = 0;
  const rates: number[] = [];
  const cpuRates: number[] = [];
  for (const { reports, incident } of inventIncidents(1)) {
    batch.push(...reports);
    incidents.push(incident);
    if (batch.length < BATCH) continue;
    const [begun, used] = [performance.now(), process.cpuUsage()];
    await store.appendReports(batch);
    spentMs += performance.now() - begun;
    const { user, system } = process.cpuUsage(used);
    cpuMs += (user + system) / 1_000;
    const added = batch.reduce((sum, { coding }) => sum + coding.claims.length, 0);
    claims += added;
    windowClaims += added;
    batch = [];
    if (windowClaims >= WINDOW) {
      rates.push((windowClaims * 1_000) / spentMs);
      cpuRates.push((windowClaims * 1_000) / cpuMs);
      [windowClaims, spentMs, cpuMs] = [0, 0, 0];
    }
    if (claims >= wanted) break;
  }
  // The first window warms up: the second is the ledger of ten thousand.
  const ratio = (all: readonly number[]) => (median(all.slice(-RATES)) / median(all.slice(1, 1 + RATES))).toFixed(2);
  // A busy machine does not change what work costs: a server of its own is not in the second figure.
  const words = `${ratio(rates)} by the clock, ${ratio(cpuRates)} by processor time of this process`;
  console.log(`${claims} claims; rate of adding, now against at ${WINDOW}: ${words}`);
  return incidents;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function ask(store: Store): Promise<void> {
  const world = inventWorld(1);
  const luck = chance(99);
  const questions: readonly [string, () => Promise<unknown>][] = [
    [
      'box + dates + actor',
      () => {
        const place = luck.pickOften(world.places.filter(({ lat }) => lat !== null));
        const [lat, lon] = [place.lat ?? 0, place.lon ?? 0];
        const box = { west: Math.max(-180, lon - 2), south: lat - 2, east: Math.min(180, lon + 2), north: lat + 2 };
        const actor = luck.pickOften(world.actors.filter(({ country }) => country === place.country)).name;
        const year = 2019 + luck.whole(6);
        return store.findClaims({ box, actor, from: `${year}-03-01`, to: `${year}-08-31` });
      },
    ],
    ['text', () => store.findClaims({ text: luck.pickOften(world.words) }, { limit: 20 })],
    [
      'weekly counts by admin 1',
      () => {
        const { country } = luck.pickOften(world.places);
        return store.count({ of: 'claims', by: ['week', 'admin1'], filter: country === null ? {} : { country } });
      },
    ],
  ];
  for (const [name, question] of questions) {
    const times: number[] = [];
    for (let i = 0; i < QUESTIONS; i++) {
      const begun = performance.now();
      await question();
      times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    const p95 = times[Math.floor(QUESTIONS * 0.95)] ?? 0;
    console.log(`${name}: median ${median(times).toFixed(1)} ms, 95th percentile ${p95.toFixed(1)} ms`);
  }
}

await main(process.argv.slice(2));
