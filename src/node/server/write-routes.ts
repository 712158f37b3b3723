import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { API_PREFIX } from '../../core/api/index.ts';
import { CasusError } from '../../core/base/error.ts';
import { PublicRecord } from '../../core/model/index.ts';
import type { Backend } from './backend.ts';
import {
  AddedAnswer,
  AddressBody,
  ArticleAnswer,
  DecidedAnswer,
  DecisionBody,
  PageBody,
  ReportBody,
} from './bodies.ts';
import { tokenWith } from './guard.ts';
import { PROBLEM_ANSWERS } from './read-routes.ts';

/** A report of two megabytes goes through, escaped and all. */
export const BODY_BYTES_MAX = 8 * 1024 * 1024;

const Explanation = z.looseObject({}).meta({ id: 'Explanation' });

const took = { consumes: ['application/json'] };

/** The routes that take a text, or write: reading a text keeps nothing, the others need a token that allows them. */
export function addWriteRoutes(app: FastifyInstance, backend: Backend): void {
  addTextRoutes(app, backend);
  addPageRoutes(app, backend);
  app.post(
    `${API_PREFIX}/reports`,
    {
      schema: {
        ...took,
        operationId: 'add',
        summary: 'Codes a report and adds it to the ledger; the same one twice adds nothing (scope write)',
        tags: ['write'],
        body: ReportBody,
        response: { 200: AddedAnswer, 201: AddedAnswer, ...PROBLEM_ANSWERS },
      },
    },
    async (request, reply) => {
      const added = await backend.add(parsed(ReportBody, request.body));
      reply.code(added.change === 'added' ? 201 : 200);
      if (added.change === 'added')
        reply.header('location', `${API_PREFIX}/reports/${encodeURIComponent(added.reportId)}`);
      return added;
    },
  );
  app.post(
    `${API_PREFIX}/decisions`,
    {
      schema: {
        ...took,
        operationId: 'decide',
        summary: 'Adds a decision of a reviewer and answers the incidents that it changed (scope review)',
        tags: ['write'],
        body: DecisionBody,
        response: { 201: DecidedAnswer, ...PROBLEM_ANSWERS },
      },
    },
    async (request, reply) => {
      const body = parsed(DecisionBody, request.body);
      const decided = await backend.decide(body, body.by ?? tokenWith(request)?.name ?? '');
      reply.code(201);
      return decided;
    },
  );
}

function addPageRoutes(app: FastifyInstance, backend: Backend): void {
  app.post(
    `${API_PREFIX}/article`,
    {
      schema: {
        ...took,
        operationId: 'article',
        summary:
          'Finds the running text of a page that is sent, and what the page says of it; nothing is fetched or kept',
        tags: ['texts'],
        body: PageBody,
        response: { 200: ArticleAnswer, ...PROBLEM_ANSWERS },
      },
    },
    async request => backend.article(parsed(PageBody, request.body)),
  );
  app.post(
    `${API_PREFIX}/fetch`,
    {
      schema: {
        ...took,
        operationId: 'fetch',
        summary: 'Fetches the page of a public address and finds its running text; nothing is kept (scope write)',
        tags: ['texts'],
        body: AddressBody,
        response: { 200: ArticleAnswer, ...PROBLEM_ANSWERS },
      },
    },
    async request => backend.fetchArticle(parsed(AddressBody, request.body)),
  );
}

function addTextRoutes(app: FastifyInstance, backend: Backend): void {
  app.post(
    `${API_PREFIX}/read`,
    {
      schema: {
        ...took,
        operationId: 'read',
        summary: 'Codes a text and answers what it says; nothing is kept',
        tags: ['texts'],
        body: ReportBody,
        response: { 200: PublicRecord, ...PROBLEM_ANSWERS },
      },
    },
    async request => backend.read(parsed(ReportBody, request.body)),
  );
  app.post(
    `${API_PREFIX}/explain`,
    {
      schema: {
        ...took,
        operationId: 'explain',
        summary: 'What is read in each sentence of a text, and the model, table or rule behind each value',
        tags: ['texts'],
        body: ReportBody,
        response: { 200: Explanation, ...PROBLEM_ANSWERS },
      },
    },
    async request => backend.explain(parsed(ReportBody, request.body)),
  );
}

function parsed<S extends z.ZodType>(shape: S, body: unknown): z.output<S> {
  const read = shape.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const name = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue?.path.join('.') || 'the body';
  throw new CasusError('body-invalid', name, issue === undefined ? {} : { detail: issue.message });
}
