import { test } from 'vitest';
import { checkClaims } from '../../../test/coding-table.ts';
import type { ClaimKind } from '../model/claim.ts';

// Sentences of our own; the incidents are invented. What somebody says of himself, and what his words only call a thing.
test.each<[ClaimKind, string, readonly string[]]>([
  // A pronoun stands for the party that speaks.
  [
    'event',
    'The Malian army said it had struck a camp of the JNIM near Gao.',
    [
      "attack: actor Military Forces of Mali, recipient Jama'at Nusrat al-Islam wal-Muslimin | Military Forces of Mali state | it had struck a camp of the JNIM near Gao",
    ],
  ],
  // What a deed is called is no second deed, and nobody's own.
  ['event', 'Hamas denied that its fighters were there, calling the strike "a heinous massacre".', []],
  ['responsibility', 'The governor condemned the bombing and ordered an inquiry.', []],
  // Who claims to have done it says that it was done.
  [
    'casualty',
    'JNIM claimed on its channel to have killed 200 soldiers.',
    ["killed 200 –, combatant | Jama'at Nusrat al-Islam wal-Muslimin allege | killed 200 soldiers"],
  ],
  // "I" in a quotation is whoever is quoted.
  [
    'casualty',
    '"They came on motorcycles," one resident said. "I counted more than 30 bodies."',
    ['killed 31.. –, unknown | unnamed state | more than 30 bodies'],
  ],
  // Speakers are no victims.
  [
    'casualty',
    'Gunmen stormed a mosque, killing 13 worshippers and abducting about 30 women, residents and a lawmaker told reporters.',
    [
      'killed 13 Civilians, civilian | unnamed state | killing 13 worshippers',
      'captured 30 about Civilians, civilian | unnamed state | abducting about 30 women',
    ],
  ],
  // "Several of the gunmen" are gunmen; most of the captives are no captors.
  [
    'casualty',
    'Residents killed several of the gunmen.',
    ['killed 3.. vague gunmen, combatant | author state | killed several of the gunmen'],
  ],
  [
    'casualty',
    'Boko Haram abducted about twenty people, most of them women.',
    [
      'captured 20 about Civilians, civilian | author state | abducted about twenty people',
      'captured 11.. vague Civilians, civilian, part | author state | most of them women',
    ],
  ],
  // A total over years.
  [
    'casualty',
    'Over 9,000 people were killed in the north in the two years since the coup.',
    ['killed 9001.. –, unknown | author state (period) | Over 9,000 people were killed'],
  ],
])('%s: %s', (kind, text, expected) => checkClaims(text, kind, expected));

test.each<[ClaimKind, string, readonly string[]]>([
  [
    'casualty',
    'Gunmen killed 13 worshippers and abducted about 30 others.',
    [
      'killed 13 Civilians, civilian | author state | killed 13 worshippers',
      'captured 30 about Civilians, civilian | author state | abducted about 30 others',
    ],
  ],
  // What is avenged went before; what is feared is not the toll; whoever there may be is nobody counted.
  [
    'casualty',
    'The raid was in revenge for the killing of a gang leader.',
    ['killed 1 –, unknown | author state (background) | killing of a gang leader'],
  ],
  ['casualty', 'The rebels are being hunted to eliminate any other fighter in the hills.', []],
  [
    'casualty',
    'The BLA said its fighters had killed nine soldiers and lost only two men.',
    [
      'killed 9 –, combatant | Balochistan Liberation Army state | killed nine soldiers',
      'killed 2 Balochistan Liberation Army, combatant | Balochistan Liberation Army admit | lost only two men',
    ],
  ],
  ['risk', 'Gang members set fire to homes and killed residents fleeing the town, soldiers said.', []],
])('%s: %s', (kind, text, expected) => checkClaims(text, kind, expected));
