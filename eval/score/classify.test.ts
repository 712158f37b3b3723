import { expect, test } from 'vitest';
import { scoreLabels, scoreManyLabels } from './classify.ts';

// Gold labels, given labels ("-": none) and what the reference scorer (corpora/score/classify.py) makes of them.
const ONE_LABEL: readonly (readonly [
  gold: string,
  given: string,
  accuracy: number,
  macro: number,
  weighted: number,
])[] = [
  ['aab', 'abb', 0.6667, 0.6667, 0.6667],
  ['aabbc', 'ab-cc', 0.4, 0.4444, 0.4],
  ['xyz', '---', 0, 0, 0],
  ['ab', 'cd', 0, 0, 0],
  ['', '', 0, 0, 0],
];

test.each(ONE_LABEL)('one label: %s given %s', (gold, given, accuracy, macro, weighted) => {
  const scores = scoreLabels([...gold].map((label, i) => ({ gold: label, given: given[i] === '-' ? null : given[i] })));
  expect(scores.accuracy).toBeCloseTo(accuracy, 3);
  expect(scores.macroF1).toBeCloseTo(macro, 3);
  expect(scores.weightedF1).toBeCloseTo(weighted, 3);
});

test('counts what was given and what of it is right', () => {
  const scores = scoreLabels([
    { gold: 'a', given: 'a' },
    { gold: 'a', given: null },
    { gold: 'b', given: 'a' },
  ]);
  expect([scores.right, scores.given]).toEqual([1, 2]);
});

const MANY_LABELS: readonly (readonly [gold: string, given: string, macro: number, exact: number])[] = [
  ['xy ,', 'x ,', 0.5, 0.5],
  ['x,yz,xz,', 'xq,zy,x,q', 0.8889, 0.25],
  ['', '', 0, 1],
];

test.each(MANY_LABELS)('several labels: %s given %s', (gold, given, macro, exact) => {
  const sets = (text: string) => text.split(',').map(set => [...set.trim()]);
  const givens = sets(given);
  const scores = scoreManyLabels(sets(gold).map((labels, i) => ({ gold: labels, given: givens[i] ?? [] })));
  expect(scores.macroF1).toBeCloseTo(macro, 3);
  expect(scores.exactSet).toBeCloseTo(exact, 3);
});
