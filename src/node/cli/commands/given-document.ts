import { existsSync, statSync } from 'node:fs';
import { CasusError } from '../../../core/base/error.ts';
import type { ReportInput } from '../../../core/ingest/index.ts';
import { readSources } from '../../wire.ts';
import type { Io } from '../io.ts';
import type { GivenOptions } from '../options.ts';
import { givenMetadata } from './given.ts';

/** An argument without spaces that ends like a file of reports, or holds a slash, is meant as one. */
const FILE_LIKE = /^\S*(?:\.(?:txt|md|html?|eml|pdf|docx)|\/\S*)$/i;

/**
 * The document that an argument stands for: a file that exists is read, `-` is standard input, all else is the text
 * itself. Throws a `CasusError` for a file that cannot be read, and for a name of a file that is not there.
 */
export async function givenDocument(
  argument: string,
  options: GivenOptions,
  io: Pick<Io, 'stdin'>,
): Promise<ReportInput> {
  const given = givenMetadata(options);
  const found = argument === '-' ? null : stats(argument);
  if (argument !== '-' && found === null && !FILE_LIKE.test(argument)) return { text: argument, given };
  if (found?.isDirectory()) {
    throw new CasusError('usage-invalid', argument, { detail: 'this takes one file, not a folder' });
  }
  for await (const item of readSources([argument], { stdin: io.stdin })) {
    if ('error' in item) throw item.error;
    return { ...item.input, given };
  }
  throw new CasusError('file-empty', argument);
}

/** What stands at a path, null where nothing does: also for a text that is longer than a path can be. */
function stats(argument: string) {
  return existsSync(argument) ? statSync(argument) : null;
}
