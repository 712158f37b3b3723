import { expect, test } from 'vitest';
import { Contradiction } from './contradiction.ts';
import { EventType } from './event.ts';
import { Incident } from './incident.ts';
import { unknownWhen } from './when.ts';

const incident: Incident = {
  id: 'inc_1',
  type: 'armed-clash',
  roles: [],
  places: [],
  when: unknownWhen('no report says when'),
  links: [{ reportId: 'rep_1', eventId: 'evt_1', score: 1, why: 'the first report' }],
  tolls: [],
  contradictions: [],
  independentSources: 1,
};

const CASES: readonly [what: string, change: object, valid: boolean][] = [
  ['one report is enough', {}, true],
  ['told by nobody', { links: [] }, false],
  ['without a voice', { independentSources: 0 }, false],
  ['a link surer than sure', { links: [{ ...incident.links[0], score: 1.1 }] }, false],
];

test.each(CASES)('%s', (_, change, valid) => {
  expect(Incident.safeParse({ ...incident, ...change }).success).toBe(valid);
});

test('an incident has no single number of deaths', () => {
  expect(Object.keys(Incident.parse({ ...incident, fatalities: 12 }))).not.toContain('fatalities');
});

test('it takes two to contradict', () => {
  const between = { field: 'who began', claimIds: ['clm_1', 'clm_2'], gap: null, why: 'each accuses the other' };
  expect(Contradiction.safeParse(between).success).toBe(true);
  expect(Contradiction.safeParse({ ...between, claimIds: ['clm_1'] }).success).toBe(false);
});

test.each([
  ['armed-clash', true],
  ['abduction', true],
  ['Armed clash', false],
  ['battle_2', false],
  ['', false],
])('event type %o: %o', (type, valid) => {
  expect(EventType.safeParse(type).success).toBe(valid);
});
