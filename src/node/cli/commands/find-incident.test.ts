import { expect, it } from 'vitest';
import { KARSA_INCIDENT } from '../../../../test/fixtures/constructed-record.ts';
import { findIncident } from './find-incident.ts';

const INCIDENTS = ['inc_1a', 'inc_1ab', 'inc_2'].map(id => ({ ...KARSA_INCIDENT, id }));

it.each([
  ['inc_2', 'inc_2'],
  ['inc_1ab', 'inc_1ab'],
  ['inc_1a', 'inc_1a'],
])('%s finds %s', (id, found) => {
  expect(findIncident(id, INCIDENTS).id).toBe(found);
});

it.each([
  ['inc_3', 'inc_3: the ledger holds nothing with this id'],
  ['inc_', 'inc_: the ledger holds nothing with this id (3 ids begin so; write more of it)'],
])('%s finds none: %s', (id, message) => {
  expect(() => findIncident(id, INCIDENTS)).toThrow(message);
});
