import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { filterParameters } from '../../core/api/filter-query.ts';
import { API_PREFIX, filterFromQuery } from '../../core/api/index.ts';
import { CasusError } from '../../core/base/error.ts';
import type { Backend } from './backend.ts';
import { PROBLEM_ANSWERS } from './read-routes.ts';

const Flag = z.enum(['true', 'false']).optional();

const ExportQuery = z.strictObject({
  ...filterParameters,
  as: z
    .string()
    .min(1)
    .max(20)
    .optional()
    .meta({ description: 'What a table becomes: csv, tsv, json, parquet, arrow, xlsx.' }),
  policy: z.string().min(1).max(50).optional().meta({ description: 'The toll policy, as ranges@1.' }),
  hxl: Flag.meta({ description: 'A row with HXL hashtags below the header of a CSV.' }),
  redact: Flag.meta({ description: 'Mask the names of private persons.' }),
});

/** Files of a ledger, or of a part of it, the same to the byte as those of `casus export`. */
export function addExportRoute(app: FastifyInstance, backend: Backend): void {
  app.get<{ Params: { format: string } }>(
    `${API_PREFIX}/exports/:format`,
    {
      schema: {
        operationId: 'export',
        summary: 'The ledger, or what fits of it, as a file in one of the formats',
        tags: ['files'],
        params: z.object({ format: z.string().min(1).max(30) }),
        querystring: ExportQuery,
        response: { 200: z.string().meta({ description: 'The file.' }), ...PROBLEM_ANSWERS },
      },
    },
    async (request, reply) => {
      const query = ExportQuery.safeParse(request.query);
      if (!query.success) {
        const [issue] = query.error.issues;
        const name = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : String(issue?.path[0]);
        throw new CasusError('usage-invalid', name, { detail: issue?.message ?? '' });
      }
      const { as, policy, hxl, redact, ...filter } = query.data;
      const file = await backend.exportFile({
        format: request.params.format,
        filter: filterFromQuery(filter),
        as: as ?? null,
        policy,
        hxl: hxl === 'true',
        redact: redact === 'true',
      });
      reply
        .type(file.mediaType)
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .header('casus-left-out', String(file.leftOut))
        .header('cache-control', 'private, no-cache');
      return reply.send(file.content);
    },
  );
}
