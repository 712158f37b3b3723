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
    'Two gunmen suspected to be members of Abu Sayyaf shot a policeman.',
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
  ['casualty', 'The talk of 40 dead is a lie, the Ethiopian army said.', []],
  ['casualty', 'The Sudanese army denied that 30 of its soldiers had been killed.', []],
])('%s: %s', (kind, text, expected) => checkClaims(text, kind, expected));
