import { expect, test } from 'vitest';
import { readModelFile, writeModelFile } from '../../base/model-file.ts';
import { lexiconSection, rankOf, readLexicon } from './lexicon.ts';
import { wordFeatures, wordShape } from './word-features.ts';

const words = ['the', 'army', 'border', ...Array.from({ length: 5000 }, (_, i) => `word${i}`)];
const lexicon = readLexicon(readModelFile(writeModelFile([lexiconSection(words)])));

test('each word has its rank, and words that it lacks have none', () => {
  expect(words.every((word, rank) => rankOf(lexicon, word) === rank)).toBe(true);
  const strangers = Array.from({ length: 5000 }, (_, i) => `stranger${i}`);
  // 14 bits of check: one stranger in some ten thousand may pass for a word.
  expect(strangers.filter(word => rankOf(lexicon, word) >= 0).length).toBeLessThan(3);
});

test('a word is looked up in lower case, a joined one also by what stands after its last hyphen', () => {
  expect(['Army', 'anti-army', 'cross-border', 'anti-'].map(form => wordFeatures(form, lexicon).rank)).toEqual([
    1, 1, 2, -1,
  ]);
});

test.each([
  ['Kabul', 'Xxx'],
  ['UN', 'XX'],
  ['3,742', 'd,dd'],
  ['T-72', 'X-dd'],
  ['Ümit', 'Xxx'],
  ['…', 'x'],
])('the shape of %s is %s', (form, shape) => {
  expect(wordShape(form)).toBe(shape);
});
