import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { API_PREFIX } from '../../core/api/index.ts';
import { CasusError } from '../../core/base/error.ts';
import type { Entry, LedgerMoment } from '../../core/ledger/index.ts';
import type { Backend } from './backend.ts';
import { SECURITY_HEADERS } from './headers.ts';
import { problemOf } from './problem-json.ts';

/** How often the ledger is looked at while somebody listens: other processes write to it too. */
const POLL_MS = 1_000;
/** So often something is said, so that nobody on the way takes a silent line for a dead one. */
const HEARTBEAT_MS = 15_000;
const LISTENERS_MAX = 100;

/**
 * Entries as they come into the ledger, and when the incidents were worked out anew, as server-sent events. Whoever was
 * cut off says with `Last-Event-ID` which entry was the last, and misses nothing.
 */
export function addChangesRoute(
  app: FastifyInstance,
  backend: Backend,
  pollMs = POLL_MS,
): { readonly listeners: () => number } {
  const listeners = new Set<ServerResponse>();
  app.addHook('preClose', async () => {
    for (const response of listeners) response.end();
  });
  app.get(
    `${API_PREFIX}/changes`,
    {
      // It never ends, and so would the answer to HEAD.
      exposeHeadRoute: false,
      schema: {
        operationId: 'changes',
        summary: 'Server-sent events: `entry` for each entry of the ledger, `incidents` when they are worked out anew',
        tags: ['changes'],
        headers: z.object({ 'last-event-id': z.string().optional() }),
        response: { 200: z.string().meta({ description: 'text/event-stream' }) },
      },
    },
    async (request, reply) => {
      if (listeners.size >= LISTENERS_MAX) throw new CasusError('requests-too-many', 'changes');
      const last = sinceOf(request.headers['last-event-id']);
      const start = await backend.store.moment();
      reply.hijack();
      const { raw } = reply;
      listeners.add(raw);
      raw.on('close', () => listeners.delete(raw));
      raw.writeHead(200, {
        ...SECURITY_HEADERS,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      void follow(raw, backend, { since: last ?? start.entries, start, pollMs });
    },
  );
  return { listeners: () => listeners.size };
}

function sinceOf(header: string | string[] | undefined): number | null {
  if (typeof header !== 'string') return null;
  if (!/^\d{1,15}$/.test(header)) throw new CasusError('usage-invalid', 'Last-Event-ID', { detail: 'it is a number' });
  return Number(header);
}

interface Following {
  readonly since: number;
  readonly start: LedgerMoment;
  readonly pollMs: number;
}

/** Says what is new until the listener has gone. A ledger that fails is told of once, and looked at again. */
async function follow(
  response: ServerResponse,
  { store }: Backend,
  { since, start, pollMs }: Following,
): Promise<void> {
  let seen = since;
  let { incidentsMade } = start;
  let isFailing = false;
  let spokeAt = performance.now();
  const say = (event: string, data: unknown, id?: number) => {
    spokeAt = performance.now();
    const name = id === undefined ? '' : `id: ${id}\n`;
    return response.write(`${name}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  response.write(`retry: ${pollMs * 3}\n\n`);
  while (!response.destroyed && !response.writableEnded) {
    try {
      const now = await store.moment();
      if (now.entries > seen) {
        for await (const entry of store.entries(seen)) {
          if (response.destroyed || response.writableEnded) return;
          seen = entry.seq;
          if (!say('entry', entryLine(entry), entry.seq)) await drained(response);
        }
      }
      if (now.incidentsMade !== incidentsMade) {
        incidentsMade = now.incidentsMade;
        const { incidentsAsOf } = now;
        say('incidents', { incidentsAsOf, isStale: incidentsAsOf < now.entries });
      }
      isFailing = false;
    } catch (error) {
      if (!isFailing) say('failed', problemOf(error));
      isFailing = true;
    }
    if (performance.now() - spokeAt > HEARTBEAT_MS) {
      spokeAt = performance.now();
      response.write(': still here\n\n');
    }
    await waited(pollMs, response);
  }
}

/** An entry in short: what it is about, not what it says. */
function entryLine(entry: Entry) {
  const { seq, id, kind } = entry;
  const reportId =
    entry.kind === 'report'
      ? entry.report.id
      : entry.kind === 'correction'
        ? entry.reportId
        : entry.kind === 'coding'
          ? entry.coding.reportId
          : null;
  return { seq, id, kind, reportId };
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    response.once('drain', resolve);
    response.once('close', resolve);
  });
}

function waited(ms: number, response: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(done, ms);
    response.once('close', done);
    function done() {
      clearTimeout(timer);
      response.off('close', done);
      resolve();
    }
  });
}
