import { type Command, InvalidArgumentError } from 'commander';
import { boxOf, circleOf } from '../../core/api/filter-query.ts';
import { CasusError } from '../../core/base/error.ts';
import { Filter } from '../../core/ledger/index.ts';
import { isoDay, wholeNumber } from './command-options.ts';

/** What narrows down a ledger, the same for every command that lists or writes a part of one. */
export interface FilterOptions {
  readonly from?: string;
  readonly to?: string;
  readonly country?: string;
  readonly admin1?: string;
  readonly near?: Filter['near'];
  readonly box?: Filter['box'];
  readonly actor?: string;
  readonly type?: string;
  readonly harm?: string;
  readonly atLeast?: number;
  readonly publisher?: string;
  readonly text?: string;
  readonly contradicted?: boolean;
}

/** Adds the options that narrow a command down, words of quotes among them. */
export function filtering(command: Command): Command {
  return narrowing(command).option('--text <words>', 'only where a quote has these words');
}

/** Adds the options that narrow a command down which is asked for words already. */
export function narrowing(command: Command): Command {
  return command
    .option('--from <date>', 'the first day, as 2025-10-01', isoDay)
    .option('--to <date>', 'the last day', isoDay)
    .option('--country <code>', 'only in this country, by its three letters, as MLI')
    .option('--admin1 <name>', 'only in this province or state, as the gazetteer names it')
    .option('--near <lat,lon,km>', 'only within so many kilometres of a point', circle)
    .option('--box <w,s,e,n>', 'only between these meridians and parallels, in degrees', box)
    .option('--actor <words>', 'only where this actor takes part: an id, or words of its name')
    .option('--type <type>', 'only this event type, as air-strike (docs/codebook.md)')
    .option('--harm <harm>', 'only with a figure of this harm, as killed')
    .option('--at-least <count>', 'only where a figure reaches this', wholeNumber)
    .option('--publisher <words>', 'only what this publisher tells')
    .option('--contradicted', 'only incidents whose accounts contradict each other');
}

/** The filter that the options stand for. Throws a `CasusError` that says which value no ledger can have. */
export function filterOf(options: FilterOptions): Filter {
  const {
    from,
    to,
    country,
    admin1,
    near,
    box: inBox,
    actor,
    type,
    harm,
    atLeast,
    publisher,
    text,
    contradicted,
  } = options;
  const given = {
    from,
    to,
    country,
    admin1,
    near,
    box: inBox,
    actor,
    type,
    harm,
    atLeast,
    source: publisher,
    text,
    contradicted,
  };
  const parsed = Filter.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const option = String(issue?.path[0] ?? '')
    .replace('source', 'publisher')
    .replace('atLeast', 'at-least');
  throw new CasusError('usage-invalid', `--${option}`, issue === undefined ? {} : { detail: issue.message });
}

function circle(value: string): Filter['near'] {
  return known(circleOf(value), 'Write latitude, longitude and kilometres, as 12.8,1.7,50.');
}

function box(value: string): Filter['box'] {
  return known(boxOf(value), 'Write west, south, east and north, as 0,11,4,15.');
}

function known<T extends object>(read: T, advice: string): T {
  if (Object.values(read).some(Number.isNaN)) throw new InvalidArgumentError(advice);
  return read;
}
