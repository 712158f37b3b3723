import { test } from 'vitest';
import { checkActors } from '../../../../test/check-actors.ts';

/** Texts in which nobody acts: places, adjectives, common words that look like acronyms. */
const CASES: readonly (readonly [string])[] = [
  ['The US dollar fell against the Russian rouble in Moscow trading.'],
  ['He was in Kabul when the war began.'],
  ['The train from Kyiv to Warsaw was late.'],
  ['Is it the model for us all, and who can aid it?'],
  ['The pro-Russian newspaper printed an anti-American poem.'],
  ['Kabul-based workshops sold Chinese-made phones.'],
  ['General elections will be held in Turkey next May.'],
  ['The state of emergency in Lima was lifted.'],
  ['The central bank kept its main rate at four per cent.'],
  ['Paris in the spring is lovely, and so is Rome.'],
  ['The Ghana Academy of Arts opened a show of old maps.'],
  ['Her sister-in-law came in from the cold.'],
];

test.each(CASES)('%s', text => {
  checkActors(text, []);
});
