import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { annotate } from '../syntax/annotate.ts';
import { LanguageModels } from '../syntax/language-models.ts';
import { treeOf } from '../tree.ts';
import { factualityOf, readFactualityModel } from './factuality-model.ts';

const file = (path: string) => new URL(`../../../../${path}`, import.meta.url);
const models = LanguageModels.from(readFileSync(file('models/language.bin')));
const model = readFactualityModel(readFileSync(file('models/factuality.bin')));

/** How sure a sentence sounds that what its marked *word* tells happened: `sure`, `open` or `denied`. */
function sounds(marked: string): string {
  const start = marked.indexOf('*');
  const text = marked.replaceAll('*', '');
  const { tokens, sentences } = annotate(text, models);
  const token = tokens.find(one => one.start === start);
  if (token === undefined) throw new Error(`no word begins at the mark of ${marked}`);
  const value = factualityOf(treeOf(tokens), sentences[token.sentence], token.index, model);
  expect(Math.abs(value), marked).toBeLessThanOrEqual(3);
  return value < 0 ? 'denied' : value < 2.2 ? 'open' : 'sure';
}

test.each<[string, string]>([
  ['Rebels *attacked* the post on Monday.', 'sure'],
  ['The army said that nine men *died* in the raid.', 'sure'],
  ['The army will *withdraw* from the town on Friday.', 'sure'],
  ['The rebels could *attack* the town.', 'open'],
  ['If the rebels *attack* the town, we will flee.', 'open'],
  ['The rebels may have *attacked* the town.', 'open'],
  ['They want to *attack* the town.', 'open'],
  ['The rebels did not *attack* the town.', 'denied'],
  ['Nobody *died* in the raid.', 'denied'],
  ['They failed to *take* the town.', 'denied'],
  ['They left without *firing* a shot.', 'denied'],
  ['The minister refused to *comment*.', 'denied'],
  ['Not only *fled* the mayor, but his men too.', 'sure'],
  ['The army had no plan to *attack*.', 'denied'],
])('%s sounds %s', (marked, expected) => expect(sounds(marked)).toBe(expected));
