import { CasusError } from '../../../core/base/error.ts';
import { COLUMN_FIELDS, type Columns, FORMATS, type Format, type SourceOptions } from '../../wire.ts';
import type { Io } from '../io.ts';
import type { FetchOptions, FormatOptions } from '../options.ts';

/** How sources are to be read, from what was said on the command line. Throws a `CasusError` for what makes no sense. */
export function sourceOptions(
  options: FormatOptions & FetchOptions,
  io: Pick<Io, 'stdin' | 'interrupted'>,
): SourceOptions {
  const { format, columns, limit, allowPrivate = false, ignoreRobots = false, delay } = options;
  return {
    stdin: io.stdin,
    ...(format === undefined ? {} : { format: formatOf(format) }),
    ...(columns === undefined ? {} : { columns: columnsOf(columns) }),
    ...(limit === undefined ? {} : { limit }),
    web: {
      allowPrivate,
      ignoreRobots,
      signal: io.interrupted,
      ...(delay === undefined ? {} : { delayMs: delay * 1_000 }),
    },
  };
}

function formatOf(word: string): Format {
  const format = FORMATS.find(one => one === word.toLowerCase());
  if (format === undefined)
    throw new CasusError('usage-invalid', `--format ${word}`, { detail: `the formats are ${FORMATS.join(', ')}` });
  return format;
}

/** `text=body,published=date` */
function columnsOf(words: string): Columns {
  const pairs = words.split(',').map(pair => {
    const [name = '', ...column] = pair.split('=').map(part => part.trim());
    const field = COLUMN_FIELDS.find(one => one === name);
    if (field === undefined || column.join('=') === '') {
      const detail = `write FIELD=COLUMN,…; the fields are ${COLUMN_FIELDS.join(', ')}`;
      throw new CasusError('usage-invalid', `--columns ${words}`, { detail });
    }
    return [field, column.join('=')] as const;
  });
  return Object.fromEntries(pairs);
}
