import type { Command } from 'commander';
import { type End, given, ledger, positive } from './command-options.ts';
import type { Io } from './io.ts';
import { archiving, fetching, minutes } from './source-arguments.ts';

const INTERVAL_MINUTES = 15;

/** `casus watch`: feeds, polled until somebody stops it. */
export function addWatch(program: Command, io: Io, end: End): void {
  const about = 'poll feeds and add the reports of their new entries to a ledger, until stopped';
  archiving(fetching(ledger(given(program.command('watch').description(about)))))
    .argument('<feed...>', 'addresses of RSS, Atom or JSON feeds')
    .option('--interval <minutes>', 'from one poll of a feed to the next', minutes, INTERVAL_MINUTES)
    .option('--polls <n>', 'poll each feed so often, then end', positive)
    .option('--state <file>', "where to remember what was seen; default: watch.json in the ledger's folder")
    .addHelpText('after', HELP)
    .action(async (feeds, options) => end(await (await import('./commands/watch.ts')).watch(feeds, options, io)));
}

const HELP = `
A new report is printed with its id when it is in the ledger. A feed that fails
is asked ever more rarely. A run that was stopped is gone on with by the next.

Examples:
  $ casus watch https://example.org/feed.xml
  $ casus watch https://example.org/feed.xml --interval 30 --archive
  $ casus watch https://example.org/feed.xml --polls 1 --ledger my-ledger`;
