import { expect, test } from 'vitest';
import { ROUTES } from '../../src/core/api/index.ts';
import { addressOf, PATHS } from './routes.ts';

test('the paths of the page are those of the routes', () => {
  expect(PATHS).toEqual(Object.fromEntries(Object.values(ROUTES).map(({ id, path }) => [id, path])));
});

test.each([
  ['/incidents/{id}', { params: { id: 'a/b c' } }, '/incidents/a%2Fb%20c'],
  ['/claims', { query: { text: 'side & side', kind: '', act: undefined } }, '/claims?text=side+%26+side'],
  ['/ledger', {}, '/ledger'],
])('asks %s', (path, asked, address) => {
  expect(addressOf(path, asked)).toBe(address);
});
