import { CasusError, type ErrorCode } from '../../core/base/error.ts';

/** SQLite's primary result codes (sqlite.org/rescode.html) and what they mean for a ledger. */
const CODES: ReadonlyMap<number, ErrorCode> = new Map<number, ErrorCode>([
  [3, 'ledger-read-only'],
  [5, 'ledger-locked'],
  [6, 'ledger-locked'],
  [8, 'ledger-read-only'],
  [10, 'ledger-failed'],
  [11, 'ledger-damaged'],
  [13, 'ledger-full'],
  [14, 'ledger-failed'],
  [26, 'ledger-damaged'],
]);

/** The codes of the operating system that mean something of their own. */
const SYSTEM_CODES: ReadonlyMap<string, ErrorCode> = new Map<string, ErrorCode>([
  ['EACCES', 'ledger-read-only'],
  ['EPERM', 'ledger-read-only'],
  ['EROFS', 'ledger-read-only'],
  ['ENOSPC', 'ledger-full'],
  ['EDQUOT', 'ledger-full'],
  ['ENOTDIR', 'ledger-not-a-folder'],
  ['EEXIST', 'ledger-not-a-folder'],
]);

/** What was thrown, as a failure of this ledger where it is one; a bug stays what it is. */
export function asLedgerError(thrown: unknown, name: string): unknown {
  if (!(thrown instanceof Error) || thrown instanceof CasusError || !('code' in thrown)) return thrown;
  if (thrown.code === 'ERR_SQLITE_ERROR') {
    const code = CODES.get(resultCode(thrown));
    return code === undefined ? thrown : new CasusError(code, name, { detail: thrown.message, cause: thrown });
  }
  if (typeof thrown.code !== 'string' || !('syscall' in thrown)) return thrown;
  const code = SYSTEM_CODES.get(thrown.code) ?? 'ledger-failed';
  return new CasusError(code, name, { detail: thrown.code, cause: thrown });
}

/** Whether SQLite was kept waiting by another process. */
export function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && [5, 6].includes(resultCode(thrown));
}

/** Whether SQLite could not open, or may not make, a file that it needs beside the ledger. */
export function lacksFile(thrown: unknown): boolean {
  return thrown instanceof Error && [8, 14].includes(resultCode(thrown));
}

function resultCode(error: Error): number {
  return 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
}
