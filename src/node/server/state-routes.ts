import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { VERSION } from '../../core/base/version.ts';
import type { Answers } from './answers.ts';
import type { Backend } from './backend.ts';
import type { Metrics } from './metrics.ts';
import { type ProblemDetails, problemOf } from './problem-json.ts';
import { inTime } from './read-routes.ts';

const HEALTH_MS_MAX = 5_000;

const Health = z
  .object({
    status: z.enum(['ok', 'ledger-failing']),
    casus: z.string(),
    /** What is wrong with the ledger, and what helps; null where nothing is. */
    problem: z.object({ code: z.string(), detail: z.string(), advice: z.string() }).readonly().nullable(),
    /** What still works. */
    works: z.array(z.string()).readonly(),
  })
  .readonly()
  .meta({ id: 'Health' });

/** How the server and its ledger are, for people and for machines that watch over them. */
export function addStateRoutes(
  app: FastifyInstance,
  {
    backend,
    metrics,
    answers,
    listeners,
  }: { backend: Backend; metrics: Metrics; answers: Answers; listeners: () => number },
): void {
  app.get(
    '/health',
    {
      schema: {
        operationId: 'health',
        summary: 'Whether the ledger answers: 200, or 503 with what is wrong and what still works',
        tags: ['state'],
        response: { 200: Health, 503: Health },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      const problem = await failureOf(backend);
      if (problem === null) return { status: 'ok', casus: VERSION, problem: null, works: ['everything'] };
      const { code, detail, advice } = problem;
      reply.code(503);
      return {
        status: 'ledger-failing',
        casus: VERSION,
        problem: { code, detail, advice },
        works: ['the page itself', 'reading a text (POST /api/v1/read)', 'the reference (/api)'],
      };
    },
  );
  app.get(
    '/metrics',
    {
      schema: {
        operationId: 'metrics',
        summary: 'Counts and durations for Prometheus',
        tags: ['state'],
        response: { 200: z.string().meta({ description: 'text/plain' }) },
      },
    },
    async (_request, reply) => {
      reply.type('text/plain; version=0.0.4; charset=utf-8').header('cache-control', 'no-store');
      const size = await inTime(backend.store.size(), HEALTH_MS_MAX, backend.store.name).catch(() => null);
      return metrics.text({
        ledger_up: size === null ? 0 : 1,
        ...(size === null
          ? {}
          : {
              ledger_entries: size.entries,
              ledger_reports: size.reports,
              ledger_claims: size.claims,
              ledger_incidents: size.incidents,
              ledger_incidents_stale: size.incidentsAsOf < size.entries ? 1 : 0,
            }),
        answers_kept_hits: answers.hits,
        answers_kept_misses: answers.misses,
        changes_listeners: listeners(),
      });
    },
  );
}

async function failureOf({ store, checkLedger }: Backend): Promise<ProblemDetails | null> {
  try {
    await inTime(
      checkLedger().then(() => store.moment()),
      HEALTH_MS_MAX,
      store.name,
    );
    return null;
  } catch (error) {
    return problemOf(error);
  }
}
