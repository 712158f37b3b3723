import { expect, test } from 'vitest';
import { codeText } from '../../../../test/coding-table.ts';

// How an attack went, whose it was, and whether a party says that the other began.
test.each<[string, string]>([
  [
    'The Malian army repelled an attack by JNIM fighters on the post of Tessit.',
    "Jama'at Nusrat al-Islam wal-Muslimin on Military Forces of Mali, repelled",
  ],
  [
    'The Joint Forces foiled an infiltration attempt by the Houthi militia north of Hays on Friday.',
    'Houthi Movement on Joint Forces on the West Coast, repelled',
  ],
  [
    'Government forces pushed back M23 fighters from Sake.',
    'March 23 Movement on Military Forces of the Democratic Republic of the Congo, repelled',
  ],
  [
    'The Philippine army said it had beaten back a raid by Abu Sayyaf.',
    'Abu Sayyaf on Military Forces of the Philippines, repelled, began',
  ],
  ['The attack by the rebels on the town failed.', 'rebels on –, failed'],
  [
    'The Kenyan army said Al-Shabaab fighters opened fire on a patrol and that its men answered.',
    'Al Shabaab on –, –, began',
  ],
  ['Al-Shabaab fighters attacked a patrol near Lamu.', 'Al Shabaab on –, –'],
])('%s', (text, expected) => {
  const [event] = codeText(text).claims.filter(claim => claim.kind === 'event');
  const named = (role: string) => event?.roles.find(other => other.role === role)?.actor.name ?? '–';
  const began = event?.began ? ', began' : '';
  expect(`${named('actor')} on ${named('recipient')}, ${event?.outcome ?? '–'}${began}`).toBe(expected);
});
