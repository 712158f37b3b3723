import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveMoodyFeed } from '../test/sources/moody-feed.ts';
import { headlinesOf, watchWithKills } from '../test/sources/watch-runs.ts';

/** Polls, and at which of them the process is killed. */
const polls = 500;
const killsAt = [120, 260, 401];

/** `casus watch` on a server of many moods, killed three times: what the feed listed against what the ledger holds. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'casus-bench-'));
  const feed = await serveMoodyFeed({ calmAfter: polls });
  try {
    const ledger = join(folder, 'ledger');
    await watchWithKills(feed, ledger, { polls: polls + 6, killsAt });
    const held = await headlinesOf(ledger);
    const lost = [...feed.listed].filter(headline => !held.includes(headline));
    console.log(
      `${feed.polls()} polls, ${killsAt.length} kills: ${feed.listed.size} entries listed, ${held.length} reports held`,
    );
    console.log(`lost: ${lost.length}, twice: ${held.length - new Set(held).size}`);
    if (lost.length > 0 || held.length !== new Set(held).size) process.exitCode = 1;
  } finally {
    await feed.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
