import { test } from 'vitest';
import { checkClaims } from '../../../../test/coding-table.ts';
import type { ClaimKind } from '../../model/claim.ts';

// Who is blamed, by whom, what is denied, and that what is only denied is not told.
test.each<[ClaimKind, string, string[]]>([
  [
    'responsibility',
    'The mayor blamed the rebels for the explosion.',
    ['rebels | mayor accuse | The mayor blamed the rebels for the explosion'],
  ],
  [
    'responsibility',
    'The governor attributed the raid on the village to Boko Haram.',
    ['Boko Haram | governor accuse | The governor attributed the raid on the village to Boko Haram'],
  ],
  [
    'responsibility',
    'Al-Shabaab said its fighters had ambushed a convoy of the Kenyan army.',
    ['Al Shabaab | Al Shabaab claim-responsibility | its fighters had ambushed a convoy of the Kenyan army'],
  ],
  [
    'responsibility',
    'The army holds the M23 responsible for the shelling of the camp.',
    ['March 23 Movement | army accuse | The army holds the M23 responsible for the shelling of the camp'],
  ],
  [
    'responsibility',
    'Two gunmen, suspected to be members of Abu Sayyaf, shot a policeman.',
    ['Abu Sayyaf | author state | suspected to be members of Abu Sayyaf'],
  ],
  [
    'denial',
    'The talk of 40 dead is a lie, the Ethiopian army said.',
    ['denial | Military Forces of Ethiopia deny | The talk of 40 dead is a lie'],
  ],
  [
    'denial',
    'The Rwandan government said there was no camp on its soil.',
    ['denial | Government of Rwanda deny | there was no camp on its soil'],
  ],
  [
    'denial',
    'The Sudanese army said its aircraft did not bomb the market.',
    ['denial | Military Forces of Sudan deny | its aircraft did not bomb the market'],
  ],
  [
    'denial',
    'The inspectors found no sign of a chemical attack in Douma.',
    ['denial | unnamed deny | The inspectors found no sign of a chemical attack in Douma'],
  ],
  [
    'denial',
    'Contrary to rumours spread by the rebels, no soldier of the garrison was hurt, the army said.',
    ['denial | army deny | Contrary to rumours spread by the rebels'],
  ],
  [
    'denial',
    'There were no soldiers in the village on Sunday, several residents insisted.',
    ['denial | unnamed deny | There were no soldiers in the village on Sunday'],
  ],
  [
    'denial',
    'The army said: "Our guns did not fire west that night."',
    ['denial | army deny | Our guns did not fire west that night'],
  ],
  [
    'denial',
    'The Pakistani army said it killed seven men, rejecting charges by survivors that its men had fled.',
    ['denial | Military Forces of Pakistan deny | rejecting charges by survivors that its men had fled'],
  ],
  [
    'denial',
    'The Malian army said the statement of JNIM about dozens of dead soldiers was wishful thinking.',
    [
      'denial | Military Forces of Mali deny | the statement of JNIM about dozens of dead soldiers was wishful thinking',
    ],
  ],
  [
    'denial',
    'The Rwandan government said that there is no camp on its soil.',
    ['denial | Government of Rwanda deny (background) | there is no camp on its soil'],
  ],
  [
    'responsibility',
    'Baku said it was Armenia that shot first.',
    ['Military Forces of Armenia began | Government of Azerbaijan accuse | Armenia that shot first'],
  ],
  [
    'responsibility',
    'The army of Kenya said Al-Shabaab opened fire first near Lamu.',
    ['Al Shabaab began | Military Forces of Kenya accuse | Al-Shabaab opened fire first'],
  ],
  [
    'responsibility',
    'The governor of Goma said that M23 bears responsibility for the deaths of the nine farmers.',
    ['March 23 Movement | Government of the Democratic Republic of the Congo accuse | M23 bears responsibility for'],
  ],
  [
    'responsibility',
    'Kyiv said Russia was behind the blast at the dam.',
    ['Military Forces of Russia | Government of Ukraine accuse | Russia was behind the blast'],
  ],
  [
    'responsibility',
    'The Somali government said the bombing was the work of Al-Shabaab.',
    ['Al Shabaab | Government of Somalia accuse | work of Al-Shabaab'],
  ],
  [
    'responsibility',
    'No claim has been published for the blast in Quetta.',
    ['nobody | author state | No claim has been published'],
  ],
  [
    'responsibility',
    'There was no immediate claim of responsibility for the bombing in Kirkuk.',
    ['nobody | author state | no immediate claim of responsibility for the bombing in Kirkuk'],
  ],
  [
    'casualty',
    'The Pakistani army said it killed seven men, rejecting charges by survivors that its men had fled.',
    ['killed 7 –, unknown | Military Forces of Pakistan state | killed seven men'],
  ],
  ['casualty', 'The talk of 40 dead is a lie, the Ethiopian army said.', []],
  ['casualty', 'The Sudanese army denied that 30 of its soldiers had been killed.', []],
])('%s: %s', (kind, text, expected) => checkClaims(text, kind, expected));
