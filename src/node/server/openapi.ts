import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { API_PREFIX, ROUTES } from '../../core/api/index.ts';
import { VERSION } from '../../core/base/version.ts';

/** Gathers the routes that are added after it into an OpenAPI document, made of the schemas that validate. */
export async function addOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'casus',
        version: VERSION,
        description:
          'A ledger of claims from reports of armed conflict: who did what to whom, where, when, with which losses, according to whom, in which words. Unknown is null and never zero.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'A token of `casus token new`.' },
          password: { type: 'http', scheme: 'basic', description: 'Any name, and the token as the password.' },
        },
      },
      tags: [
        { name: 'read', description: 'What the ledger holds.' },
        { name: 'texts', description: 'What a text says; nothing is kept.' },
        { name: 'files', description: 'The ledger in the formats of others.' },
        { name: 'changes', description: 'What comes into the ledger.' },
        { name: 'write', description: 'Adding to the ledger; these need a token.' },
        { name: 'state', description: 'How the server is.' },
      ],
    },
    transform: jsonSchemaTransform,
    transformObject: given => describe(jsonSchemaTransformObject(given)),
  });
  app.get(`${API_PREFIX}/openapi.json`, { schema: { hide: true } }, async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    return app.swagger();
  });
}

type Document = ReturnType<typeof jsonSchemaTransformObject>;

const DESCRIPTIONS: ReadonlyMap<string, string> = new Map(
  Object.values(ROUTES).flatMap(({ query }) =>
    Object.entries(query.shape).map(([name, shape]) => [
      name,
      shape instanceof z.ZodType ? (shape.description ?? '') : '',
    ]),
  ),
);

/** The document with what is lost where a parameter is a shape of its own, and without the shape of "any JSON". */
function describe(document: Document): Document {
  return JSON.parse(
    JSON.stringify(document, (_, value: unknown) => {
      if (typeof value !== 'object' || value === null) return value;
      if ('$ref' in value && typeof value.$ref === 'string' && value.$ref.includes('__shared')) return {};
      if (!('in' in value && 'name' in value) || 'description' in value) return value;
      const description = DESCRIPTIONS.get(String(value.name));
      return description === undefined || description === '' ? value : { ...value, description };
    }),
  );
}
