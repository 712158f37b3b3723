import { expect, test } from 'vitest';
import { checkClaims, codeText } from '../../../../test/coding-table.ts';

// Constructed sentences: who stands how to whom (and when) | by whom | in which words.
test.each<[string, string[]]>([
  [
    'Nusra, a rival of the Islamic State, lost the town.',
    [
      'Hayat Tahrir al-Sham hostile Islamic State (present) | author state (background) | Nusra, a rival of the Islamic State',
    ],
  ],
  [
    'The Houthis, Iran’s allies in Yemen, fired a missile.',
    ['Houthi Movement allied Government of Iran (present) | author state (background) | Houthis, Iran’s allies'],
  ],
  [
    'Fighters of Indian proxy Fitna al Khawarij attacked a convoy.',
    [
      'Government of India sponsors Tehrik-i-Taliban Pakistan (present) | author state (background) | Indian proxy Fitna al Khawarij',
    ],
  ],
  [
    'A splinter of the FARC calling itself the Segunda Marquetalia attacked the post.',
    [
      'Segunda Marquetalia splinter Revolutionary Armed Forces of Colombia (present) | author state (background) | splinter of the FARC calling itself the Segunda Marquetalia',
    ],
  ],
  [
    'The Iranian-backed Houthi militia attacked the front.',
    [
      'Government of Iran sponsors Houthi Movement (present) | author state (background) | Iranian-backed Houthi militia',
    ],
  ],
  [
    'Three died in the feud between Boko Haram and the Islamic State West Africa Province.',
    [
      'Boko Haram hostile Islamic State West Africa Province (present) | author state (background) | feud between Boko Haram and the Islamic State West Africa Province',
    ],
  ],
  [
    'The ELN and the FARC dissidents are sworn enemies.',
    [
      'National Liberation Army hostile FARC dissidents (present) | author state (background) | ELN and the FARC dissidents are sworn enemies',
    ],
  ],
  [
    'ISWAP, which split from Boko Haram in 2016 and answers to the Islamic State, taxes fishermen.',
    [
      'Islamic State West Africa Province splinter Boko Haram (past) | author state (background) | ISWAP, which split from Boko Haram',
      'Islamic State West Africa Province part-of Islamic State (present) | author state (background) | ISWAP, which split from Boko Haram in 2016 and answers to the Islamic State',
    ],
  ],
  [
    'The Arakan Army is distrusted by the Chin National Army.',
    [
      'Chin National Army hostile Arakan Army (present) | author state (background) | Arakan Army is distrusted by the Chin National Army',
    ],
  ],
  [
    'Hezbollah has voiced support for Hamas.',
    ['Hezbollah supports Hamas (present) | author state (background) | Hezbollah has voiced support for Hamas'],
  ],
  [
    'For Ankara, the Syrian National Army it once sheltered has become a burden.',
    [
      'Government of Turkey sponsors Syrian National Army (past) | author state (background) | Syrian National Army it once sheltered',
    ],
  ],
  [
    'Officials fear that Hezbollah, a rival of the Islamic State, might attack the town.',
    ['Hezbollah hostile Islamic State (present) | author state (background) | Hezbollah, a rival of the Islamic State'],
  ],
])('%s', (text, expected) => checkClaims(text, 'relation', expected));

test.each([
  'Rwanda denies backing M23.',
  'Iran could arm Hamas again.',
  'Australia would never attack civilians or support Hamas.',
  'The army was reported to have killed 50 members of Hamas.',
  'Russia sent troops to support Hamas.',
  'The US-led invasion to topple Hamas began in March.',
  'Forces loyal to the Syrian president bombed the town.',
  'NATO-led troops captured the town from Hamas.',
])('no relation: %s', text => {
  expect(codeText(text).claims.filter(({ kind }) => kind === 'relation')).toEqual([]);
});
