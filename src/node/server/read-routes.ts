import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { API_PREFIX, type ApiContext, type Asked, ask, ROUTES, type Route } from '../../core/api/index.ts';
import { CasusError } from '../../core/base/error.ts';
import { VERSION } from '../../core/base/version.ts';
import { type Answers, encodingOf } from './answers.ts';
import type { Backend } from './backend.ts';
import { ProblemDetails } from './problem-json.ts';
import { Slots } from './slots.ts';

/** Longer than this nobody is kept waiting for the ledger. */
export const ANSWER_MS_MAX = 30_000;

/** Questions that are put to the ledger at a time: what nobody waits for any more is never begun. */
const AT_A_TIME = 4;

/** What every route may answer instead. */
export const PROBLEM_ANSWERS = { '4xx': ProblemDetails, '5xx': ProblemDetails } as const;

export interface ReadOptions {
  readonly backend: Backend;
  readonly answers: Answers;
  readonly waitMs?: number;
}

/** Puts the routes of the core behind HTTP. An answer holds for one state of the ledger, and says so as its ETag. */
export function addReadRoutes(app: FastifyInstance, { backend, answers, waitMs = ANSWER_MS_MAX }: ReadOptions): void {
  const context: ApiContext = backend;
  const slots = new Slots(AT_A_TIME);
  for (const route of Object.values(ROUTES)) {
    const { id, path, summary, query, params, answer } = route;
    app.get(
      API_PREFIX + path.replace(/\{(\w+)\}/g, ':$1'),
      {
        schema: {
          operationId: id,
          summary,
          tags: ['read'],
          querystring: query,
          ...(path.includes('{') ? { params } : {}),
          response: { 200: answer, ...PROBLEM_ANSWERS },
        },
      },
      async (request, reply) => {
        const answering = answerOf(request, reply, { route, context, backend, answers, slots });
        return inTime(answering, waitMs, backend.store.name);
      },
    );
  }
}

interface Answering {
  readonly route: Pick<Route, 'query' | 'params' | 'answer' | 'run'>;
  readonly context: ApiContext;
  readonly backend: Backend;
  readonly answers: Answers;
  readonly slots: Slots;
}

async function answerOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { route, context, backend, answers, slots }: Answering,
): Promise<Buffer | undefined> {
  const version = await stateOf(backend);
  const etag = `W/"${version}"`;
  reply.headers({ etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding, authorization' });
  if (request.headers['if-none-match']?.split(/,\s*/).includes(etag)) {
    reply.code(304);
    return undefined;
  }
  const asked = { query: request.query, params: request.params } as Asked;
  const get = () =>
    answers.get(request.url, version, encodingOf(request.headers['accept-encoding']), async () =>
      JSON.stringify(await ask(route, context, asked)),
    );
  const { body, encoding } = answers.has(request.url, version)
    ? await get()
    : await slots.run(async () => {
        // Whoever asked has gone, or was told that it takes too long: nobody would hear the answer.
        if (request.raw.socket.destroyed || reply.sent) throw new CasusError('ledger-slow', backend.store.name);
        return get();
      });
  reply.type('application/json; charset=utf-8');
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return body;
}

/** What an answer depends on beside the question: the version of casus, the entries and the incidents. */
async function stateOf({ store, checkLedger }: Backend): Promise<string> {
  await checkLedger();
  const { entries, head, incidentsAsOf, incidentsMade } = await store.moment();
  return [VERSION, entries, head?.slice(-8) ?? '', incidentsAsOf, incidentsMade].join('.');
}

/** Throws `ledger-slow` where an answer does not come in time; the work goes on, and the next who asks may have it. */
export async function inTime<T>(answering: Promise<T>, ms: number, ledger: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CasusError('ledger-slow', ledger)), ms);
  });
  try {
    return await Promise.race([answering, late]);
  } finally {
    clearTimeout(timer);
  }
}
