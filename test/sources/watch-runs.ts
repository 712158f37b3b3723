import { spawn } from 'node:child_process';
import { openStore } from '../../src/node/wire.ts';
import { BIN } from '../cli/run-casus.ts';
import type { MoodyFeed } from './moody-feed.ts';

/** Runs `casus watch` on a feed until it was polled so often, killing it where the number of polls says so. */
export async function watchWithKills(
  feed: MoodyFeed,
  ledger: string,
  { polls, killsAt }: { readonly polls: number; readonly killsAt: readonly number[] },
): Promise<void> {
  const kills = [...killsAt];
  while (feed.polls() < polls) {
    const left = Math.min(999, polls - feed.polls());
    const args = [
      'watch',
      feed.feedUrl,
      '--ledger',
      ledger,
      '--interval',
      '0',
      '--delay',
      '0',
      '--allow-private',
      '--polls',
      String(left),
    ];
    const child = spawn(process.execPath, [BIN, ...args], { stdio: 'ignore' });
    const watchman = setInterval(() => {
      if (kills[0] !== undefined && feed.polls() >= kills[0]) {
        kills.shift();
        child.kill('SIGKILL');
      }
    }, 5);
    await new Promise(resolve => child.on('close', resolve));
    clearInterval(watchman);
  }
}

/** The headlines of the reports that a ledger holds, in the order of its entries. */
export async function headlinesOf(ledger: string): Promise<readonly string[]> {
  const store = await openStore(ledger, { mode: 'read' });
  const headlines: string[] = [];
  for await (const { text, headline } of store.reports())
    headlines.push(headline === null ? text : text.slice(headline.start, headline.end));
  await store.close();
  return headlines;
}
