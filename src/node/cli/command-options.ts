import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ExitCode } from '../../core/base/error.ts';
import { parseIsoDay } from '../../core/base/iso-day.ts';

export const DEFAULT_LEDGER = 'casus-ledger';

/** Runs a command and gives its exit code to `end`. What a command needs is loaded when it runs, not before. */
export type End = (exitCode: ExitCode) => void;

export const RECORD_JSON = 'print the public record as JSON (docs/reference/record.schema.json)';
export const FINDINGS_JSON = 'print what was found as JSON, with its spans and reasons';

/** For commands that show what reports say. */
export const REDACT = ['--redact', 'mask the names of private persons'] as const;

export function common(command: Command, json: string = RECORD_JSON): Command {
  return command
    .option('--json', json)
    .addOption(
      new Option('--color <when>', 'use colour')
        .choices(['auto', 'always', 'never'])
        .default('auto', 'auto: on a terminal'),
    );
}

export function given(command: Command): Command {
  return command
    .option('--published <date>', 'the day on which the reports appeared, as 2025-10-16', isoDay)
    .option('--source <name>', 'who published the reports');
}

export function ledger(command: Command): Command {
  return command.option('--ledger <dir>', 'the folder of the ledger, or postgres://user@host/database', DEFAULT_LEDGER);
}

/** For commands that store nothing: the actors of a ledger's folder are used, no ledger is opened. */
export function own(command: Command): Command {
  return command.option('--ledger <dir>', 'use the actors.tsv in the folder of this ledger');
}

export function isoDay(value: string): string {
  if (parseIsoDay(value) === null) throw new InvalidArgumentError('Write a day that exists, as 2025-10-16.');
  return value;
}

export function positive(value: string): number {
  const count = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (count < 1) throw new InvalidArgumentError('Write a whole number from 1 to 999.');
  return count;
}

export function wholeNumber(value: string): number {
  if (!/^\d{1,12}$/.test(value)) throw new InvalidArgumentError('Write a whole number, as 120.');
  return Number(value);
}

export function countingNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('Write a whole number from 1 on.');
  return Number(value);
}
