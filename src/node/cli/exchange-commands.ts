import { type Command, Option } from 'commander';
import { type End, isoDay, ledger, REDACT, wholeNumber } from './command-options.ts';
import { filtering } from './filter-options.ts';
import type { Io } from './io.ts';

/** The commands that write a ledger for others, and read what others have coded. */
export function addExchangeCommands(program: Command, io: Io, end: End): void {
  addExport(program, io, end);
  addBrief(program, io, end);
  addImport(program, io, end);
  addCompare(program, io, end);
  addPublish(program, io, end);
}

function addExport(program: Command, io: Io, end: End): void {
  filtering(ledger(program.command('export').description('write the ledger in the formats that others read')))
    .argument(
      '<format>',
      'claims, incidents, tolls, recorder, sources, acled, ucdp, polecat, plover, geojson, kml, timemap, ftm, atom, xlsx, package',
    )
    .option('-o, --out <file>', 'the file to write; without it, standard output')
    .option('--as <kind>', 'what a table becomes: csv, tsv, json (one object a line), parquet, arrow, xlsx')
    .option('--hxl', 'add a row with HXL hashtags below the header of a CSV')
    .option('--inter-num', 'ACLED: kinds of actors as numbers instead of words')
    .option('--policy <name>', 'the toll policy that makes ranges of accounts')
    .option('--refusals <file>', 'list what could not become a row, and why, as CSV')
    .option(...REDACT)
    .addHelpText('after', HELP.export)
    .action(async (format, options) =>
      end(await (await import('./commands/export.ts')).exportLedger(format, options, io)),
    );
}

function addBrief(program: Command, io: Io, end: End): void {
  ledger(program.command('brief').description('write a situation report with a numbered source for every sentence'))
    .option('--area <area>', 'a country by name or three letters, or a province as the gazetteer names it')
    .option('--from <date>', 'the first day, as 2025-10-01', isoDay)
    .option('--to <date>', 'the last day', isoDay)
    .option('-o, --out <file>', 'the file to write, .md, .html or .pdf; without it, Markdown to standard output')
    .option('--policy <name>', 'the toll policy that makes ranges of accounts')
    .option(...REDACT)
    .addHelpText('after', HELP.brief)
    .action(async options => end(await (await import('./commands/brief.ts')).brief(options, io)));
}

function addImport(program: Command, io: Io, end: End): void {
  ledger(program.command('import').description("read another project's rows into a ledger of their own"))
    .argument('<table>', 'a CSV in the shape of ACLED, UCDP GED or casus claims, or - for standard input')
    .addOption(
      new Option('--as <kind>', 'the format, where the columns should not tell').choices(['acled', 'ucdp', 'claims']),
    )
    .option('--texts <dir>', 'for claims: the ledger that holds the reports they are about')
    .option('--coder <name>', 'for claims: who coded them')
    .addHelpText('after', HELP.import)
    .action(async (table, options) =>
      end(await (await import('./commands/import.ts')).importTable(table, options, io)),
    );
}

function addCompare(program: Command, io: Io, end: End): void {
  program
    .command('compare')
    .description('set two ledgers side by side: how far two coders agree, field by field')
    .argument('<ledger>', 'the first ledger')
    .argument('<other>', 'the second')
    .option('--json', 'print the comparison as JSON')
    .option('--limit <count>', 'list at most so many disagreements', wholeNumber, 20)
    .option(...REDACT)
    .addHelpText('after', HELP.compare)
    .action(async (first, second, options) =>
      end(await (await import('./commands/compare.ts')).compare(first, second, options, io)),
    );
}

function addPublish(program: Command, io: Io, end: End): void {
  filtering(ledger(program.command('publish').description('write the ledger as a site that needs no server')))
    .argument('<dir>', 'the folder of the site: new, empty, or one that was published before')
    .option('--title <words>', 'the title of the site', 'A ledger of claims')
    .option('--policy <name>', 'the toll policy that makes ranges of accounts')
    .option('--redact', 'mask the names of private persons (the default)', true)
    .option('--no-redact', 'leave the names of private persons in')
    .option('--no-reader', 'leave out the models by which the page reads texts (25 MB)')
    .option('--force', 'write beside files that casus did not publish')
    .addHelpText('after', HELP.publish)
    .action(async (folder, options) => end(await (await import('./commands/publish.ts')).publish(folder, options, io)));
}

const HELP = {
  publish: `
The folder holds the page, the record that it shows, the same as tables, GeoJSON
and KML, and a read-me. It works on any web server, in any folder of it.

Examples:
  $ casus publish site
  $ casus publish site --country NER --from 2026-10-01 --title "Niger, October"
  $ casus publish site --no-reader --ledger my-ledger`,
  brief: `
The ending of --out says which it is: Markdown with its pictures beside it, a
page or a PDF with them inside.

Examples:
  $ casus brief --area Niger --from 2026-10-01 --to 2026-10-31
  $ casus brief --area UKR --out ukraine.html
  $ casus brief --from 2026-11-01 --out week.pdf --redact`,
  import: `
The rows become reports whose text is the row, coded by import:acled or
import:ucdp. Keep them in a ledger of their own.

Examples:
  $ casus import acled.csv --ledger theirs
  $ casus import coder-b.csv --texts my-ledger --coder b --ledger theirs`,
  compare: `
Claims are compared where both ledgers hold the same reports, else incidents.

Examples:
  $ casus compare my-ledger theirs
  $ casus compare my-ledger theirs --json > agreement.json`,
  export: `
Formats:
  claims     every claim, its words      acled    rows in the shape of ACLED
  incidents  one row an incident         ucdp     rows in the shape of UCDP GED
  tolls      losses by side              polecat  rows in the shape of POLECAT
  recorder   minimum and maximum         plover   records in PLOVER's shape
  sources    the reports                 geojson, kml, timemap   maps
  xlsx       a workbook                  ftm      FollowTheMoney
  package    all tables, with schema     atom     a feed
A row says only what is asserted, placed and dated; the rest is left out.

Examples:
  $ casus export claims > claims.csv
  $ casus export tolls --out tolls.parquet
  $ casus export acled --country MLI --from 2026-01-01 --out acled.csv
  $ casus export ucdp --out ucdp.csv --refusals left-out.csv
  $ casus export package --out record.zip --redact`,
} as const;
