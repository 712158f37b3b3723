import { readFileSync } from 'node:fs';
import { CasusError } from '../../../core/base/error.ts';
import { readTable } from '../../../core/base/table.ts';
import type { ReportMetadata } from '../../../core/ingest/index.ts';
import { SourceKind } from '../../../core/model/index.ts';
import { dayOfStamp, instantOf } from '../article/stamp.ts';

/** What a column of a table of reports can hold. */
export const COLUMN_FIELDS = [
  'text',
  'html',
  'headline',
  'byline',
  'published',
  'source',
  'kind',
  'country',
  'affiliation',
  'url',
  'retrieved',
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** Which column holds what; a field that is left out is told by the column's name. */
export type Columns = Partial<Record<ColumnField, string>>;

/** What a row says, in the words that ingest takes. */
export interface RowReport {
  readonly body: string;
  readonly isHtml: boolean;
  readonly metadata: ReportMetadata;
  readonly retrievedAt: string | null;
}

/** Reads rows by their columns; made once for a table. */
export type RowReader = (row: unknown) => RowReport | null;

const TABLE = new URL('../../../../data/sources/columns.tsv', import.meta.url);
const DEPTH_MAX = 5;

/**
 * A reader of the rows of a table with these column names. Throws where no column holds a text, or one that `columns`
 * names is not there. `known` is null for JSON Lines, whose rows have keys each of their own.
 */
export function rowReader(name: string, columns: Columns, known: readonly string[] | null): RowReader {
  const names = new Map(
    readTable(readFileSync(TABLE, 'utf8')).map(row => [row['field'] ?? '', (row['names'] ?? '').split('|')]),
  );
  for (const column of known === null ? [] : Object.values(columns)) {
    if (known?.includes(column) === false)
      throw new CasusError('columns-unknown', name, { detail: `there is no column "${column}"` });
  }
  const columnOf = (field: ColumnField, keys: readonly string[]) => {
    const own = columns[field];
    if (own !== undefined) return own;
    return names.get(field)?.flatMap(word => keys.filter(key => folded(key) === word))[0];
  };
  if (known !== null && columnOf('text', known) === undefined && columnOf('html', known) === undefined) {
    throw new CasusError('columns-unknown', name, { detail: `the columns are ${known.slice(0, 20).join(', ')}` });
  }
  return row => {
    const keys = known ?? (typeof row === 'object' && row !== null ? Object.keys(row) : []);
    const value = (field: ColumnField) => {
      const column = columnOf(field, keys);
      return column === undefined ? null : wordsAt(row, column);
    };
    return reportOf(value);
  };
}

function reportOf(value: (field: ColumnField) => string | null): RowReport | null {
  const text = value('text');
  const html = value('html');
  const body = text ?? html;
  if (body === null) return null;
  const kind = SourceKind.safeParse(value('kind'));
  const country = value('country');
  const name = value('source');
  const published = value('published');
  const headline = value('headline');
  const isHtml = text === null;
  return {
    body: headline === null || isHtml || body.trimStart().startsWith(headline) ? body : `${headline}\n\n${body}`,
    isHtml,
    metadata: {
      source:
        name === null
          ? null
          : {
              name,
              kind: kind.data ?? null,
              country: country !== null && /^[A-Z]{3}$/.test(country) ? country : null,
              affiliation: value('affiliation'),
            },
      headline,
      byline: value('byline'),
      // What is no day is passed on as it is: ingest says that it could not read it.
      publishedAt: dayOfStamp(published) ?? published,
      url: value('url'),
    },
    retrievedAt: instantOf(value('retrieved')),
  };
}

/** The words under a key, or under a path of keys: `article.body`. Null for nothing, and for what is no single value. */
function wordsAt(row: unknown, path: string): string | null {
  let value: unknown = row;
  const keys = typeof row === 'object' && row !== null && Object.hasOwn(row, path) ? [path] : path.split('.');
  for (const key of keys.slice(0, DEPTH_MAX)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null;
    value = Reflect.get(value, key);
  }
  if (Array.isArray(value) && value.every(one => typeof one === 'string')) return value.join(', ').trim() || null;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.replace(/\r\n?/g, '\n').trim() : null;
}

function folded(key: string): string {
  return key.toLowerCase().replace(/[\s_-]+/g, '');
}
