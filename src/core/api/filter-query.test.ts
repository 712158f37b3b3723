import { expect, test } from 'vitest';
import { Filter } from '../ledger/filter.ts';
import { filterFromQuery, filterParameters, queryFromFilter } from './filter-query.ts';

const FILTERS: readonly Filter[] = [
  {},
  { from: '2025-01-01', to: '2025-02-01', country: 'MLI', admin1: 'Gao' },
  { box: { west: 170, south: -10.5, east: -170, north: 10 }, near: { lat: 12.8, lon: -1.7, km: 50 } },
  { actor: 'Northern Front', claimant: 'army', source: 'Post', text: '"side by side" shell*' },
  { type: 'air-strike', kind: 'casualty', act: 'admit', scope: 'incident', harm: 'killed', atLeast: 0, atMost: 12 },
  { report: 'rep_1', incident: 'inc_1', contradicted: false },
];

test.each(FILTERS)('a filter comes back from its query: %o', filter => {
  expect(filterFromQuery(queryFromFilter(filter))).toEqual(filter);
});

test('every field of a filter is a parameter, and nothing else is', () => {
  const [one] = [Filter.unwrap()];
  expect(Object.keys(filterParameters).toSorted()).toEqual(Object.keys(one.shape).toSorted());
});

test('what is no box, circle or number is refused by its name', () => {
  for (const query of [
    { box: '1,2,3' },
    { box: '1,2,3,' },
    { near: 'a,b,c' },
    { atLeast: '-1' },
    { contradicted: 'perhaps' },
  ]) {
    const [name = ''] = Object.keys(query);
    expect(() => filterFromQuery(query)).toThrow(new RegExp(`^${name}: `));
  }
});
