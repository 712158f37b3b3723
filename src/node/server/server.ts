import type { AddressInfo } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import compress from '@fastify/compress';
import Fastify, { type FastifyInstance } from 'fastify';
import { CasusError } from '../../core/base/error.ts';
import { Answers } from './answers.ts';
import type { Backend } from './backend.ts';
import { addChangesRoute } from './changes-route.ts';
import { addExportRoute } from './export-route.ts';
import { addGuard } from './guard.ts';
import { addHeaders } from './headers.ts';
import { Metrics } from './metrics.ts';
import { addOpenApi } from './openapi.ts';
import { addPageFiles } from './page-files.ts';
import { PROBLEM_TYPE, problemOf } from './problem-json.ts';
import { addReadRoutes } from './read-routes.ts';
import { addReaderRoute } from './reader-route.ts';
import { addReferencePage } from './reference-page.ts';
import { addStateRoutes } from './state-routes.ts';
import { readTokens, type Token } from './tokens.ts';
import { addWriteRoutes, BODY_BYTES_MAX } from './write-routes.ts';

export interface ServerOptions {
  readonly backend: Backend;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** The addresses under which a proxy shows this server: `https://casus.example.org`. */
  readonly publicUrls?: readonly string[];
  /** The file of tokens; null where there can be none. */
  readonly tokensPath: string | null;
  /** The folder of the built page. */
  readonly pageFolder: string;
  /** Told of what went wrong here, and not at whoever asked. */
  readonly onFault?: (error: unknown) => void;
  readonly waitMs?: number;
  readonly pollMs?: number;
}

/** A server that listens. */
export interface RunningServer {
  /** Where it is: `http://127.0.0.1:4770/`. */
  readonly url: string;
  readonly app: FastifyInstance;
  /** Ends it: what is being answered is answered, nothing new is taken. Does not close the ledger. */
  close(): Promise<void>;
}

/** Starts a server. Throws `token-missing` where it could be reached from elsewhere and there is no token yet. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, publicUrls = [], tokensPath } = options;
  const tokens = async () => (tokensPath === null ? [] : readTokens(tokensPath));
  const isOpen = isLoopback(host) && publicUrls.length === 0;
  if (!isOpen && (await tokens()).length === 0) {
    throw new CasusError('token-missing', `--host ${host}`, { detail: 'others could reach this address' });
  }
  const app = Fastify({
    bodyLimit: BODY_BYTES_MAX,
    trustProxy: publicUrls.length > 0 ? 'loopback' : false,
    routerOptions: { maxParamLength: 400, ignoreTrailingSlash: true },
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    logger: false,
  });
  const names = { hosts: new Set<string>(), origins: new Set<string>() };
  await build(app, options, { ...names, mayReadFreely: isOpen, tokens });
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw listenError(error, host, port);
  }
  const bound = (app.server.address() as AddressInfo).port;
  for (const url of [...ownUrls(host, bound), ...publicUrls]) {
    const { host: name, origin } = new URL(url);
    names.hosts.add(name);
    names.origins.add(origin);
  }
  return { url: `${ownUrls(host, bound)[0]}/`, app, close: () => app.close() };
}

interface Access {
  readonly hosts: ReadonlySet<string>;
  readonly origins: ReadonlySet<string>;
  readonly mayReadFreely: boolean;
  readonly tokens: () => Promise<readonly Token[]>;
}

async function build(app: FastifyInstance, options: ServerOptions, access: Access): Promise<void> {
  const { backend, publicUrls = [], pageFolder, onFault, waitMs, pollMs } = options;
  const metrics = new Metrics();
  const answers = new Answers();
  metrics.watch(app);
  // The core reads what is asked, by the same schemas that the document is made of.
  app.setValidatorCompiler(() => value => ({ value }));
  app.setSerializerCompiler(() => answer => (typeof answer === 'string' ? answer : JSON.stringify(answer)));
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) onFault?.(error);
    if (problem.status === 401) reply.header('www-authenticate', 'Basic realm="casus", charset="UTF-8", Bearer');
    if (problem.status === 503) reply.header('retry-after', '5');
    for (const name of ['etag', 'content-disposition', 'content-encoding']) reply.removeHeader(name);
    reply.code(problem.status).header('cache-control', 'no-store').type(PROBLEM_TYPE);
    return reply.send(request.method === 'HEAD' ? '' : JSON.stringify(problem));
  });
  addHeaders(app, { isSecure: publicUrls.some(url => url.startsWith('https:')) });
  addGuard(app, access);
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1_024, inflateIfDeflated: false });
  await addOpenApi(app);
  addReadRoutes(app, { backend, answers, ...(waitMs === undefined ? {} : { waitMs }) });
  addExportRoute(app, backend);
  addWriteRoutes(app, backend);
  const { listeners } = addChangesRoute(app, backend, pollMs);
  addStateRoutes(app, { backend, metrics, answers, listeners });
  addReferencePage(app);
  addReaderRoute(app, backend);
  await addPageFiles(app, pageFolder);
}

/** Whether nobody but this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** The addresses by which a server may be asked directly, the one to print first. */
function ownUrls(host: string, port: number): readonly string[] {
  const everywhere = host === '0.0.0.0' || host === '::' ? [hostname(), ...ownAddresses()] : [];
  const here = isLoopback(host) || everywhere.length > 0 ? ['127.0.0.1', 'localhost', '::1'] : [];
  const names = everywhere.length > 0 ? [...everywhere, ...here] : [host, ...here];
  return [...new Set(names)].map(name => `http://${name.includes(':') ? `[${name}]` : name}:${port}`);
}

function ownAddresses(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap(all => (all ?? []).map(({ address }) => address));
}

function listenError(error: unknown, host: string, port: number): CasusError {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const detail = error instanceof Error ? error.message : String(error);
  if (code === 'EADDRINUSE') return new CasusError('port-taken', `${host}:${port}`);
  return new CasusError('port-refused', `${host}:${port}`, { detail, cause: error });
}
