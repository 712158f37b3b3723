import { z } from 'zod';

const Parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  description: z.string().default(''),
});

const Operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  tags: z.array(z.string()),
  parameters: z.array(Parameter).default([]),
  requestBody: z
    .object({ content: z.object({ 'application/json': z.object({ schema: z.object({ $ref: z.string() }) }) }) })
    .optional(),
});
type Operation = z.infer<typeof Operation>;

/** The parts of the OpenAPI document that the page repeats. */
export const ApiDocument = z.object({
  openapi: z.string(),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
});

/** The text of docs/reference/api.md: every route of the document, what it takes and what it answers. */
export function apiPage(document: z.infer<typeof ApiDocument>): string {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const sections = document.tags.flatMap(({ name, description }) => [
    `## ${description.replace(/\.$/, '')}`,
    '',
    '| route | what it answers | takes |',
    '|---|---|---|',
    ...all
      .filter(({ operation }) => operation.tags.includes(name))
      .map(({ path, method, operation }) => `| \`${method} ${path}\` | ${operation.summary} | ${taken(operation)} |`),
    '',
  ]);
  return [...HEAD, ...sections, ...parameterTable(all.map(({ operation }) => operation))].join('\n');
}

/** Parameters that many routes share: they are told of once, in the last table. */
const FILTER = 'the filter';

function taken({ parameters, requestBody }: Operation): string {
  const names = parameters.filter(one => one.in !== 'header').map(({ name }) => name);
  const isFiltered = names.includes('box');
  const own = names.filter(name => !isFiltered || !FILTER_NAMES.has(name)).map(name => `\`${name}\``);
  const schema = requestBody?.content['application/json'].schema.$ref.split('/').at(-1);
  return (
    [...(isFiltered ? [FILTER] : []), ...own, ...(schema === undefined ? [] : [`a \`${schema}\``])].join(', ') || '–'
  );
}

const FILTER_NAMES: ReadonlySet<string> = new Set(
  'from to box near country admin1 actor claimant type kind act scope harm atLeast atMost source claim report incident text contradicted'.split(
    ' ',
  ),
);

function parameterTable(operations: readonly Operation[]): readonly string[] {
  const known = new Map<string, string>();
  for (const { parameters } of operations) {
    for (const { name, description, ...one } of parameters) {
      if (one.in === 'query' && !known.get(name)) known.set(name, description);
    }
  }
  const rows = Array.from(known, ([name, description]) => `| \`${name}\` | ${description || '–'} |`);
  return ['## Parameters', '', '| parameter | meaning |', '|---|---|', ...rows, ''];
}

const HEAD = [
  '# The API',
  '',
  'Every route of [`casus serve`](../serve.md), with what it takes.',
  'This page repeats the OpenAPI document at `/api/v1/openapi.json`, which has the shapes of all answers and is made of the schemas that check what is asked.',
  'It is made by `UPDATE=1 npx vitest run test/server/reference.test.ts`.',
  '',
  'The filter is every parameter of the last table that a route does not list, from `from` to `contradicted`; they are taken together.',
  '',
];
