import { Argument, Command } from 'commander';
import { VERSION } from '../../core/base/version.ts';
import {
  common,
  countingNumber,
  type End,
  FINDINGS_JSON,
  given,
  ledger,
  own,
  positive,
  REDACT,
} from './command-options.ts';
import { addExchangeCommands } from './exchange-commands.ts';
import { filtering } from './filter-options.ts';
import type { Io } from './io.ts';
import { addLedgerCommands } from './ledger-commands.ts';
import { addServeCommands } from './serve-commands.ts';
import { archiving, reading, sources } from './source-arguments.ts';
import { addWatch } from './watch-command.ts';

/**
 * The command line: its commands, options and examples. `end` receives the exit code of the command that ran, `say` the
 * help and the complaints; what was asked wrongly is thrown as a `CommanderError`.
 */
export function buildProgram(io: Io, end: End, say: (text: string) => void): Command {
  const width = Math.min(100, io.stdout.columns ?? 80);
  const program = new Command('casus')
    .exitOverride()
    .configureOutput({ writeOut: say, writeErr: say, getOutHelpWidth: () => width, getErrHelpWidth: () => width })
    .description(
      'Reads news reports of armed conflict and keeps an accountable ledger of them:\n' +
        'who did what to whom, with which losses, according to whom, in which words.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('Run casus --help, or casus COMMAND --help.')
    .addHelpText('after', HELP.casus);
  addRead(program, io, end);
  addExplain(program, io, end);
  addWhere(program, io, end);
  addWhen(program, io, end);
  addAdd(program, io, end);
  addWatch(program, io, end);
  addShow(program, io, end);
  addClaims(program, io, end);
  addVerify(program, io, end);
  addLedgerCommands(program, io, end);
  addExchangeCommands(program, io, end);
  addServeCommands(program, io, end);
  return program;
}

function addRead(program: Command, io: Io, end: End): void {
  reading(
    own(given(common(program.command('read').description('code reports and print what they say; nothing is stored')))),
  )
    .addArgument(sources())
    .option(...REDACT)
    .addHelpText('after', HELP.read)
    .action(async (paths, options) => end(await (await import('./commands/read.ts')).read(paths, options, io)));
}

function addExplain(program: Command, io: Io, end: End): void {
  const about = 'show what is read in each sentence, and the model, table or rule behind it';
  own(given(common(program.command('explain').description(about), FINDINGS_JSON)))
    .addArgument(textOrFile())
    .option('--sentence <number>', 'only this sentence, counted from 1', countingNumber)
    .option(...REDACT)
    .addHelpText('after', HELP.explain)
    .action(async (text, options) => end(await (await import('./commands/explain.ts')).explain(text, options, io)));
}

function addWhere(program: Command, io: Io, end: End): void {
  given(
    common(
      program.command('where').description('find the places of a text, and say how sure each is and why'),
      FINDINGS_JSON,
    ),
  )
    .addArgument(textOrFile())
    .option('--map <file>', 'write a map of the places as SVG')
    .option(...REDACT)
    .addHelpText('after', HELP.where)
    .action(async (text, options) => end(await (await import('./commands/where.ts')).where(text, options, io)));
}

function addWhen(program: Command, io: Io, end: End): void {
  given(
    common(
      program.command('when').description('find the times of a text, and say which days they mean and why'),
      FINDINGS_JSON,
    ),
  )
    .addArgument(textOrFile())
    .option(...REDACT)
    .addHelpText('after', HELP.when)
    .action(async (text, options) => end(await (await import('./commands/when.ts')).when(text, options, io)));
}

function addAdd(program: Command, io: Io, end: End): void {
  archiving(reading(ledger(given(common(program.command('add').description('code reports and add them to a ledger'))))))
    .addArgument(sources())
    .option('--workers <n>', 'worker threads that code; default: by cores and reports', positive)
    .option(...REDACT)
    .addHelpText('after', HELP.add)
    .action(async (paths, options) => end(await (await import('./commands/add.ts')).add(paths, options, io)));
}

function addShow(program: Command, io: Io, end: End): void {
  filtering(
    ledger(
      common(
        program.command('show').description('list the incidents of a ledger, or show one with all accounts of it'),
      ),
    ),
  )
    .argument('[incident]', 'id of an incident, or its beginning')
    .option('--why', 'also print why each account is of this incident, with score, features and decisions')
    .option(...REDACT)
    .addHelpText('after', HELP.show)
    .action(async (id, options) => end(await (await import('./commands/show.ts')).show(id, options, io)));
}

function addClaims(program: Command, io: Io, end: End): void {
  filtering(ledger(common(program.command('claims').description('list who says what, as a table'))))
    .option('--kind <kind>', 'only claims of this kind, as casualty, event, denial, warning')
    .option('--act <act>', 'only claims made so, as state, admit, deny, accuse, threaten')
    .option('--scope <scope>', 'only claims of this scope: incident, period, background, hypothetical, future')
    .option('--claimant <name>', 'only claims of speakers whose name contains this')
    .option('--incident <id>', 'only claims about this incident (its id, or its beginning)')
    .option(...REDACT)
    .addHelpText('after', HELP.claims)
    .action(async options => end(await (await import('./commands/claims.ts')).claims(options, io)));
}

function addVerify(program: Command, io: Io, end: End): void {
  ledger(common(program.command('verify').description('check every quote of a ledger against the stored text')))
    .option(...REDACT)
    .addHelpText('after', HELP.verify)
    .action(async options => end(await (await import('./commands/verify.ts')).verify(options, io)));
}

function textOrFile(): Argument {
  return new Argument('<text-or-file>', 'a text in quotation marks, a file that holds it, or - for standard input');
}

const HELP = {
  casus: `
Examples:
  $ casus read report.txt
  $ casus where "Two bridges near Kherson were hit" --map kherson.svg
  $ casus add reports/ --ledger my-ledger
  $ casus show --ledger my-ledger
  $ casus claims --ledger my-ledger --kind casualty
  $ casus serve --ledger my-ledger --open
  $ casus export acled --ledger my-ledger --out acled.csv

Exit codes: 0 done, 1 some reports unread or quotes failed, 2 not understood,
3 the world failed, 4 a bug, 130 stopped by Ctrl-C.`,
  read: `
Examples:
  $ casus read report.txt
  $ casus read report.txt --published 2025-10-16 --source "The Daily Example"
  $ curl -s https://example.org/report.txt | casus read -
  $ casus read reports/*.txt --json > record.json
  $ casus read https://example.org/news/five-hurt.html`,
  explain: `
Tokens, tags and tree; names, actors, numbers, times and places; who speaks;
the words that the lexicons know; and of each claim the parser that proposed it
and the refiners that changed or dropped it.

Examples:
  $ casus explain "The army said nine soldiers were killed near Gao."
  $ casus explain report.txt --sentence 3
  $ casus explain report.txt --json`,
  where: `
A name that several places bear is weighed against the whole text. What is not
sure stays unknown: no place gets a pin by default.

Examples:
  $ casus where "Shells fell 12 km north of Chaman."
  $ casus where report.txt --map places.svg
  $ casus where report.txt --json`,
  when: `
Relative days ("on Wednesday") count from the day of publication, which the
text may tell; --published says it.

Examples:
  $ casus when "On Wednesday night" --published 2025-10-16
  $ casus when report.txt
  $ casus when - --json < report.txt`,
  add: `
The same report added twice is held once. A ledger that is not there is made.
What was ended goes on where it was when it is run again. A report at which
coding fails is kept with the reason, and the others go on.

Examples:
  $ casus add report.txt
  $ casus add reports/ --ledger my-ledger --workers 4
  $ casus add crawl.warc.gz pages.zip https://example.org/feed.xml
  $ casus add articles.csv --columns text=body,published=date,source=outlet
  $ casus add report.txt --published 2025-10-16 --source "The Daily Example"`,
  show: `
Examples:
  $ casus show
  $ casus show inc_3f2a
  $ casus show inc_3f2a --why
  $ casus show --country MLI --from 2026-10-01 --contradicted
  $ casus show --ledger my-ledger --json`,
  claims: `
Examples:
  $ casus claims
  $ casus claims --kind casualty --scope incident
  $ casus claims --claimant army --act admit
  $ casus claims --near 12.8,1.7,50 --harm killed --at-least 10
  $ casus claims --incident inc_3f2a --json`,
  verify: `
Ends with 1 when a quote is not in the text that it is said to be from.

Examples:
  $ casus verify
  $ casus verify --ledger my-ledger --json`,
} as const;
