import { z } from 'zod';
import { CasusError, type ErrorCode } from '../../core/base/error.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** What went wrong, as RFC 9457 has it; `code` is that of docs/reference/errors.md. */
export const ProblemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    /** What helps. */
    advice: z.string(),
  })
  .readonly()
  .meta({ id: 'ProblemDetails' });
export type ProblemDetails = z.infer<typeof ProblemDetails>;

/** The status of every error that is no 500: the one place where the two are put together. */
const STATUS: Partial<Readonly<Record<ErrorCode, number>>> = {
  'usage-invalid': 400,
  'body-invalid': 400,
  'token-missing': 401,
  'token-unknown': 401,
  'token-scope': 403,
  'request-refused': 403,
  'id-unknown': 404,
  'route-unknown': 404,
  'decision-refused': 409,
  'body-too-large': 413,
  'page-without-article': 422,
  'file-damaged': 422,
  'address-refused': 422,
  'robots-refused': 422,
  'requests-too-many': 429,
  'fetch-failed': 502,
  'fetch-too-large': 502,
  'ledger-missing': 503,
  'ledger-slow': 503,
  'ledger-locked': 503,
  'ledger-unreachable': 503,
  'ledger-refused': 503,
  'ledger-failed': 503,
  'ledger-full': 507,
};

/** What to say of something thrown. A bug tells nothing of its insides. */
export function problemOf(thrown: unknown): ProblemDetails {
  const error = thrown instanceof CasusError ? thrown : asCasusError(thrown);
  if (error === null) {
    return {
      type: 'about:blank',
      title: 'a bug in casus',
      status: 500,
      detail: 'The request could not be answered. Nothing was changed.',
      code: 'bug',
      advice: 'Say what you asked for in a report of the bug; the log of the server has more.',
    };
  }
  const { code, message } = error;
  const advice = code === 'usage-invalid' ? 'The reference at /api says what each parameter takes.' : error.advice;
  const status = STATUS[code] ?? 500;
  return {
    type: `urn:casus:error:${code}`,
    title: code.replaceAll('-', ' '),
    status,
    detail: status < 500 ? message.replace('the command was not', 'this was not') : withoutPaths(message),
    code,
    advice: status === 503 ? `${advice} Pages that are open go on showing what they have.` : advice,
  };
}

/** The address of a database, and where a folder lies, are nobody's business who only reads. */
function withoutPaths(message: string): string {
  return message.replace(/\b\w+:\/\/\S+/g, 'the ledger').replace(/^(\/|[A-Za-z]:\\)[^:]*/, 'the ledger');
}

/** What the web framework throws of its own, in the words of casus; null for anything else. */
function asCasusError(thrown: unknown): CasusError | null {
  const { code, statusCode } = thrown as { code?: unknown; statusCode?: unknown };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new CasusError('body-too-large', 'the request');
  if (statusCode === 414) return new CasusError('usage-invalid', 'the address', { detail: 'it is too long' });
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new CasusError('body-invalid', 'the request');
  }
  return null;
}
