import { expect } from 'vitest';
import { findDates } from '../src/core/language/dates/find-dates.ts';
import { When } from '../src/core/model/when.ts';

/** [text, publication day, words of the mention, start, end, precision, part of day, basis]. */
export type DateCase = readonly [
  string,
  string | null,
  string,
  string | null,
  string | null,
  number | null,
  string | null,
  string,
];

/** Finds the mention with those words and holds its days against the case; spans and the model's rules hold for all. */
export function checkDate(...[text, publishedAt, words, start, end, precision, part, basis]: DateCase): void {
  const found = findDates({ text, tokens: [], sentences: [] }, { publishedAt });
  for (const mention of found) {
    expect(When.parse(mention.when)).toEqual(mention.when);
    expect(text.slice(mention.span.start, mention.span.end)).toBe(mention.when.words);
  }
  const when = found.find(one => one.when.words === words)?.when;
  expect({
    words: found.map(one => one.when.words),
    is: when && [when.start, when.end, when.precision, when.partOfDay, when.basis],
  }).toEqual({ words: expect.arrayContaining([words]), is: [start, end, precision, part, basis] });
}
