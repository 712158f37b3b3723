import { expect, test } from 'vitest';
import { type ActorRef, sameActor } from './actor.ts';

type Named = Pick<ActorRef, 'id' | 'name'>;

const CASES: readonly [what: string, a: Named, b: Named, same: boolean][] = [
  ['one id under two names', { id: 'col-eln', name: 'ELN' }, { id: 'col-eln', name: 'the guerrillas' }, true],
  ['two ids under one name', { id: 'mli-police', name: 'the police' }, { id: 'ner-police', name: 'the police' }, false],
  [
    'the same words, both unknown',
    { id: null, name: 'Red Valley Front' },
    { id: null, name: 'red valley front' },
    true,
  ],
  ['other words, both unknown', { id: null, name: 'Red Valley Front' }, { id: null, name: 'Valley Front' }, false],
  ['one known, one not, by its words', { id: 'col-eln', name: 'ELN' }, { id: null, name: 'ELN' }, true],
];

test.each(CASES)('%s', (_, a, b, same) => {
  expect(sameActor(a, b)).toBe(same);
  expect(sameActor(b, a)).toBe(same);
});
