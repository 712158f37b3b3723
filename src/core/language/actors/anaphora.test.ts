import { test } from 'vitest';
import { checkActors } from '../../../../test/check-actors.ts';
import type { ActorContext } from './find-actors.ts';

/** Words that point at an actor named before, or at the publisher's own side. */
const CASES: readonly {
  readonly text: string;
  readonly expected: readonly string[];
  readonly context?: ActorContext;
}[] = [
  {
    text: 'JNIM said its fighters had burned four lorries. The group named no village.',
    expected: [
      "JNIM → Jama'at Nusrat al-Islam wal-Muslimin",
      "fighters → Jama'at Nusrat al-Islam wal-Muslimin",
      "group → Jama'at Nusrat al-Islam wal-Muslimin",
    ],
  },
  {
    text: 'The ELN and the Gulf Clan met. Later the group withdrew.',
    expected: ['ELN → National Liberation Army', 'Gulf Clan → Gulf Clan', 'group → “group”'],
  },
  {
    text: 'Our forces struck the enemy, who lost nine. Ukrainian troops fell back.',
    context: { voice: 'Government of Russia', publisher: 'A ministry' },
    expected: [
      'forces → Military Forces of Russia',
      'enemy → Military Forces of Ukraine',
      'Ukrainian troops → Military Forces of Ukraine',
    ],
  },
  {
    text: 'Four police officers died in Wajir, Kenya. The officers were on patrol.',
    expected: ['police officers → Police Forces of Kenya', 'officers → Police Forces of Kenya'],
  },
  {
    text: 'An army spokesman in Mali denied it. The spokesman gave no figure.',
    expected: ['army spokesman in Mali → Military Forces of Mali', 'spokesman → Military Forces of Mali'],
  },
  {
    text: 'The Lomu Valley Police Command in Kenya denied it. The Command held two men.',
    expected: [
      'Lomu Valley Police Command → Police Forces of Kenya',
      'Command → Police Forces of Kenya',
      'men → “men”',
    ],
  },
  {
    text: 'The Monitor counted nine dead.',
    context: { voice: 'Human Rights Watch', publisher: 'Lomu Monitor' },
    expected: ['Monitor → Human Rights Watch', 'dead → “dead”'],
  },
  {
    text: 'Salvadoran guerrillas burned a bus. The FMLN said so. Colombian guerrillas did not.',
    expected: [
      'Salvadoran guerrillas → Farabundo Marti National Liberation Front',
      'FMLN → Farabundo Marti National Liberation Front',
      'Colombian guerrillas → “Colombian guerrillas”',
    ],
  },
  {
    text: 'Kenyan army spokesman Maj Gen Peter Lomu denied it. Lomu said nine had died. Lomu Street was quiet.',
    expected: [
      'Kenyan army spokesman Maj Gen Peter Lomu → Military Forces of Kenya',
      'Lomu → Military Forces of Kenya',
    ],
  },
  {
    text: 'Ana Lomu, the Malian defence minister, denied it. "Nobody died," Lomu said.',
    expected: ['Malian defence minister → Government of Mali', 'Lomu → Government of Mali'],
  },
  {
    text: 'Kenyan police met Ugandan soldiers in Busia. Rain fell. It was cold. It was late. Then police left.',
    expected: [
      'Kenyan police → Police Forces of Kenya',
      'Ugandan soldiers → Military Forces of Uganda',
      'police → Police Forces of Kenya',
    ],
  },
  {
    text: 'Two retired officers spoke to the Kenyan police.',
    expected: ['officers → “officers”', 'Kenyan police → Police Forces of Kenya'],
  },
];

test.each(CASES)('$text', ({ text, expected, context }) => {
  checkActors(text, expected, context);
});
