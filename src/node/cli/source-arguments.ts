import { Argument, type Command, InvalidArgumentError } from 'commander';
import { positive } from './command-options.ts';

/** What is read: files, folders, archives, tables, addresses, standard input. */
export function sources(): Argument {
  return new Argument(
    '<source...>',
    'files (text, Markdown, HTML, e-mail, PDF, .docx), folders of them, archives (ZIP, WARC, WACZ), ' +
      'tables (CSV, JSON Lines), addresses of pages, feeds and sitemaps, or - for standard input',
  );
}

/** The options for how sources are read and addresses fetched. */
export function reading(command: Command): Command {
  return fetching(command)
    .option('--format <format>', 'what the sources are, where it cannot be told: html, csv, jsonl, warc, feed …')
    .option('--columns <pairs>', 'which columns of a table hold what, as text=body,published=date,source=outlet');
}

/** The options for how addresses are fetched. */
export function fetching(command: Command): Command {
  return command
    .option('--limit <n>', 'at most so many entries of each feed or sitemap', positive)
    .option(
      '--delay <seconds>',
      'least time between two requests to one host; default: 1, or what the site asks',
      seconds,
    )
    .option('--ignore-robots', 'fetch what a site asks programs not to; for where you have leave to')
    .option('--allow-private', 'fetch addresses of private networks and of this machine');
}

/** The option to keep the bytes of reports as they came. */
export function archiving(command: Command): Command {
  return command.option(
    '--archive [dir]',
    "keep the bytes as they came, compressed: in raw/ of the ledger's folder, or in DIR",
  );
}

export function minutes(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number) || number < 0) {
    throw new InvalidArgumentError('Write a number of minutes.');
  }
  return number;
}

function seconds(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number) || number < 0) {
    throw new InvalidArgumentError('Write a number of seconds.');
  }
  return number;
}
