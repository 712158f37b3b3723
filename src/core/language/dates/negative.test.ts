import { expect, test } from 'vitest';
import { findDates } from './find-dates.ts';

/** Texts without any time expression. */
const NONE: readonly string[] = [
  'A girl of nine and a 26-year-old man were hurt.',
  'The driver, 42, was 18 years old then.',
  'Children aged 3 months were among them.',
  'They lost 24-2 and then 101-64.',
  'The 36th Brigade and the 3rd Battalion came.',
  'The 17th parallel was crossed by the 101st Airborne.',
  'At least 12 may have died and 3 may be missing.',
  'They march on the town, and the march goes on.',
  'May God rest them, and may they sleep.',
  'He came second, and waited a second.',
  'Walls fall and springs dry up.',
  'Some 2000 km of pipe and 1500 soldiers were counted.',
  'About $2000 and 1,942 rifles, 2.5 tonnes in all.',
  'The Sunday Times and Bloody Sunday are names.',
  'Mar Elias and Jan Smuts met Dec Murphy and Sun Yat-sen.',
  'Resolution 1701 and Boeing 1900 are numbers.',
  'The ratio was 3.14 and the score 7:101.',
  'The former minister',
  'He lives at 1935 Orchard Street; call 768-1506.',
  'Operation Red Dawn and Operation Ramadan are names.',
  'the Daily Chronicle',
  'Night-vision sights and the Peace Spring zone',
  'No PR-112/2024-X',
  'About a quarter of the force and three quarters of the town',
];

test.each(NONE)('%s', text => {
  const found = findDates({ text, tokens: [], sentences: [] }, { publishedAt: '2025-10-16' });
  expect(found.map(mention => mention.when.words)).toEqual([]);
});

/** Texts whose first words look like a longer time than they are: [text, words found]. */
const PARTS: readonly [string, readonly string[]][] = [
  ['In March 22 people were killed.', ['March']],
  ['On 15 October, 1500 men came.', ['15 October']],
  ['the 14th Brigade on the 14th', ['the 14th']],
  ['Theresa May spoke in May.', ['May']],
  ['They came before last week.', ['last week']],
  ['from the 17th through 19th centuries', []],
  ['the walls that fall under fire this fall', ['this fall']],
];

test.each(PARTS)('%s', (text, words) => {
  const found = findDates({ text, tokens: [], sentences: [] }, { publishedAt: '2025-10-16' });
  expect(found.map(mention => mention.when.words)).toEqual(words);
});
