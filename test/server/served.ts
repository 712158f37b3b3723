import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepIncidents } from '../../src/core/ledger/index.ts';
import { openDerivation, openStore } from '../../src/node/wire.ts';
import { addToken, type RunningServer, type Scope, type ServeOptions, serve } from '../../src/node/wire-server.ts';
import { exampleRecord } from '../exports/record.ts';

/** A server over a ledger of its own, which holds the examples. */
export interface Served {
  readonly folder: string;
  readonly server: RunningServer;
  ask(path: string, asked?: AskedOf): Promise<Answered>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answered>;
  token(...scopes: readonly Scope[]): Promise<Record<string, string>>;
  end(): Promise<void>;
}

export interface AskedOf {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  readonly json: () => unknown;
  /** What stands at a path of the JSON, as `items.0.claim.id`; undefined where nothing does. */
  readonly at: (path: string) => unknown;
}

/** A folder with a ledger of the examples. */
export async function exampleLedger(): Promise<string> {
  made[0] ??= makeLedger();
  const folder = mkdtempSync(join(tmpdir(), 'casus-serve-'));
  cpSync(await made[0], folder, { recursive: true });
  return folder;
}

/** Made once for all tests of a process, and copied for each. */
const made: Promise<string>[] = [];

async function makeLedger(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'casus-serve-'));
  const { reports, codings } = await exampleRecord();
  const store = await openStore(folder);
  await store.appendReports(
    reports.flatMap(report => {
      const coding = codings.find(({ reportId }) => reportId === report.id);
      return coding === undefined ? [] : [{ report, coding }];
    }),
  );
  await keepIncidents(store, await openDerivation());
  await store.close();
  return folder;
}

export async function serveExamples(options: Partial<ServeOptions> = {}): Promise<Served> {
  const folder = await exampleLedger();
  const server = await serve({ ledger: folder, host: '127.0.0.1', port: 0, ...options });
  const ask = (path: string, asked: AskedOf = {}) => askServer(server.url, path, asked);
  return {
    folder,
    server,
    ask,
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async token(...scopes) {
      const made = await addToken(join(folder, 'tokens.json'), { name: 'tester', scopes, at: '2026-11-25T12:00:00Z' });
      return { authorization: `Bearer ${made.secret}` };
    },
    async end() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks as it is written: no client mends the path or the headers. */
export function askServer(
  url: string,
  path: string,
  { method = 'GET', headers = {}, body }: AskedOf,
): Promise<Answered> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers, agent: false }, response => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(parts);
        const text = bytes.toString('utf8');
        const { statusCode: status = 0, headers: answered } = response;
        const json = (): unknown => JSON.parse(text);
        resolve({ status, headers: answered, bytes, text, json, at: path => valueAt(json(), path) });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

function valueAt(whole: unknown, path: string): unknown {
  let value = whole;
  for (const key of path.split('.')) {
    value =
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([name]) => name === key)?.[1]
        : undefined;
  }
  return value;
}
