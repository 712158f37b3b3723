import { expect, test } from 'vitest';
import type { Anchor } from './anchor.ts';
import { Decision } from './decision.ts';

const EVENT: Anchor = {
  of: 'event',
  id: 'evt_1',
  reportId: 'rep_1',
  spans: [{ start: 0, end: 9 }],
  kind: 'ambush',
  mark: null,
  focus: null,
};
const MADE = { id: 'd', by: 'A. B.', at: '2026-01-31T10:00:00Z', why: 'the same bridge' };
const OTHER = { ...EVENT, id: 'evt_2', reportId: 'rep_2' };

test.each([
  { act: 'accept', about: [EVENT] },
  { act: 'reject', about: [EVENT] },
  { act: 'edit', about: [EVENT], field: 'when.start', value: '2025-03-04' },
  { act: 'edit', about: [EVENT], field: 'places', value: null },
  { act: 'merge', about: [EVENT, OTHER] },
  { act: 'split', about: [EVENT], from: [OTHER] },
  { act: 'withdraw', decision: 'dec_1' },
])('$act is a decision', content => {
  expect(Decision.safeParse({ ...MADE, ...content }).success).toBe(true);
});

test.each([
  { act: 'merge', about: [] },
  { act: 'merge', about: [EVENT] },
  { act: 'merge', about: [EVENT, OTHER], by: '' },
  { act: 'merge', about: [EVENT, OTHER], at: 'today' },
  { act: 'merge', about: [EVENT, OTHER], why: '' },
  { act: 'split', about: [EVENT], from: [] },
  { act: 'edit', about: [EVENT, OTHER], field: 'type', value: 'attack' },
  { act: 'edit', about: [EVENT], field: '', value: 1 },
  { act: 'delete', about: [EVENT] },
  { act: 'withdraw', about: [EVENT] },
  { act: 'reject', about: [{ ...EVENT, spans: [] }] },
])('%j is none', content => {
  expect(Decision.safeParse({ ...MADE, ...content }).success).toBe(false);
});
