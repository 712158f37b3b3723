import { describe, expect, test } from 'vitest';
import { KARSA_INCIDENT, ROAD_CODING, ROAD_REPORT } from '../../../../test/fixtures/constructed-record.ts';
import type { When } from '../../model/index.ts';
import { claimActorRows, claimRow, incidentRow, reportRow, tollRows } from './index.ts';

const rowOf = (id: string) => {
  const position = ROAD_CODING.claims.findIndex(claim => claim.id === id);
  return claimRow({ claim: ROAD_CODING.claims[position]!, position, review: 'coded', coding: ROAD_CODING }, 1);
};

describe('rows by which things are found', () => {
  test('a report, by the day, week and month of its publication', () => {
    expect(reportRow(ROAD_REPORT, 1, 3)).toMatchObject({
      seq: 1,
      head_seq: 3,
      published_at: '2025-03-06',
      iso_week: '2025-W10',
      month: '2025-03',
      headline: 'Soldiers ambushed on the Karsa road',
    });
    expect(reportRow({ ...ROAD_REPORT, publishedAt: null }, 1, 1)).toMatchObject({
      published_at: null,
      iso_week: null,
    });
  });

  test('a casualty, by its figure, and by place and day of its event', () => {
    expect(rowOf('c1')).toMatchObject({
      position: 0,
      kind: 'casualty',
      event_type: 'armed-clash',
      harm: 'killed',
      side_name: 'Army of Veldania',
      low: 12,
      best: 12,
      high: null,
      qualifier: 'at-least',
      lat: 10.5,
      place_name: 'Karsa',
      day_start: '2025-03-04',
      iso_week: '2025-W10',
      month: '2025-03',
      quote: 'At least 12 soldiers were killed',
    });
  });

  test('a claim without event and place, by neither', () => {
    expect(rowOf('c7')).toMatchObject({
      kind: 'opinion',
      event_id: null,
      place_name: null,
      day_start: null,
      low: null,
    });
  });

  test('its actors, each with what they are in it', () => {
    const position = ROAD_CODING.claims.findIndex(({ id }) => id === 'c3');
    const actors = claimActorRows(ROAD_CODING.claims[position]!, rowOf('c3'));
    expect(actors.map(row => `${row.roles} ${row.actor_name} ${row.day_key}`)).toEqual([
      'actor Northern Front 2025-03-04',
      'recipient Army of Veldania 2025-03-04',
    ]);
  });

  test.each<[string, Partial<When>, string | null, string | null]>([
    ['one day', {}, '2025-W10', '2025-03'],
    ['two weeks of one month', { end: '2025-03-12', precision: 4 }, null, '2025-03'],
    ['one week over two months', { start: '2025-03-31', end: '2025-04-02', precision: 2 }, '2025-W14', null],
    ['a week that belongs to the year before', { start: '2021-01-01', end: '2021-01-02' }, '2020-W53', '2021-01'],
    ['no day', { start: null, end: null, precision: null }, null, null],
  ])('an incident of %s counts for week and month', (_, days, week, month) => {
    const incident = { ...KARSA_INCIDENT, when: { ...KARSA_INCIDENT.when, ...days } };
    expect(incidentRow(incident, 0, 7)).toMatchObject({ iso_week: week, month, reports: 2, contradictions: 1 });
  });

  test('the tolls of an incident, in order', () => {
    expect(tollRows(KARSA_INCIDENT, 7).map(row => [row.position, row.harm, row.low, row.figure_max])).toEqual([
      [0, 'killed', 12, 12],
      [1, 'killed', 3, 3],
      [2, 'injured', 30, 30],
    ]);
  });
});
