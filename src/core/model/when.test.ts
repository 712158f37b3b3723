import fc from 'fast-check';
import { expect, test } from 'vitest';
import { whens } from '../../../test/arbitrary/nouns.ts';
import { unknownWhen, When } from './when.ts';

const day: When = {
  words: 'on 3 May',
  span: { start: 10, end: 18 },
  start: '2026-05-03',
  end: '2026-05-03',
  precision: 1,
  partOfDay: null,
  basis: 'stated',
  why: 'a day and a month, in the year of publication',
};

const CASES: readonly [what: string, change: Partial<When>, valid: boolean][] = [
  ['one day', {}, true],
  ['several days', { end: '2026-05-06', precision: 2 }, true],
  ['unresolved words keep their span', { start: null, end: null, precision: null }, true],
  ['an end before its start', { end: '2026-05-02' }, false],
  ['a start without an end', { end: null }, false],
  ['days without precision', { precision: null }, false],
  ['precision without days', { start: null, end: null }, false],
  ['a day that does not exist', { start: '2026-02-30', end: '2026-05-03' }, false],
  ['a local date form', { start: '3.5.2026', end: '3.5.2026' }, false],
  ['a precision of 0', { precision: 0 }, false],
];

test.each(CASES)('%s', (_, change, valid) => {
  expect(When.safeParse({ ...day, ...change }).success).toBe(valid);
});

test('an unknown time says why and nothing else', () => {
  const unknown = unknownWhen('nothing in the sentence says when');
  expect(When.parse(unknown)).toEqual(unknown);
  expect(unknown).toMatchObject({ start: null, end: null, precision: null, basis: 'unknown' });
});

test('random times keep the rules', () => {
  fc.assert(
    fc.property(whens, when => {
      expect(When.parse(when)).toEqual(when);
    }),
    { seed: 5 },
  );
});
