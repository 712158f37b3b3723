import { expect, test } from 'vitest';
import { checkClaims, codeText } from '../../../../test/coding-table.ts';

// Constructed sentences: whose, how many, of what | by whom | in which words.
test.each<[string, string[]]>([
  [
    'Chad has an army of more than half a million, and 900 tanks.',
    [
      'Military Forces of Chad: 500001.. army | author state (background) | army of more than half a million',
      'Military Forces of Chad: 900 tanks | author state (background) | 900 tanks',
    ],
  ],
  [
    'Hamas fighters, numbering about 300, hold the hill.',
    ['Hamas: 300 about Hamas fighters | author state (background) | Hamas fighters, numbering about 300'],
  ],
  [
    'The order of battle was plain: 22 divisions against 34.',
    ['–: 22 divisions | author state (background) | 22 divisions', '–: 34 divisions | author state (background) | 34'],
  ],
  [
    'Between 4,000 and 7,000 fighters for Hamas, “a few hundred to two thousand” for Hezbollah.',
    [
      'Hamas: 4000..7000 fighters | author state (background) | Between 4,000 and 7,000 fighters',
      'Hezbollah: 300..2000 fighters | author state (background) | a few hundred to two thousand',
    ],
  ],
])('%s', (text, expected) => checkClaims(text, 'strength', expected));

test.each([
  'The governor spoke of 18 soldiers dead.',
  'The rockets led to the destruction of two armoured vehicles.',
  'Two retired officers face trial in October.',
  'Over 100 fighters from the north were reportedly killed.',
  'Soldiers patrolled in groups of five or six.',
  'Gunmen numbering three killed a chief.',
  'About 5,000 members of the party marched.',
])('no strength: %s', text => {
  expect(codeText(text).claims.filter(({ kind }) => kind === 'strength')).toEqual([]);
});
