import { expect, it } from 'vitest';
import { fieldAgreement } from './kappa.ts';

type Pair = readonly [string, string];
const times = (count: number, ...pair: Pair): readonly Pair[] => Array.from({ length: count }, () => pair);

it('is what Cohen’s formula gives', () => {
  // 20 and 15 agree of 50; chance gives .5: (.7 - .5) / (1 - .5).
  const pairs = [
    ...times(20, 'yes', 'yes'),
    ...times(5, 'yes', 'no'),
    ...times(10, 'no', 'yes'),
    ...times(15, 'no', 'no'),
  ];
  const { compared, agreement, kappa } = fieldAgreement('x', pairs);
  expect([compared, agreement]).toEqual([50, 0.7]);
  expect(kappa).toBeCloseTo(0.4, 10);
});

it.each([
  ['whole agreement', [...times(3, 'a', 'a'), ...times(2, 'b', 'b')], 1, 1],
  ['no agreement', [...times(2, 'a', 'b'), ...times(2, 'b', 'a')], 0, -1],
  ['one value throughout, where chance agrees too', times(4, 'a', 'a'), 1, null],
  ['nothing to compare', [], 0, null],
])('%s', (_, pairs, agreement, kappa) => {
  const found = fieldAgreement('x', pairs);
  expect(found.agreement).toBe(agreement);
  if (kappa === null) expect(found.kappa).toBeNull();
  else expect(found.kappa).toBeCloseTo(kappa, 10);
});
