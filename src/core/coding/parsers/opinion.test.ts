import { test } from 'vitest';
import { checkClaims } from '../../../../test/coding-table.ts';

// Constructed sentences: the narrator's framing, and nobody else's.
test.each<[string, string[]]>([
  [
    'The loss of the fort marks a bitter irony, the soldiers fled it first.',
    ['opinion | author state (background) | a bitter irony'],
  ],
  [
    'The rebels paraded the flags, a public humiliation for the generals.',
    ['opinion | author state (background) | a public humiliation for the generals'],
  ],
  [
    'The burnt tanks became a potent symbol of the army’s crumbling control.',
    ['opinion | author state (background) | a potent symbol of the army’s crumbling control'],
  ],
  ['The army unveiled its new symbol.', []],
  ['The rebel leader said that the retreat was a humiliation.', []],
  ['The match ended in a humiliation for the visitors.', []],
])('%s', (text, expected) => checkClaims(text, 'opinion', expected));
