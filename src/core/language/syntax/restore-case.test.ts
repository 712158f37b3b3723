import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LanguageModels } from './language-models.ts';
import { isInCapitals, restoreCase } from './restore-case.ts';

const models = LanguageModels.from(readFileSync(join(import.meta.dirname, '../../../../models/language.bin')));

const telex =
  'THE ARMY SAID YESTERDAY THAT MEMBERS OF THE FARABUNDO MARTI NATIONAL LIBERATION FRONT [FMLN] ATTACKED A BRIDGE NEAR SAN MIGUEL. COLONEL ERNESTO VIDAL TOLD REPORTERS THAT TWO SOLDIERS WERE WOUNDED. THE GUERRILLAS THEN LEFT FOR THE HILLS, WHERE THE ARMY IS STILL LOOKING FOR THEM.';

test('names get a capital, acronyms in brackets all of them, and other words none', () => {
  const text = restoreCase(telex, models);
  expect(text).toHaveLength(telex.length);
  expect(text.toUpperCase()).toBe(telex);
  for (const words of [
    'San Miguel',
    'Ernesto Vidal',
    '[FMLN]',
    'Farabundo Marti',
    'attacked a bridge near',
    'The army said',
  ])
    expect(text).toContain(words);
});

test('a text that would change its length stays as it is', () => {
  expect(restoreCase('İZMİR', models)).toBe('İZMİR');
});

test.each([
  [telex, true],
  ['THE ARMY', false],
  [`${telex} ${telex.toLowerCase()}`, false],
  ['', false],
])('%j is in capitals: %s', (text, expected) => {
  expect(isInCapitals(text)).toBe(expected);
});
