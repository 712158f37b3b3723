import type { LookupFunction } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { CasusError } from '../../../core/base/error.ts';
import { VERSION } from '../../../core/base/version.ts';
import { type AddressGuard, publicAddresses } from './address-guard.ts';
import { type Conditions, type Fetched, fetchBytes } from './fetch-bytes.ts';
import { guardedAgent } from './guarded-agent.ts';
import { type RobotsRules, readRobots } from './robots.ts';

export interface WebOptions {
  /** Lets addresses of private networks be fetched. Default: false. */
  readonly allowPrivate?: boolean;
  /** Which network addresses may be connected to. Default: those of the public internet. */
  readonly isAllowed?: AddressGuard;
  /** Fetches what a site asks programs not to. Default: false. */
  readonly ignoreRobots?: boolean;
  /** The least time between two requests to one host. Default: one second, or what its robots.txt asks. */
  readonly delayMs?: number;
  /** The most time for one address, redirects included. Default: 60 s. */
  readonly timeoutMs?: number;
  readonly redirectsMax?: number;
  /** The most bytes of one answer, unpacked. Default: 16 MiB. */
  readonly bytesMax?: number;
  readonly signal?: AbortSignal;
  /** How names become addresses. Default: that of the system. */
  readonly lookup?: LookupFunction;
  /** The time, for what is written down. Default: that of the system. */
  readonly now?: () => Date;
}

/** Fetches addresses politely and safely. */
export interface WebClient {
  /** What fetches, as provenance says it. */
  readonly name: string;
  readonly now: () => Date;
  /** The answer of an address, whatever its status. Throws a `CasusError` where none came, or none was asked for. */
  fetch(url: string, conditions?: Conditions): Promise<Fetched>;
  /** The same, where only an answer with the status 200 will do. */
  fetchPage(url: string): Promise<Fetched>;
  close(): Promise<void>;
}

/** The word by which a robots.txt means casus, and what its requests say of themselves. */
const ROBOT = 'casus';
const USER_AGENT = `${ROBOT}/${VERSION} (reads news reports)`;
const DELAY_MS = 1_000;
const DELAY_MS_MAX = 60_000;
const ROBOTS_KEPT_MS = 24 * 3_600_000;
const MIB = 1024 * 1024;

export function openWeb(options: WebOptions = {}): WebClient {
  const {
    allowPrivate = false,
    ignoreRobots = false,
    timeoutMs = 60_000,
    redirectsMax = 5,
    bytesMax = 16 * MIB,
  } = options;
  const { now = () => new Date(), signal } = options;
  const isAllowed = allowPrivate ? () => true : (options.isAllowed ?? publicAddresses());
  const connectTimeoutMs = Math.min(10_000, timeoutMs);
  const dispatcher = guardedAgent({ isAllowed, connectTimeoutMs, lookup: options.lookup });
  const limits = { bytesMax, timeoutMs, redirectsMax };
  const rules = new Map<string, { readonly until: number; readonly rules: Promise<RobotsRules> }>();
  const turns = new Map<string, number>();

  /** Requests to one host begin with the delay between them. */
  async function turn(host: string, delayMs: number): Promise<void> {
    const time = performance.now();
    const at = Math.max(time, turns.get(host) ?? 0);
    turns.set(host, at + delayMs);
    if (at > time) await pause(at - time, signal);
  }

  function rulesOf(origin: string): Promise<RobotsRules> {
    const time = performance.now();
    const known = rules.get(origin);
    if (known !== undefined && known.until > time) return known.rules;
    const asked = readRobots(origin, ROBOT, url =>
      fetchBytes(url, { dispatcher, userAgent: USER_AGENT, limits, signal }),
    );
    rules.set(origin, { until: time + ROBOTS_KEPT_MS, rules: asked });
    // What could not be asked is asked again.
    asked.catch(() => rules.delete(origin));
    return asked;
  }

  async function requireLeave(url: string): Promise<number> {
    if (ignoreRobots) return options.delayMs ?? DELAY_MS;
    const { isAllowed, delayMs } = await rulesOf(new URL(url).origin);
    if (!isAllowed(url)) throw new CasusError('robots-refused', url);
    return options.delayMs ?? Math.min(DELAY_MS_MAX, Math.max(DELAY_MS, delayMs));
  }

  const client: WebClient = {
    name: `casus ${VERSION}`,
    now,
    async fetch(url, conditions = {}) {
      if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) {
        const delayMs = await requireLeave(url);
        await turn(new URL(url).host, delayMs);
      }
      const mayFollow = async (next: string) => {
        await requireLeave(next);
      };
      return fetchBytes(url, { dispatcher, userAgent: USER_AGENT, limits, conditions, signal, mayFollow });
    },
    async fetchPage(url) {
      const answer = await client.fetch(url);
      if (answer.status !== 200)
        throw new CasusError('fetch-failed', url, { detail: `the server says ${answer.status}` });
      return answer;
    },
    close: () => dispatcher.close(),
  };
  return client;
}

/** Waits, and stops waiting when it is told to stop. */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await wait(ms, undefined, signal === undefined ? {} : { signal }).catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
  });
}
