import { describe, expect, it } from 'vitest';
import { AUTHOR, estimate, exactly, unknownWhen } from '../model/index.ts';
import { claimantInWords, dayInWords, estimateInWords, rangeInWords, victimsInWords, whenInWords } from './words.ts';

describe('words', () => {
  it.each([
    [exactly(12), '12'],
    [exactly(0), '0'],
    [exactly(1_200_000), '1,200,000'],
    [estimate(12, 12, null, 'at-least'), '12 or more'],
    [estimate(null, 40, 40, 'at-most'), 'up to 40'],
    [estimate(10, null, 12, 'between'), '10 to 12'],
    [estimate(12, 12, 12, 'about'), 'about 12'],
    [estimate(null, 12, 12, 'about'), 'nearly 12'],
    [estimate(24, null, null, 'vague'), '24 or more (vague)'],
    [estimate(null, null, null, 'vague'), 'not stated (vague)'],
  ])('says the estimate %o as %s', (value, words) => {
    expect(estimateInWords(value)).toBe(words);
  });

  it('never shows an unknown range as zero', () => {
    expect(rangeInWords({ low: null, high: null })).toBe('not stated');
    expect(rangeInWords({ low: null, high: 0 })).toBe('up to 0');
  });

  it.each([
    ['2025-10-15', 'Wednesday 15 October 2025'],
    ['2024-02-29', 'Thursday 29 February 2024'],
    ['1969-12-31', 'Wednesday 31 December 1969'],
    ['2000-01-01', 'Saturday 1 January 2000'],
  ])('names the weekday of %s', (day, words) => {
    expect(dayInWords(day)).toBe(words);
  });

  it('keeps the words of a time that has no day', () => {
    expect(whenInWords({ ...unknownWhen('no date'), words: 'early Wednesday', basis: 'stated' })).toBe(
      '“early Wednesday”, day not known',
    );
    expect(whenInWords(unknownWhen('nothing'))).toBe('not stated');
  });

  it.each([
    [null, 'unknown', 'side and status not stated'],
    [null, 'civilian', 'civilians, side not stated'],
    [{ name: 'Civilians' }, 'civilian', 'Civilians'],
    [{ name: 'Army of Chad' }, 'combatant', 'Army of Chad, combatants'],
  ] as const)('says the victims %o %s', (side, status, words) => {
    expect(victimsInWords(side, status)).toBe(words);
  });

  it('tells the author from an unnamed speaker', () => {
    expect(claimantInWords(AUTHOR)).toBe('the report itself');
    expect(claimantInWords(AUTHOR, { affiliation: 'Army of Chad' })).toBe('the report itself (voice of Army of Chad)');
    expect(
      claimantInWords({
        kind: 'unnamed',
        actor: null,
        words: 'a doctor',
        span: { start: 0, end: 8 },
        via: ['Radio Oku'],
      }),
    ).toBe('unnamed (“a doctor”), via Radio Oku');
  });
});
