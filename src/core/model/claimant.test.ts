import { expect, test } from 'vitest';
import type { ActorRef } from './actor.ts';
import { AUTHOR, Claimant, claimantName } from './claimant.ts';

const governor: ActorRef = {
  id: null,
  name: 'Government of Peru',
  kind: 'government',
  country: 'PER',
  span: null,
  basis: 'implied',
  rule: 'an office speaks for its body',
};

const CASES: readonly [what: string, claimant: Claimant, name: string][] = [
  ['the report itself', AUTHOR, 'author'],
  [
    'an actor by its office',
    { kind: 'actor', actor: governor, words: 'the governor', span: { start: 0, end: 12 }, via: ['the radio'] },
    'Government of Peru',
  ],
  [
    'somebody without a proper name',
    { kind: 'unnamed', actor: null, words: 'two nurses', span: { start: 0, end: 10 }, via: [] },
    'unnamed',
  ],
];

test.each(CASES)('%s', (_, claimant, name) => {
  expect(Claimant.parse(claimant)).toEqual(claimant);
  expect(claimantName(claimant)).toBe(name);
});

test('only an actor names an actor', () => {
  expect(Claimant.safeParse({ ...AUTHOR, actor: governor }).success).toBe(false);
  expect(Claimant.safeParse({ ...AUTHOR, kind: 'actor' }).success).toBe(false);
});
