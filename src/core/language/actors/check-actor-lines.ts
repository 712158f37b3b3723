import { ActorKind } from '../../model/actor.ts';
import { listOf } from './read-table.ts';

/** What is wrong with one line of a table of actors, counted from 1. */
export interface ActorLineFault {
  readonly line: number;
  readonly why: string;
}

/** The columns that docs/reference/actors.md tells of. */
const COLUMNS: ReadonlySet<string> = new Set([
  'name',
  'id',
  'kind',
  'country',
  'aliases',
  'acronyms',
  'contested',
  'pejorative',
  'parent',
  'ties',
  'active',
  'source',
]);
const TIE = /^[a-z-]+: [^()]+(?: \([\d.-]*\))?$/;
const RANGE = /^(?:\d{4}(?:-\d{2}){0,2})?\.\.(?:\d{4}(?:-\d{2}){0,2})?$/;

/**
 * The first fault of a user's own table of actors, null where it can be read as it is meant. A slip in a name or a column
 * would else go unseen, and the actor would be missing from what is coded.
 */
export function actorLineFault(table: string): ActorLineFault | null {
  let columns: readonly string[] | null = null;
  for (const [i, words] of table
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (words.trim() === '' || words.startsWith('#')) continue;
    const cells = words.split('\t').map(cell => cell.trim());
    const why: string | null = columns === null ? headerFault(cells) : rowFault(cells, columns);
    if (why !== null) return { line: i + 1, why };
    columns ??= cells;
  }
  return null;
}

function headerFault(columns: readonly string[]): string | null {
  const unknown = columns.find(column => !COLUMNS.has(column));
  if (unknown !== undefined) return `there is no column “${unknown}”; the columns are ${[...COLUMNS].join(', ')}`;
  return columns.includes('name') ? null : 'the first line must name the columns, with “name” among them';
}

function rowFault(cells: readonly string[], columns: readonly string[]): string | null {
  if (cells.length > columns.length) return `it has ${cells.length} fields, the first line names ${columns.length}`;
  const cell = (column: string) => cells[columns.indexOf(column)] ?? '';
  if (cell('name') === '') return 'it has no name';
  const kind = cell('kind');
  if (kind !== '' && !ActorKind.safeParse(kind).success) {
    return `there is no kind “${kind}”; the kinds are ${ActorKind.options.join(', ')}`;
  }
  const country = listOf(cell('country')).find(code => !/^[A-Z]{3}$/.test(code));
  if (country !== undefined) return `“${country}” is no country: write three capitals, as KEN`;
  const tie = listOf(cell('ties')).find(one => !TIE.test(one));
  if (tie !== undefined) return `“${tie}” is no tie: write “kind: actor (from..until)”`;
  const active = cell('active');
  return active === '' || RANGE.test(active)
    ? null
    : `“${active}” is no time: write “2019..2024-03”, either end may be left out`;
}
