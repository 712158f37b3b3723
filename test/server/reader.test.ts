import { afterAll, beforeAll, expect, test } from 'vitest';
import { ReaderIndex } from '../../src/core/api/reader-index.ts';
import { type Served, serveExamples } from './served.ts';

const opened: Served[] = [];
const served = () => opened[0] ?? expect.unreachable();
beforeAll(async () => {
  opened[0] = await serveExamples();
}, 60_000);
afterAll(() => opened[0]?.end());

test('gives the page what it reads texts with, to be kept for good', async () => {
  const index = await served().ask('/reader/index.json');
  expect(index.headers['cache-control']).toBe('no-cache');
  const { models, tables } = ReaderIndex.parse(index.json());
  for (const { name, bytes } of [...models, tables]) {
    const file = await served().ask(`/reader/${name}`, { headers: { 'accept-encoding': 'br' } });
    expect([name, file.status, file.bytes.length]).toEqual([name, 200, bytes]);
    expect(file.headers['cache-control']).toContain('immutable');
  }
});

test.each(['/reader/language.bin', '/reader/..%2f..%2fpackage.json', '/reader/%2e%2e'])(
  '%s is none of it',
  async path => {
    const { status, headers } = await served().ask(path);
    expect([status, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  },
);
