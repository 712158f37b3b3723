import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiDocument, apiPage } from '../../scripts/api-page.ts';
import { API_PREFIX, ROUTES } from '../../src/core/api/index.ts';
import { type Answered, type Served, serveExamples } from './served.ts';

const PAGE = fileURLToPath(new URL('../../docs/reference/api.md', import.meta.url));

const opened: { served: Served; document: Answered }[] = [];

beforeAll(async () => {
  const served = await serveExamples();
  opened[0] = { served, document: await served.ask(`${API_PREFIX}/openapi.json`) };
}, 60_000);

afterAll(async () => {
  await opened[0]?.served.end();
});

function documentText(): string {
  return opened[0]?.document.text ?? '';
}

test('the document is OpenAPI 3.1, and has every shape that it speaks of', () => {
  const document = ApiDocument.parse(JSON.parse(documentText()));
  expect(document.openapi).toBe('3.1.0');
  const shapes = Object.keys((JSON.parse(documentText()) as { components: { schemas: object } }).components.schemas);
  const named = Array.from(documentText().matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g), ([, name]) => name);
  expect(named.length).toBeGreaterThan(50);
  expect([...new Set(named)].filter(name => !shapes.includes(name ?? ''))).toEqual([]);
});

test('the document has every route of the core, with its parameters', () => {
  const { paths } = ApiDocument.parse(JSON.parse(documentText()));
  for (const { id, path, method, summary, query, params } of Object.values(ROUTES)) {
    const operation = paths[API_PREFIX + path]?.[method.toLowerCase()];
    expect(operation).toMatchObject({ operationId: id, summary });
    const wanted = [...Object.keys(query.shape), ...Object.keys(params.shape)];
    expect(operation?.parameters.map(({ name }) => name).toSorted()).toEqual(wanted.toSorted());
  }
});

test('docs/reference/api.md repeats it', () => {
  const page = apiPage(ApiDocument.parse(JSON.parse(documentText())));
  if (process.env['UPDATE'] === '1') writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

test('every form of the reference leads to its route', async () => {
  const { served } = opened[0] ?? {};
  const { paths } = ApiDocument.parse(JSON.parse(documentText()));
  for (const [path, methods] of Object.entries(paths)) {
    const { operationId } = methods['get'] ?? {};
    if (operationId === undefined) continue;
    const answered = await served?.ask(`/api/ask/${operationId}?id=a%2Fb&format=a%2Fb&from=`);
    expect([operationId, answered?.status, answered?.headers.location]).toEqual([
      operationId,
      303,
      path.includes('{')
        ? path.replace(/\{\w+\}/, 'a%2Fb') + (path.includes('{id}') ? '?format=a%2Fb' : '?id=a%2Fb')
        : `${path}?id=a%2Fb&format=a%2Fb`,
    ]);
  }
});
