import type { FastifyInstance, FastifyRequest } from 'fastify';
import { API_PREFIX } from '../../core/api/index.ts';
import { CasusError } from '../../core/base/error.ts';
import { type Scope, type Token, tokenOf } from './tokens.ts';

/** What a token must allow, for the routes that ask for more, or less, than `read`: health says nothing of the ledger. */
const SCOPES: Readonly<Record<string, Scope | 'none'>> = {
  [`POST ${API_PREFIX}/reports`]: 'write',
  [`POST ${API_PREFIX}/fetch`]: 'write',
  [`POST ${API_PREFIX}/decisions`]: 'review',
  'GET /health': 'none',
};

/** The tokens that came with the requests that are being answered. */
const TOKENS = new WeakMap<FastifyRequest, Token>();

/** The token that came with a request, null where none did. */
export function tokenWith(request: FastifyRequest): Token | null {
  return TOKENS.get(request) ?? null;
}

/** Who may ask, and under which names the server is known. */
export interface GuardOptions {
  /** Names and ports that a `Host` header may have, in lower case. Anything else may be DNS rebinding. */
  readonly hosts: ReadonlySet<string>;
  /** The addresses that a page which asks may come from. */
  readonly origins: ReadonlySet<string>;
  /** Whether reading needs no token: only where nobody but this machine can ask. */
  readonly mayReadFreely: boolean;
  readonly tokens: () => Promise<readonly Token[]>;
}

const FAILURES_MAX = 10;
const FAILURES_MS = 60_000;
/** More addresses than this are not remembered: the oldest are forgotten. */
const ADDRESSES_MAX = 10_000;

/**
 * Refuses what comes by another name than the server's, from another site, or without a token that may do it. In this
 * order, and before any body is read.
 */
export function addGuard(app: FastifyInstance, options: GuardOptions): void {
  const failures = new Failures();
  app.addHook('onRequest', async (request, reply) => {
    checkHost(request, options.hosts);
    checkSite(request, options.origins);
    const secret = secretOf(request);
    const scope = SCOPES[`${request.method} ${request.routeOptions.url}`] ?? 'read';
    if (secret !== null) {
      const wait = failures.waitOf(request.ip);
      if (wait > 0) {
        reply.header('retry-after', String(Math.ceil(wait / 1_000)));
        throw new CasusError('requests-too-many', request.ip);
      }
      const token = tokenOf(secret, await options.tokens());
      if (token === null) {
        failures.add(request.ip);
        throw new CasusError('token-unknown', 'the request');
      }
      TOKENS.set(request, token);
    }
    if (scope === 'none' || (scope === 'read' && options.mayReadFreely)) return;
    const token = tokenWith(request);
    if (token === null) throw new CasusError('token-missing', `${request.method} ${pathOf(request)}`);
    if (!token.scopes.includes(scope)) {
      throw new CasusError('token-scope', token.name, { detail: `it has no scope ${scope}` });
    }
  });
}

function checkHost({ headers }: FastifyRequest, hosts: ReadonlySet<string>): void {
  const host = headers.host?.toLowerCase() ?? '';
  if (!hosts.has(host)) throw new CasusError('request-refused', `Host ${shown(host)}`);
}

/** A page of another site may link here, but not ask: neither for data nor to write. */
function checkSite({ headers, method }: FastifyRequest, origins: ReadonlySet<string>): void {
  const { origin } = headers;
  if (origin !== undefined && !origins.has(origin.toLowerCase())) {
    throw new CasusError('request-refused', `Origin ${shown(origin)}`);
  }
  const site = headers['sec-fetch-site'];
  const isLink = method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
  const isForeign = site === 'cross-site' || site === 'same-site';
  if (isForeign && !isLink) throw new CasusError('request-refused', `a page of another site`);
}

/** The token as `Bearer`, or as the password of `Basic`, which browsers ask for by themselves. */
function secretOf({ headers }: FastifyRequest): string | null {
  const [, scheme = '', value = ''] = /^(bearer|basic) +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (scheme === '') return headers.authorization === undefined ? null : '';
  if (scheme.toLowerCase() === 'bearer') return value;
  return Buffer.from(value, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/, '');
}

function pathOf({ url }: FastifyRequest): string {
  return shown(url.split('?')[0] ?? '');
}

/** What somebody sent, without what could break a line of a log or a header. */
function shown(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, '?').slice(0, 200);
}

/** Refused tokens by address: after ten in a minute, nothing with a token is heard until the minute is over. */
class Failures {
  readonly #byAddress = new Map<string, { count: number; until: number }>();

  add(address: string): void {
    const now = performance.now();
    const known = this.#byAddress.get(address);
    const isOld = known === undefined || known.until < now;
    this.#byAddress.delete(address);
    this.#byAddress.set(address, {
      count: isOld ? 1 : known.count + 1,
      until: isOld ? now + FAILURES_MS : known.until,
    });
    const [oldest] = this.#byAddress.keys();
    if (this.#byAddress.size > ADDRESSES_MAX && oldest !== undefined) this.#byAddress.delete(oldest);
  }

  /** Milliseconds until this address is heard again; 0 when it is. */
  waitOf(address: string): number {
    const known = this.#byAddress.get(address);
    return known === undefined || known.count < FAILURES_MAX ? 0 : Math.max(0, known.until - performance.now());
  }
}
