import { join } from 'node:path';
import { CasusError } from '../../../core/base/error.ts';
import { openRawArchive, type RawArchive } from '../../wire.ts';
import type { ArchiveOptions, LedgerOptions } from '../options.ts';

/** The archive of bytes that was asked for; null where none was. Throws where it is not said in which folder. */
export async function rawArchive({ archive, ledger }: ArchiveOptions & LedgerOptions): Promise<RawArchive | null> {
  if (archive === undefined || archive === false) return null;
  return openRawArchive(archive === true ? besideLedger(ledger, 'raw', '--archive DIR') : archive);
}

/** A file or folder of the ledger's folder. A ledger in a database has none, and `option` says where to put it. */
export function besideLedger(ledger: string, name: string, option: string): string {
  if (!/^[a-z][a-z\d+.-]+:/i.test(ledger)) return join(ledger, name);
  throw new CasusError('usage-invalid', '--ledger', { detail: `this ledger is no folder: say where with ${option}` });
}
