import { describe, expect, test } from 'vitest';
import { checkClaims, codeText } from '../../../test/coding-table.ts';

// Sentences of our own about invented happenings: who is counted by which number, and on whose side they were.
type Row = readonly [string, readonly string[]];

const SHARED: readonly Row[] = [
  [
    'Eight women and children died in the strike near Raqqa.',
    ['killed 8 Civilians, civilian | author state | Eight women and children died'],
  ],
  [
    'Shells hit a tram stop in Kharkiv, killing a man of 71 and a woman, 24, and wounding nine.',
    [
      'killed 2 Civilians, civilian | author state | killing a man of 71 and a woman',
      'injured 9 Civilians, civilian | author state | wounding nine',
    ],
  ],
  [
    'Seventeen girls and a cook who were abducted by gunmen in May walked into Minna on Friday.',
    ['captured 18 Civilians, civilian | author state | Seventeen girls and a cook who were abducted'],
  ],
  [
    'Some twenty displaced people were killed at the site.',
    ['killed 20 about Civilians, civilian | author state | Some twenty displaced people were killed'],
  ],
  ['The army has three wounded.', ['injured 3 army, combatant | author state | three wounded']],
  [
    'The clerk repeated the number and said the owner of a rented cart had also died.',
    ['killed 1 Civilians, civilian | unnamed state | the owner of a rented cart had also died'],
  ],
];

const PERSONS: readonly Row[] = [
  [
    'The two other men are at a hospital in Mopti in serious condition.',
    ['injured 2 –, unknown | author state | The two other men are at a hospital in Mopti in serious condition'],
  ],
  ['The woman killed was his sister.', ['killed 1 Civilians, civilian | author state | The woman killed']],
  [
    'A bystander was struck in the arm.',
    ['killed-or-injured 1 Civilians, civilian | author state | A bystander was struck in the arm'],
  ],
  [
    'A shell hit a house in Gao; there were neither dead nor injured, the mayor said.',
    ['killed-or-injured 0 –, unknown | Government of Mali state | neither dead nor injured'],
  ],
  [
    'Five people died when rebels hit the post in Gao. The others are three guards of the town and a driver.',
    [
      'killed 5 –, unknown | author state | Five people died',
      'killed 3 –, unknown, part | author state | The others are three guards of the town',
      'killed 1 Civilians, civilian, part | author state | a driver',
    ],
  ],
  [
    'Police found a woman and three girls dead in a flat in Lima.',
    ['killed 4 Civilians, civilian | author state | a woman and three girls dead'],
  ],
  [
    'The coroner says Ana Ruiz, 18, of Cauca, died on Tuesday.',
    ['killed 1 –, unknown | unnamed state | Ana Ruiz, 18, of Cauca, died'],
  ],
  [
    'Jonas Petrov, 2, was fatally shot in the north of Kharkiv.',
    ['killed 1 –, unknown | author state | Jonas Petrov, 2, was fatally shot'],
  ],
  [
    'A nurse suffered a non-life threatening gunshot wound near Jos.',
    ['injured 1 Civilians, civilian | author state | A nurse suffered a non-life threatening gunshot wound'],
  ],
];

const LISTS: readonly Row[] = [
  [
    'The bombing of Dilling killed nine people. The victims were three teachers and six pupils.',
    [
      'killed 9 Civilians, civilian | author state | killed nine people',
      'killed 3 Civilians, civilian, part | author state | The victims were three teachers',
      'killed 6 Civilians, civilian, part | author state | six pupils',
    ],
  ],
  [
    'Thirty people were wounded in Mindanao. The wounded include two soldiers and a nurse.',
    [
      'injured 30 –, unknown | author state | Thirty people were wounded',
      'injured 2 –, combatant, part | author state | The wounded include two soldiers',
      'injured 1 Civilians, civilian, part | author state | a nurse',
    ],
  ],
  // What became of them is no list.
  [
    'Nine men were killed in Arauca. The dead were buried on Sunday.',
    ['killed 9 –, unknown | author state | Nine men were killed'],
  ],
];

const TOLLS: readonly Row[] = [
  [
    'The number of civilians wounded has risen to 30.',
    ['injured 30 Civilians, civilian | author state | The number of civilians wounded has risen to 30'],
  ],
  [
    'Ministry: dead from the shelling of the port now 17, wounded 41.',
    [
      'killed 17 –, unknown | Ministry state | dead from the shelling of the port now 17',
      'injured 41 –, unknown | Ministry state | wounded 41',
    ],
  ],
  [
    '"We have 22 bodies and the count is not over," a medic said.',
    ['killed 22.. –, unknown | unnamed state | 22 bodies'],
  ],
  ['Forty people died, and counting.', ['killed 40.. –, unknown | author state | Forty people died']],
  [
    'Nine people were killed in Tahoua. The mayor gave the same figure.',
    [
      'killed 9 –, unknown | author state | Nine people were killed',
      'killed 9 –, unknown | Government of Niger confirm | The mayor gave the same figure',
    ],
  ],
];

const DENIED: readonly Row[] = [
  [
    'The army of Chad denied any deaths in its ranks.',
    ['killed 0 –, unknown | Military Forces of Chad deny | any deaths'],
  ],
  [
    'The ministry said nine men were wounded and denied any civilian casualties.',
    [
      'injured 9 –, unknown | ministry state | nine men were wounded',
      'killed-or-injured 0 Civilians, civilian | ministry deny | any civilian casualties',
    ],
  ],
  [
    'The report of the rebels that 40 soldiers were killed is a fabrication, the Ethiopian army said.',
    ['killed 40 Military Forces of Ethiopia, combatant | unnamed allege | 40 soldiers were killed'],
  ],
];

const NUMBERS: readonly Row[] = [
  [
    'GUSAU, March 3 - Nineteen girls were abducted by gunmen.',
    ['captured 19 Civilians, civilian | author state | Nineteen girls were abducted'],
  ],
  [
    '2. The army said six members of the ELN lost their lives in Arauca.',
    ['killed 6 National Liberation Army, combatant | unnamed state | six members of the ELN lost their lives'],
  ],
  [
    'Nine men drowned near the port, two of whom could not swim.',
    ['killed 9 –, unknown | author state | Nine men drowned', 'killed 2 –, unknown, part | author state | two of whom'],
  ],
];

const SIDES: readonly Row[] = [
  [
    'Three servicemen from both countries were wounded on the border of India and China.',
    ['injured 3 –, combatant | author state | Three servicemen from both countries were wounded'],
  ],
  [
    'Five fighters died: four from the ELN and one from the FARC, the ELN said.',
    [
      'killed 5 –, combatant | National Liberation Army state | Five fighters died',
      'killed 4 National Liberation Army, combatant, part | National Liberation Army admit | four from the ELN',
      'killed 1 Revolutionary Armed Forces of Colombia, combatant, part | National Liberation Army state | one from the FARC',
    ],
  ],
  [
    'The Malian army said it had taken six prisoners near Menaka.',
    ['captured 6 –, combatant | Military Forces of Mali state | six prisoners'],
  ],
  [
    'Five herders were abducted on Monday. Police shot two cows. The other three remain in captivity.',
    [
      'captured 5 Civilians, civilian | author state | Five herders were abducted',
      'captured 3 Civilians, civilian, part | author state | The other three remain in captivity',
    ],
  ],
  [
    'Gunships destroyed two boats and about 30 militants near the river.',
    ['killed 30 about militants, combatant | author state | destroyed two boats and about 30 militants'],
  ],
];

describe.each([
  ['one number for several', SHARED],
  ['one person', PERSONS],
  ['who the harmed were', LISTS],
  ['tolls', TOLLS],
  ['whose they were', SIDES],
  ['what is denied', DENIED],
  ['what the numbers count', NUMBERS],
])('%s', (_, rows) => {
  test.each(rows)('%s', (text, expected) => checkClaims(text, 'casualty', expected));
});

test('a list of the dead points to the figure that it is part of', () => {
  const { claims } = codeText('The ambush killed six people in Kayah. The dead were four soldiers and two farmers.');
  const figures = claims.filter(claim => claim.kind === 'casualty');
  const whole = figures.find(({ estimate }) => estimate.best === 6);
  expect(figures.filter(({ victims }) => victims.partOf === whole?.id).map(({ estimate }) => estimate.best)).toEqual([
    4, 2,
  ]);
});

test('of the wounded one who died is one more of the dead', () => {
  const { claims } = codeText('Four drivers were killed near Sake. Six were wounded, one of whom has since died.');
  const figures = claims.filter(claim => claim.kind === 'casualty');
  const dead = figures.find(({ estimate }) => estimate.best === 4);
  expect(figures.find(({ estimate }) => estimate.best === 1)?.victims.addsTo).toBe(dead?.id);
});
