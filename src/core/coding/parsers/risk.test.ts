import { expect, test } from 'vitest';
import { codeText } from '../../../../test/coding-table.ts';

// Constructed sentences, with the words of what may come.
test.each<[string, string[]]>([
  [
    'The army left the ridge, and the number of deaths is likely to rise.',
    ['and the number of deaths is likely to rise'],
  ],
  [
    'A second offensive by the army is unlikely but cannot be ruled out.',
    ['A second offensive by the army is unlikely but cannot be ruled out'],
  ],
  [
    'The army left. Any attack on the town could displace 40,000 people.',
    ['Any attack on the town could displace 40,000 people'],
  ],
  ['The militia may not survive a failure of the talks.', ['The militia may not survive a failure of the talks']],
  [
    'Arming the rebels will only push the region toward war.',
    ['Arming the rebels will only push the region toward war'],
  ],
  ['The rebels left, but residents fear a new push.', ['a new push']],
  [
    'Fears are growing that gunmen from the hills could join the rebels, cutting the road.',
    ['that gunmen from the hills could join the rebels, cutting the road'],
  ],
  ['Residents fear the militia of the north.', []],
  ['The missile could have killed dozens of soldiers.', []],
  ['The captured soldier may be released in May.', []],
  ['The rebels are likely to sign the deal.', []],
  ['The army source asked for anonymity for fear of reprisals.', []],
  ['The army said it could not confirm the attack.', []],
])('%s', (text, expected) => {
  const risks = codeText(text).claims.flatMap(claim =>
    claim.kind === 'risk' ? [text.slice(claim.content.start, claim.content.end)] : [],
  );
  expect(risks).toEqual(expected);
});
