import { type Dispatcher, fetch, type Response } from 'undici';
import { CasusError } from '../../../core/base/error.ts';

/** What came back from an address. */
export interface Fetched {
  readonly status: number;
  /** Where it came from in the end, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string | null;
  readonly charset: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Seconds or a date, as the server asks to wait; null where it does not. */
  readonly retryAfter: string | null;
}

export interface FetchLimits {
  readonly bytesMax: number;
  readonly timeoutMs: number;
  readonly redirectsMax: number;
}

export interface Conditions {
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Fetches the bytes of an address, redirects included, each checked as the first was. Throws a `CasusError`: for what is
 * not http or https, refused addresses, more bytes (unpacked) than allowed, too slow or broken-off answers. An answer
 * with a status other than 200 is no error here. Cookies are neither kept nor sent, and nothing that comes is run.
 */
export async function fetchBytes(
  address: string,
  {
    dispatcher,
    userAgent,
    limits,
    conditions = {},
    signal,
    mayFollow = async () => undefined,
  }: {
    readonly dispatcher: Dispatcher;
    readonly userAgent: string;
    readonly limits: FetchLimits;
    readonly conditions?: Conditions;
    readonly signal?: AbortSignal | undefined;
    /** Asked before each redirect is followed; throws where it is not to be. */
    readonly mayFollow?: (url: string) => Promise<void>;
  },
): Promise<Fetched> {
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  const stop = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
  let url = checked(address, address);
  try {
    for (let hops = 0; ; hops++) {
      const headers = headersOf(userAgent, conditions);
      const answer = await fetch(url, { dispatcher, headers, redirect: 'manual', signal: stop });
      const next = answer.headers.get('location');
      if (!REDIRECTS.includes(answer.status) || next === null) return await received(answer, url, limits.bytesMax);
      await answer.body?.cancel();
      if (hops >= limits.redirectsMax) throw failed(address, `more than ${limits.redirectsMax} redirects`);
      url = checked(next, address, url);
      await mayFollow(url);
    }
  } catch (error) {
    throw asFetchError(error, address, limits, timeout);
  }
}

function headersOf(userAgent: string, { etag, lastModified }: Conditions): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: 'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,*/*;q=0.5',
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
}

/** An absolute http(s) address without a user in it. */
function checked(address: string, subject: string, base?: string): string {
  if (!URL.canParse(address, base)) throw new CasusError('address-refused', subject, { detail: 'it is no address' });
  const url = new URL(address, base);
  if (!/^https?:$/.test(url.protocol))
    throw new CasusError('address-refused', subject, { detail: `it leads to ${url.protocol}` });
  if (url.username !== '' || url.password !== '')
    throw new CasusError('address-refused', subject, { detail: 'it holds a password' });
  return url.href;
}

async function received(answer: Response, url: string, bytesMax: number): Promise<Fetched> {
  const { headers, status } = answer;
  const told = Number(headers.get('content-length'));
  if (told > bytesMax) {
    await answer.body?.cancel();
    throw tooLarge(url, bytesMax);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    // Counted after unpacking: a small answer may unfold to a large one.
    if (size > bytesMax) throw tooLarge(url, bytesMax);
    chunks.push(chunk);
  }
  const contentType = headers.get('content-type') ?? '';
  return {
    status,
    url,
    bytes: Buffer.concat(chunks),
    mediaType: contentType.split(';', 1)[0]?.trim().toLowerCase() || null,
    charset: /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ?? null,
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
    retryAfter: headers.get('retry-after'),
  };
}

function tooLarge(url: string, bytesMax: number): CasusError {
  return new CasusError('fetch-too-large', url, { detail: `more than ${Math.round(bytesMax / 1024 / 1024)} MiB` });
}

function failed(address: string, detail: string, cause?: unknown): CasusError {
  return new CasusError('fetch-failed', address, cause === undefined ? { detail } : { detail, cause });
}

/** The network's many kinds of failure as one, with its reason; a refusal deep inside comes out as it is. */
function asFetchError(error: unknown, address: string, limits: FetchLimits, timeout: AbortSignal): CasusError {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof CasusError) return cause;
  }
  if (timeout.aborted) return failed(address, `no whole answer within ${limits.timeoutMs / 1000} s`, error);
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
  return failed(address, code ?? (cause instanceof Error ? cause.message : String(cause)), error);
}
