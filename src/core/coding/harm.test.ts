import { expect, test } from 'vitest';
import { checkClaims, codeText } from '../../../test/coding-table.ts';

// Sentences of our own, by paragraph of the codebook: what is said to have befallen how many of whom.
const NOTHING: readonly string[] = [];

test.each<[string, readonly string[]]>([
  // §4.7: shot may live; a sharper word goes first.
  [
    'Two men were shot outside a bar on Friday night.',
    ['killed-or-injured 2 –, unknown | author state | Two men were shot'],
  ],
  ['A woman was fatally shot in her car.', ['killed 1 Civilians, civilian | author state | A woman was fatally shot']],
  [
    'Gunmen shot and killed three farmers near the river.',
    ['killed 3 Civilians, civilian | author state | killed three farmers'],
  ],
  [
    'The boy accidentally shot himself in the foot.',
    ['killed-or-injured 1 Civilians, civilian | author state | The boy accidentally shot'],
  ],
  [
    'Six men were shot, two of them fatally.',
    [
      'killed-or-injured 6 –, unknown | author state | Six men were shot',
      'killed 2 –, unknown, part | author state | two of them',
    ],
  ],
  [
    'As many as four people were shot at a bar.',
    ['killed-or-injured ..4 at-most –, unknown | author state | As many as four people were shot'],
  ],
  ['There were two shootings in the valley on Monday.', NOTHING],
  ['The driver was not injured in the blast.', NOTHING],
  ['The air force said it had shot down 30 of 41 drones, and that 5 more were lost.', NOTHING],
  ['Six of the nine trucks were lost on the way.', NOTHING],
  [
    'The army said it had lost two trucks and that four of the drivers were killed.',
    ['killed 4 Civilians, civilian | army state | four of the drivers were killed'],
  ],
  [
    'Two boys with gunshot wounds were brought to the clinic.',
    ['injured 2 Civilians, civilian | author state | Two boys with gunshot wounds'],
  ],
  // §4.6: many people who move are displaced, few are travellers.
  [
    'Some 300 families have come down to the stadium.',
    ['displaced 300 about Civilians, civilian | author state | Some 300 families have come down'],
  ],
  ['Two traders have moved to the town.', NOTHING],
  [
    'Three of the crew have not been seen since.',
    ['missing 3 –, unknown | author state | Three of the crew have not been seen since'],
  ],
])('§4 harm: %s', (text, expected) => checkClaims(text, 'casualty', expected));

test.each<[string, readonly string[]]>([
  [
    'The toll of five first given became eight on Thursday.',
    ['killed 5 –, unknown | author state | The toll of five', 'killed 8 –, unknown | author state | eight'],
  ],
  [
    'The union raised its count from 11 to 13 dead, all civilians.',
    [
      // FIXME: "all civilians" says it of the 11 too
      'killed 11 –, unknown | union state | count from 11',
      'killed 13 Civilians, civilian | union state | 13',
    ],
  ],
  ['He put the civilian dead at 11.', ['killed 11 Civilians, civilian | author state | the civilian dead at 11']],
  [
    'Police killed two men. The first count was eight.',
    [
      'killed 2 –, unknown | author state | killed two men',
      'killed 8 –, unknown | author state | The first count was eight',
    ],
  ],
  ['The first count was eight.', NOTHING],
  [
    'The number of rebels wounded in the valley has reached 90.',
    ['injured 90 –, combatant | author state | The number of rebels wounded in the valley has reached 90'],
  ],
  ['A family was killed by a mine.', ['killed 2.. vague Civilians, civilian | author state | A family was killed']],
  [
    'Nine soldiers were killed. The Malian army has admitted four.',
    [
      'killed 9 Military Forces of Mali, combatant | author state | Nine soldiers were killed',
      'killed 4 Military Forces of Mali, combatant | Military Forces of Mali admit | admitted four',
    ],
  ],
  [
    'We counted obituaries for seven fighters, two more than the Malian army admitted.',
    [
      'killed 7.. –, combatant | author state | obituaries for seven fighters',
      'killed 5 Military Forces of Mali, combatant | Military Forces of Mali admit | two more than the Malian army admitted',
    ],
  ],
  ['The ministry has spoken of six new schools.', NOTHING],
  [
    'At least 14 soldiers were killed. A local official gave the same figure.',
    [
      'killed 14.. –, combatant | author state | At least 14 soldiers were killed',
      'killed 14.. –, combatant | unnamed confirm | A local official gave the same figure',
    ],
  ],
])('§4.5, §4.8 tolls and bare figures: %s', (text, expected) => checkClaims(text, 'casualty', expected));

test.each<[string, readonly string[]]>([
  [
    'The post was shelled overnight, without casualties.',
    ['killed-or-injured 0 –, unknown | author state | without casualties'],
  ],
  ['No bodies were visible on the road.', NOTHING],
  ['There were no other losses.', NOTHING],
  ['Everyone came home.', ['killed-or-injured 0 –, unknown | author state | Everyone came home']],
  ['The wounded have been evacuated.', NOTHING],
])('§5.3 zero: %s', (text, expected) => checkClaims(text, 'casualty', expected));

test.each<[string, readonly string[]]>([
  [
    '14 killed (6 women, 7 children, 1 man), 9 injured, 2 missing.',
    [
      'killed 14 Civilians, civilian | author state | 14 killed',
      'killed 6 Civilians, civilian, part | author state | 6 women',
      'killed 7 Civilians, civilian, part | author state | 7 children',
      'killed 1 Civilians, civilian, part | author state | 1 man',
      'injured 9 Civilians, civilian | author state | 9 injured',
      'missing 2 Civilians, civilian | author state | 2 missing',
    ],
  ],
  [
    'Six policemen were killed, including two women.',
    [
      'killed 6 –, combatant | author state | Six policemen were killed',
      'killed 2 –, combatant, part | author state | two women',
    ],
  ],
  [
    'Five fighters died: four from the JNIM and one from the Islamic State.',
    [
      'killed 5 –, combatant | author state | Five fighters died',
      "killed 4 Jama'at Nusrat al-Islam wal-Muslimin, combatant, part | author state | four from the JNIM",
      'killed 1 Islamic State, combatant, part | author state | one from the Islamic State',
    ],
  ],
  [
    'Twelve soldiers were killed and nine captured, a captain among them.',
    [
      'killed 12 –, combatant | author state | Twelve soldiers were killed',
      'captured 9 –, combatant | author state | nine captured',
      'captured 1 –, combatant, part | author state | a captain',
    ],
  ],
  [
    '90 deaths were recorded. 40 of the deaths are attributed to the Malian army, 30 to JNIM.',
    [
      'killed 90 –, unknown | unnamed state | 90 deaths',
      'killed 40 –, unknown, part | unnamed accuse | 40 of the deaths',
      'killed 30 –, unknown, part | author state | 30',
    ],
  ],
  [
    'Gunmen kidnapped 96 traders. Thirty-one of the 96 kidnapped had been released.',
    [
      'captured 96 Civilians, civilian | author state | kidnapped 96 traders',
      'captured 31 Civilians, civilian, part | author state | Thirty-one',
    ],
  ],
  [
    'Fourteen people were killed in the blast. Among the dead are five women.',
    [
      'killed 14 –, unknown | author state | Fourteen people were killed',
      'killed 5 –, unknown, part | author state | Among the dead are five women',
    ],
  ],
])('§5.4 parts: %s', (text, expected) => checkClaims(text, 'casualty', expected));

test.each<[string, readonly string[]]>([
  [
    'A shepherd, 50, and his son of about 12, who were on a cart, also lost their lives.',
    [
      'killed 2 Civilians, civilian | author state | A shepherd, 50, and his son of about 12, who were on a cart, also lost their lives',
    ],
  ],
  [
    'Two soldiers of the Malian army, one of them an officer, were taken prisoner.',
    [
      'captured 2 Military Forces of Mali, combatant | author state | Two soldiers of the Malian army, one of them an officer, were taken prisoner',
      'captured 1 Military Forces of Mali, combatant, part | author state | one of them an officer',
    ],
  ],
  [
    '90 civilians were killed, 40 of them by the army.',
    [
      'killed 90 Civilians, civilian | author state | 90 civilians were killed',
      'killed 40 Civilians, civilian, part | author state | 40 of them',
    ],
  ],
])('who the words are about: %s', (text, expected) => checkClaims(text, 'casualty', expected));

test('whoever admits or calls them its own counts its own dead, else its enemy’s', () => {
  const text =
    'The Malian army said it had lost nine men in fighting with the JNIM. It said that 30 fighters were killed.';
  checkClaims(text, 'casualty', [
    'killed 9 Military Forces of Mali, combatant | Military Forces of Mali admit | lost nine men',
    "killed 30 Jama'at Nusrat al-Islam wal-Muslimin, combatant | Military Forces of Mali state | 30 fighters were killed",
  ]);
});

test('an earlier toll is replaced by the newer one that is told before it', () => {
  const { claims } = codeText(
    'Thirteen police officers died in the ambush, the minister said, raising an earlier toll of eight.',
  );
  const figures = claims.filter(claim => claim.kind === 'casualty');
  const ids = new Map(figures.map(({ id, estimate }) => [id, estimate.best]));
  expect(figures.map(({ estimate, supersedes }) => [estimate.best, ids.get(supersedes ?? '') ?? null])).toEqual([
    [13, 8],
    [8, null],
  ]);
});

test('a revised toll replaces the old one, and another victim comes on top', () => {
  const { claims } = codeText(
    'Four traders were killed in the market. The toll of four became six on Thursday. Another trader died on Friday.',
  );
  const figures = claims.filter(claim => claim.kind === 'casualty');
  const ids = new Map(figures.map(({ id, estimate }) => [id, estimate.best]));
  expect(
    figures.map(({ estimate, supersedes, victims }) => [
      estimate.best,
      ids.get(supersedes ?? '') ?? null,
      ids.get(victims.addsTo ?? '') ?? null,
    ]),
  ).toEqual([
    [4, null, null],
    [6, 4, null],
    [1, null, 6],
  ]);
});
