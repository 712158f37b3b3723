import { expect, test } from 'vitest';
import { hashOf, readHash } from './route.ts';

test.each([
  ['', [], {}],
  ['#/', [], {}],
  ['#/claims', ['claims'], {}],
  ['#/claims?kind=casualty&text=side+by+side', ['claims'], { kind: 'casualty', text: 'side by side' }],
  ['#/actors/org%3A1%2F2', ['actors', 'org:1/2'], {}],
  ['#/incidents/%E0%A4%A', ['incidents', '%E0%A4%A'], {}],
  ['#/claims?text=a?b', ['claims'], { text: 'a?b' }],
])('reads %s', (hash, path, query) => {
  expect(readHash(hash)).toEqual({ path, query });
});

test.each([
  [{ path: [] }, '#/'],
  [{ path: ['actors', 'org:1/2'] }, '#/actors/org%3A1%2F2'],
  [
    { path: ['claims'], query: { to: '2026-02-01', from: '2026-01-01', text: '', kind: undefined } },
    '#/claims?from=2026-01-01&to=2026-02-01',
  ],
])('writes %j', (route, hash) => {
  expect(hashOf(route)).toBe(hash);
});

test('what is written is read back', () => {
  const route = { path: ['reports', 'a b/c#d?e'], query: { actor: 'جماعة', text: '"side & side" 100%' } };
  expect(readHash(hashOf(route))).toEqual(route);
});
