import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { API_PREFIX } from '../../core/api/index.ts';
import { CasusError } from '../../core/base/error.ts';

/** The parts of an OpenAPI document that the page shows. */
const Operation = z.object({
  operationId: z.string(),
  summary: z.string().default(''),
  tags: z.array(z.string()).default([]),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        required: z.boolean().default(false),
        description: z.string().default(''),
        schema: z.object({ enum: z.array(z.string()).optional(), $ref: z.string().optional() }).default({}),
      }),
    )
    .default([]),
  requestBody: z.unknown().optional(),
});
type Operation = z.infer<typeof Operation>;

const Document = z.object({
  components: z.object({ schemas: z.record(z.string(), z.object({ enum: z.array(z.unknown()).optional() })) }),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
});

interface Listed {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

/**
 * The reference at `/api`: every route with its parameters, each a form that asks it. It is made from the OpenAPI document,
 * needs no script and nothing from elsewhere, so it works offline and under the strictest policy.
 */
export function addReferencePage(app: FastifyInstance): void {
  app.get('/api', { schema: { hide: true } }, async (_request, reply) => {
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
    return page(operationsOf(app), Document.parse(app.swagger()).tags);
  });
  app.get('/api/style.css', { schema: { hide: true } }, async (_request, reply) => {
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache');
    return STYLE;
  });
  // A form cannot put a value into a path: this does, and leads on to the route itself.
  app.get<{ Params: { id: string } }>('/api/ask/:id', { schema: { hide: true } }, async (request, reply) => {
    const found = operationsOf(app).find(({ operation }) => operation.operationId === request.params.id);
    if (found === undefined || found.method !== 'get') throw new CasusError('route-unknown', 'the form');
    const given = z.record(z.string(), z.string()).safeParse(request.query);
    const values = Object.entries(given.data ?? {}).filter(([, value]) => value !== '');
    const inPath = new Set(pathNames(found.path));
    const path = found.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(values.find(([key]) => key === name)?.[1] ?? '-'),
    );
    const query = new URLSearchParams(values.filter(([name]) => !inPath.has(name))).toString();
    return reply.redirect(query === '' ? path : `${path}?${query}`, 303);
  });
}

function operationsOf(app: FastifyInstance): readonly Listed[] {
  const { paths, components } = Document.parse(app.swagger());
  const choicesOf = ({ schema }: Operation['parameters'][number]) => {
    const shape = schema.$ref === undefined ? schema : components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    return shape?.enum?.map(String);
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const parameters = operation.parameters.map(one => ({ ...one, schema: { enum: choicesOf(one) } }));
      return { path, method, operation: { ...operation, parameters } };
    }),
  );
}

function page(operations: readonly Listed[], tags: readonly { name: string; description: string }[]): string {
  const parts = tags.map(({ name, description }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name));
    return `<section><h2>${escaped(description)}</h2>${own.map(operationHtml).join('')}</section>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>casus: reference of the API</title>
<link rel="stylesheet" href="/api/style.css">
</head>
<body>
<main>
<h1>Reference of the API</h1>
<p>Every route answers JSON, or a file. What is not known is <code>null</code>, never zero. An error is
<code>application/problem+json</code> with a code and what helps. The same as a document for programs:
<a href="${API_PREFIX}/openapi.json">openapi.json</a>.</p>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

function operationHtml({ path, method, operation }: Listed): string {
  const { operationId, summary, parameters } = operation;
  const fields = parameters.filter(parameter => parameter.in === 'query' || parameter.in === 'path');
  const inner =
    method === 'get'
      ? `<form method="get" action="/api/ask/${operationId}">${fields.map(one => fieldHtml(one, operationId)).join('')}<button>Ask</button></form>`
      : `<p>Send JSON, with <code>Content-Type: application/json</code>. Its shape is in the document for programs.</p>`;
  return `<details id="${operationId}"><summary><code>${method.toUpperCase()} ${escaped(path)}</code> ${escaped(summary)}</summary>${inner}</details>`;
}

function fieldHtml(parameter: Operation['parameters'][number], operationId: string): string {
  const { name, description, required, schema } = parameter;
  const id = `${operationId}-${name}`;
  const about = description === '' ? '' : `<small id="${id}-about">${escaped(description)}</small>`;
  const described = about === '' ? '' : ` aria-describedby="${id}-about"`;
  const common = `id="${id}" name="${escaped(name)}"${required ? ' required' : ''}${described}`;
  const input =
    schema.enum === undefined
      ? `<input ${common}>`
      : `<select ${common}><option value=""></option>${schema.enum.map(one => `<option>${escaped(one)}</option>`).join('')}</select>`;
  return `<p><label for="${id}">${escaped(name)}</label>${input}${about}</p>`;
}

function pathNames(path: string): readonly string[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

const STYLE = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; background: Canvas; color: CanvasText; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1, h2 { font-weight: 600; line-height: 1.2; }
h2 { margin: 2.5rem 0 0.5rem; font-size: 1.15rem; }
details { border-top: 1px solid GrayText; padding: 0.5rem 0; }
summary { cursor: pointer; }
summary code { margin-right: 0.5rem; }
form { padding: 0.5rem 0 1rem 1rem; }
form p { display: grid; grid-template-columns: minmax(6rem, 10rem) minmax(10rem, 1fr); gap: 0 1rem; margin: 0.4rem 0; }
form small { grid-column: 2; opacity: 0.8; }
input, select, button { font: inherit; min-height: 1.75rem; }
@media (max-width: 30rem) { form p { grid-template-columns: 1fr; } form small { grid-column: 1; } }
`;
