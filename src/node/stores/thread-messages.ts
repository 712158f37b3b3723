import { CasusError, ERRORS, type ErrorCode } from '../../core/base/error.ts';
import type { Store } from '../../core/ledger/index.ts';
import type { SqliteOptions } from './sqlite-open.ts';

/** What a thread opens. */
export interface ThreadData {
  readonly folder: string;
  readonly options: SqliteOptions;
}

/** The parts of a store that give one answer, and those that give a list piece by piece. */
export type Listing = 'entries' | 'reports' | 'codings';
export type Method = Exclude<keyof Store, Listing | 'name'>;

/** To the thread of a store: ask it, take the next items of a list, or forget a list. `list` is the list's own number. */
export type Question =
  | { readonly kind: 'ask'; readonly id: number; readonly method: Method; readonly values: readonly unknown[] }
  | {
      readonly kind: 'next';
      readonly id: number;
      readonly list: number;
      readonly method: Listing;
      readonly values: readonly unknown[];
    }
  | { readonly kind: 'forget'; readonly list: number };

/** From the thread: the answer, or what went wrong. The answer 0 is that of opening. */
export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: Failure };

/** What was thrown, so that it can be thrown again in another thread. */
export interface Failure {
  readonly code: ErrorCode | null;
  readonly subject: string;
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof CasusError) {
    const { code, subject, name, message, stack = '' } = thrown;
    return { code, subject, name, message, stack };
  }
  if (!(thrown instanceof Error)) return { code: null, subject: '', name: 'Error', message: String(thrown), stack: '' };
  return { code: null, subject: '', name: thrown.name, message: thrown.message, stack: thrown.stack ?? '' };
}

export function asError({ code, subject, name, message, stack }: Failure): Error {
  if (code === null) return Object.assign(new Error(message), { name, stack });
  const told = `${subject}: ${ERRORS[code].message}`;
  const detail = message.slice(told.length).replace(/^ \(|\)$/g, '');
  return new CasusError(code, subject, detail === '' ? {} : { detail });
}
