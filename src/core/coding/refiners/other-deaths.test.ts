import { test } from 'vitest';
import { checkClaims } from '../../../../test/coding-table.ts';

test.each<[string, string[]]>([
  ['Cholera has killed 22 people in the camps of the province, the ministry said.', []],
  ['Floods killed nine villagers and displaced 400 families along the river.', []],
  [
    'Shells killed nine villagers in the valley after the flood.',
    ['killed 9 Civilians, civilian | author state | killed nine villagers'],
  ],
])('%s', (text, expected) => checkClaims(text, 'casualty', expected));
