import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { NumberToken } from './find-numbers.ts';
import { findNumbers } from './find-numbers.ts';
import { readNumberLexicon } from './number-lexicon.ts';

const table = (name: string) => readFileSync(new URL(`../../../../data/lexicons/${name}`, import.meta.url), 'utf8');
const lexicon = readNumberLexicon(table('numbers.tsv'), table('units.tsv'));

/** Words, numbers and single marks: enough of a tokenizer for this table; the real one has its own tests. */
function tokensOf(text: string): NumberToken[] {
  return [...text.matchAll(/\d+(?:[.,]\d+)*(?:k|m|bn)?\b|\d+(?:[.,]\d+)*|\p{L}+(?:\.\p{L}\.)*|[^\s\p{L}\d]/gu)].map(
    match => ({
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
}

/** Finds the numbers of `text` and compares each as "words | low..high qualifier" or "words | meaning". */
function check(text: string, expected: readonly string[]): void {
  const found = findNumbers(tokensOf(text), lexicon).map(number => {
    const { low, high, qualifier } = number.estimate;
    const words = text.slice(number.start, number.end);
    return `${words} | ${number.meaning === 'count' ? `${low ?? ''}..${high ?? ''} ${qualifier}` : number.meaning}`;
  });
  expect(found, text).toEqual(expected);
}

test.each<[string, string[]]>([
  ['12 people died', ['12 | 12..12 exact']],
  ['at least 12 traders', ['at least 12 | 12.. at-least']],
  ['no fewer than sixteen soldiers', ['no fewer than sixteen | 16.. at-least']],
  ['over 100 injured', ['over 100 | 101.. at-least']],
  ['more than 1,680 schoolchildren', ['more than 1,680 | 1681.. at-least']],
  ['nearly 12 lakh voters', ['nearly 12 lakh | ..1200000 about']],
  ['some 1.1 lakh men', ['some 1.1 lakh | 110000..110000 about']],
  ['1,10,000 displaced', ['1,10,000 | 110000..110000 exact']],
  ['up to 40 militants', ['up to 40 | ..40 at-most']],
  ['the toll has gone up to five', ['five | 5..5 exact']],
  ['fewer than 10 dead', ['fewer than 10 | ..9 at-most']],
  ['no more than three', ['no more than three | ..3 at-most']],
  ['about a dozen men', ['about a dozen | 12..12 about']],
  ['a dozen men', ['a dozen | 12..12 about']],
  ['a quarter of a million people', ['a quarter of a million | 250000..250000 about']],
  ['three quarters of a million', ['three quarters of a million | 750000..750000 about']],
  ['half a dozen wounded', ['half a dozen | 6..6 about']],
  ['two dozen wounded', ['two dozen | 24..24 exact']],
  ['dozens of dead', ['dozens | 24.. vague']],
  ['tens of thousands fled', ['tens of thousands | 20000.. vague']],
  ['several hundred fighters', ['several hundred | 300.. vague']],
  ['several were hurt', ['several | 3.. vague']],
  ['an unknown number of men', ['an unknown number of | 1.. vague']],
  ['no soldiers were hurt', ['no | 0..0 exact']],
  ['10 to 12 bodies', ['10 to 12 | 10..12 between']],
  ['between 10 and 12 bodies', ['between 10 and 12 | 10..12 between']],
  ['10 or 12 bodies', ['10 or 12 | 10..12 between']],
  ['2 to 3 lakh people', ['2 to 3 lakh | 200000..300000 between']],
  ['the toll rose from 10 to 12', ['10 | 10..10 exact', '12 | 12..12 exact']],
  ['twenty-six (26) pupils', ['twenty-six (26) | 26..26 exact']],
  ['nine (9) persons', ['nine (9) | 9..9 exact']],
  ['two hundred and fifty-six dead', ['two hundred and fifty-six | 256..256 exact']],
  ['three thousand two hundred families', ['three thousand two hundred | 3200..3200 exact']],
  ['5 crore people', ['5 crore | 50000000..50000000 exact']],
  ['2.5 million displaced', ['2.5 million | 2500000..2500000 exact']],
  ['2k fighters', ['2k | 2000..2000 exact']],
  ['20 or more wounded', ['20 or more | 20.. at-least']],
  ['40+ killed', ['40+ | 40.. at-least']],
])('counts in %j', (text, expected) => check(text, expected));

test.each<[string, string[]]>([
  ['12 km north of the town', ['12 | distance']],
  ['some 50 meters from the gate', ['some 50 | distance']],
  ['a 60-mm mortar', ['60 | calibre']],
  ['aged 44', ['44 | age']],
  ['a woman, 34, was hurt', ['34 | age']],
  ['16 and 17 years old', ['16 | age', '17 | age']],
  ['a 12-year-old boy', ['12 | age']],
  ['Rs 20 lakh for each', ['20 lakh | money']],
  ['$12 million', ['12 million | money']],
  ['12 percent of them', ['12 | percent']],
  ['60 days of war', ['60 | time']],
  ['Resolution 1701', ['1701 | label']],
  ['they won 24-2', ['24 | score', '2 | score']],
  ['Brigade 12 moved', ['12 | label']],
  ['a man of 61 and his wife', ['61 | age']],
  ['three in four of them', ['three | rate', 'four | 4..4 exact']],
])('no counts in %j', (text, expected) => check(text, expected));

test('a number inside a time expression is no count', () => {
  const text = 'on 14 May 20 people died';
  const found = findNumbers(tokensOf(text), lexicon, [{ start: 3, end: 9 }]);
  expect(found.map(number => [text.slice(number.start, number.end), number.meaning])).toEqual([
    ['14', 'date'],
    ['20', 'count'],
  ]);
});

test('a megabyte of one digit, and of one number word, is read in one pass', () => {
  expect(findNumbers(tokensOf('7'.repeat(1_000_000)), lexicon)).toHaveLength(0);
  expect(findNumbers(tokensOf('two '.repeat(200_000)), lexicon)).toHaveLength(200_000);
});
