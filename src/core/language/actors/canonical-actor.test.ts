import { expect, test } from 'vitest';
import { loadResources } from '../../../node/resources/load.ts';
import { canonicalActor } from './canonical-actor.ts';

const resources = loadResources();

test.each([
  ['JNIM', "Jama'at Nusrat al-Islam wal-Muslimin"],
  ['Military Forces of Niger', 'Military Forces of Niger'],
  ['Al-Shabaab', 'Al Shabaab'],
  ['Friends of the Upper Valley', 'Friends of the Upper Valley'],
  ['the rebels', 'the rebels'],
])('%s is listed as %s', (words, name) => {
  expect(canonicalActor(words, resources)).toBe(name);
});
