import { CasusError } from '../base/error.ts';

/** Where a part of a list ends: the values by which the list is sorted. */
export type CursorValue = string | number;

/** The cursor of a list: its order and the place in it. A cursor of one list is none of another. */
export function cursorOf(order: string, values: readonly CursorValue[]): string {
  return [order, ...values].join('~');
}

/** Reads a cursor of this list back; null for the beginning. Throws `usage-invalid` for what is none of it. */
export function readCursor(
  order: string,
  types: readonly ('string' | 'number')[],
  cursor: string | undefined,
): readonly CursorValue[] | null {
  if (cursor === undefined) return null;
  const [name, ...values] = cursor.split('~');
  const read = values.map((value, i) => (types[i] === 'number' ? Number(value) : value));
  if (name !== order || read.length !== types.length || read.some(value => Number.isNaN(value))) {
    throw new CasusError('usage-invalid', `cursor ${cursor}`, { detail: 'it is none of this list' });
  }
  return read;
}
