import { Argument, type Command, Option } from 'commander';
import { common, type End, ledger, positive, REDACT, wholeNumber } from './command-options.ts';
import { narrowing } from './filter-options.ts';
import type { Io } from './io.ts';

const ACTS = ['merge', 'split', 'accept', 'reject', 'edit', 'withdraw'];

/** The commands that decide on what a ledger holds, tell its history, and make it anew. */
export function addLedgerCommands(program: Command, io: Io, end: End): void {
  addDecide(program, io, end);
  addLog(program, io, end);
  addDiff(program, io, end);
  addRebuild(program, io, end);
  addCopy(program, io, end);
  addSearch(program, io, end);
}

function addDecide(program: Command, io: Io, end: End): void {
  ledger(
    common(
      program.command('decide').description('merge, split, accept, reject or edit, as an entry of the ledger'),
      'print the decision and the incidents that it changed as JSON',
    ),
  )
    .addArgument(new Argument('<act>', 'what is decided').choices(ACTS))
    .argument('<id...>', 'incidents, events, claims or a decision, or the beginnings of their ids')
    .requiredOption('--by <name>', 'who decides')
    .requiredOption('--why <words>', 'the reason')
    .option('--set <field=value>', 'edit: the field, as estimate.low, and its value as JSON or words')
    .option(...REDACT)
    .addHelpText('after', HELP.decide)
    .action(async (act, ids, options) =>
      end(await (await import('./commands/decide.ts')).decideOn(act, ids, options, io)),
    );
}

function addLog(program: Command, io: Io, end: End): void {
  ledger(
    common(
      program.command('log').description('list the entries of a ledger, the oldest first'),
      'print the entries as JSON, one a line',
    ),
  )
    .addOption(
      new Option('--entries <kind>', 'only entries of this kind').choices([
        'report',
        'correction',
        'coding',
        'decision',
        'resources',
        'link',
      ]),
    )
    .option('--report <id>', 'only entries about this report (its id, or its beginning)')
    .option('--since <number>', 'only entries after this number', wholeNumber)
    .option('--failed', 'only codings of reports at which coding failed')
    .option(...REDACT)
    .addHelpText('after', HELP.log)
    .action(async options => end(await (await import('./commands/log.ts')).log(options, io)));
}

function addDiff(program: Command, io: Io, end: End): void {
  common(
    program.command('diff').description('tell what two ledgers, or two states of one, say differently'),
    'print the differences as JSON',
  )
    .argument('<before>', 'a ledger, or LEDGER@NUMBER: as it was after that entry')
    .argument('[after]', 'another one; without it, the first as the present rules would code it')
    .option(...REDACT)
    .addHelpText('after', HELP.diff)
    .action(async (before, after, options) =>
      end(await (await import('./commands/diff.ts')).diff(before, after, options, io)),
    );
}

function addRebuild(program: Command, io: Io, end: End): void {
  ledger(
    common(
      program.command('rebuild').description('work the state out from the entries anew, and say where it differs'),
      'print what was found as JSON',
    ),
  )
    .option('--check', 'only say it, and write nothing')
    .option('--recode', 'first code every report anew by the present rules')
    .option('--workers <n>', 'worker threads that code; default: by cores and reports', positive)
    .addHelpText('after', HELP.rebuild)
    .action(async options => end(await (await import('./commands/rebuild.ts')).rebuild(options, io)));
}

function addCopy(program: Command, io: Io, end: End): void {
  common(
    program.command('copy').description('bring a ledger to another place, each entry checked'),
    'print how many entries were copied as JSON',
  )
    .argument('<from>', 'a folder, or postgres://user@host/database')
    .argument('<to>', 'the other place; what it holds already must be the beginning of the first')
    .addHelpText('after', HELP.copy)
    .action(async (from, to, options) => end(await (await import('./commands/copy.ts')).copy(from, to, options, io)));
}

function addSearch(program: Command, io: Io, end: End): void {
  narrowing(
    ledger(
      common(
        program.command('search').description('find quotes and reports by their words'),
        'print the claims and reports that were found as JSON',
      ),
    ),
  )
    .argument('<words...>', 'words that must all occur; "side by side" in quotation marks, shell* for a beginning')
    .addOption(
      new Option('--review <which>', 'only claims that a reviewer left standing, edited or rejected').choices([
        'standing',
        'edited',
        'rejected',
      ]),
    )
    .option(...REDACT)
    .addHelpText('after', HELP.search)
    .action(async (words, options) => end(await (await import('./commands/search.ts')).search(words, options, io)));
}

const HELP = {
  copy: `
Examples:
  $ casus copy my-ledger postgres://casus@localhost/casus
  $ casus copy postgres://casus@localhost/casus backup`,
  search: `
Examples:
  $ casus search drone market
  $ casus search '"killed 31 soldiers"' --ledger my-ledger
  $ casus search 'shell*' --json
  $ casus search soldiers --review rejected`,
  decide: `
A decision is an entry, is never lost when reports are coded anew, and holds
until it is withdrawn. split takes an incident and the events or reports that
are not of it. An accepted incident stays together as it is.

Examples:
  $ casus decide merge inc_3f2a inc_77b1 --by "A. Reviewer" --why "one bridge"
  $ casus decide split inc_3f2a evt_90c1 --by "A. Reviewer" --why "other day"
  $ casus decide accept inc_3f2a --by "A. Reviewer" --why "checked"
  $ casus decide reject clm_51d0 --by "A. Reviewer" --why "film plot"
  $ casus decide edit clm_51d0 --set estimate.low=9 --by "A. Reviewer" \\
      --why "the words say nine"
  $ casus decide withdraw dec_8e44 --by "A. Reviewer" --why "was mistaken"`,
  log: `
Examples:
  $ casus log
  $ casus log --entries decision
  $ casus log --report rep_51d0 --json
  $ casus log --failed`,
  diff: `
Ends with 0 whether or not there are differences.

Examples:
  $ casus diff my-ledger
  $ casus diff my-ledger@120 my-ledger
  $ casus diff old-ledger new-ledger --json`,
  rebuild: `
Ends with 1 when the state that is kept is not what the entries come to.

Examples:
  $ casus rebuild --check
  $ casus rebuild --ledger my-ledger
  $ casus rebuild --recode --workers 4`,
} as const;
