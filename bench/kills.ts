import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addAll, contentOf, killWhileAdding, writeReports } from '../test/fixtures/kill-adding.ts';

/**
 * Kills a parallel `casus add` at random moments: `node bench/kills.ts [--kills 100] [--reports 2000] [--workers 2]`.
 * Says how many reports were lost or doubled against a run that nobody killed, and how long a restart takes to go on.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '100' },
      reports: { type: 'string', default: '2000' },
      workers: { type: 'string', default: '2' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [kills, count, workers, seed] = [values.kills, values.reports, values.workers, values.seed].map(Number);
  if (kills === undefined || count === undefined || workers === undefined || seed === undefined) return;
  const folder = mkdtempSync(join(tmpdir(), 'casus-kills-'));
  try {
    const reports = join(folder, 'reports');
    writeReports(reports, count);
    const tell = (line: string) => process.stderr.write(`${line}\n`);
    const options = { reports, ledgers: join(folder, 'ledgers'), count, kills, workers, seed, tell };
    const result = await killWhileAdding(options);
    const alone = join(folder, 'alone');
    await addAll({ reports, ledger: alone, workers: 1 });
    const expected = await contentOf(alone);
    let same = 0;
    for (const ledger of result.ledgers) {
      await addAll({ reports, ledger, workers });
      if ((await contentOf(ledger)) === expected) same += 1;
    }
    const held = expected.split('\n').length / 2;
    console.log(`${result.kills} kills over ${result.ledgers.length} ledgers of ${count} reports, ${workers} workers`);
    console.log(`${same} of ${result.ledgers.length} ledgers are what one thread makes of them (${held} reports)`);
    const restarts = [...result.restartsMs].sort((a, b) => a - b);
    const at = (share: number) => ((restarts[Math.floor(share * (restarts.length - 1))] ?? 0) / 1000).toFixed(2);
    console.log(`restart to first new report: median ${at(0.5)} s, 95th percentile ${at(0.95)} s, longest ${at(1)} s`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
