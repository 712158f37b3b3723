import { expect, test } from 'vitest';
import { phraseIndex } from '../language/phrases.ts';
import { type RelevantWords, relevanceGate } from './relevance-gate.ts';

const none = phraseIndex<never>([]);
const harm = { pos: 'VERB', harm: 'killed', victims: 'object', mark: '' } as const;
const words: RelevantWords = {
  ...{ relationWords: none, truces: none, blameWords: none, responsibilityWords: none, eventTriggers: none },
  harmTriggers: phraseIndex([
    { ...harm, words: 'kill' },
    { ...harm, words: 'lose life' },
  ]),
};
const matters = relevanceGate(
  words,
  new Map([
    ['lives|NNS', 'life'],
    ['lost|VBD', 'lose'],
  ]),
);

test.each([
  ['Two men were killed at the ford .', true],
  ['KILLING goes on .', true],
  ['Nine people lost their lives .', true],
  ['The team lost the match .', false],
  ['The harvest was good this year .', false],
  ['', false],
])('%s', (sentence, expected) => {
  expect(matters(sentence.split(' '))).toBe(expected);
});
