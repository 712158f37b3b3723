import { CasusError, type ErrorCode } from '../../core/base/error.ts';

/** Classes and codes of PostgreSQL (its manual, appendix A) and what they mean for a ledger. */
const CODES: readonly [start: string, code: ErrorCode][] = [
  ['08', 'ledger-unreachable'],
  ['57P', 'ledger-unreachable'],
  ['28', 'ledger-refused'],
  ['3D', 'ledger-refused'],
  ['42501', 'ledger-refused'],
  ['53100', 'ledger-full'],
  ['53', 'ledger-unreachable'],
  ['55P03', 'ledger-locked'],
  ['25006', 'ledger-read-only'],
  ['58', 'ledger-failed'],
  ['XX', 'ledger-damaged'],
];
const SOCKET = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH'];

/** What was thrown, as a failure of this ledger where it is one; a bug stays what it is. */
export function asPostgresError(thrown: unknown, name: string): unknown {
  if (!(thrown instanceof Error) || thrown instanceof CasusError) return thrown;
  const code = codeOf(thrown);
  if (isGone(thrown))
    return new CasusError('ledger-unreachable', name, { detail: thrown.message || code, cause: thrown });
  const found = CODES.find(([start]) => code.startsWith(start));
  return found === undefined ? thrown : new CasusError(found[1], name, { detail: thrown.message, cause: thrown });
}

/** Whether the server is not there, or went away. */
export function isGone(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const code = codeOf(thrown);
  if (code === '57014') return false;
  const isLost =
    /^Connection terminated|^Client has encountered a connection error|timeout exceeded when trying to connect/;
  return SOCKET.includes(code) || code.startsWith('08') || code.startsWith('57P') || isLost.test(thrown.message);
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
