import { expect, test } from 'vitest';
import { loadActLexicon, loadResources } from '../../../node/resources/load.ts';
import { annotate } from '../../language/syntax/annotate.ts';
import { treeOf } from '../../language/tree.ts';
import { stanceBetween } from './stance.ts';

const { models, numbers } = loadResources();
const lexicon = loadActLexicon();

// Constructed sentences about Norland and Westmark: how the one stands to the other.
test.each([
  ['Norland praised Westmark for its patience.', 'for', 'neither'],
  ['Norland was praised by Westmark for its patience.', 'neither', 'for'],
  ['Norland accused Westmark of theft.', 'against', 'neither'],
  ['Norland has been accused by Westmark of theft.', 'neither', 'against'],
  ['Norland and Westmark share a river.', 'neither', 'neither'],
  ['Norland refused to support Westmark.', 'against', 'neither'],
  ['The fair in Norland drew visitors although Westmark was far.', 'neither', 'neither'],
])('%s', (text, there, back) => {
  const { tokens } = annotate(text, models, { numbers });
  const at = (name: string) => {
    const start = tokens.findIndex(token => token.text === name);
    return { start, end: start + 1 };
  };
  const tree = treeOf(tokens);
  expect(stanceBetween(tree, lexicon, at('Norland'), at('Westmark'))).toBe(there);
  expect(stanceBetween(tree, lexicon, at('Westmark'), at('Norland'))).toBe(back);
});
