import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annotate } from '../syntax/annotate.ts';
import { LanguageModels } from '../syntax/language-models.ts';
import { eventPlaces } from './event-place.ts';
import { findPlaces } from './find-places.ts';
import { Gazetteer } from './gazetteer.ts';

const folder = join(import.meta.dirname, '../../../../models');
const gazetteer = Gazetteer.from(readFileSync(join(folder, 'gazetteer.bin')));
const models = LanguageModels.from(readFileSync(join(folder, 'language.bin')));

/** `text, verb, words that say where it happened` */
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  ['A bomb detonated in a market in Maiduguri on Monday.', 'detonated', ['Maiduguri']],
  ['Thousands protested in Khartoum and Omdurman.', 'protested', ['Khartoum', 'Omdurman']],
  ['The minister told reporters in Paris that rebels attacked Gao.', 'attacked', ['Gao']],
  ['The army launched an offensive near Kupiansk.', 'launched', ['Kupiansk']],
  ['Iran condemned the raid.', 'condemned', []],
  ['He was captured in Honduras and is in prison.', 'captured', ['Honduras']],
];

test.each(rows)('%s (%s)', (text, verb, expected) => {
  const { tokens, sentences } = annotate(text, models);
  const at = tokens.findIndex(token => token.text === verb);
  const places = eventPlaces(
    at,
    tokens,
    sentences[tokens[at].sentence],
    findPlaces({ text, tokens, sentences }, gazetteer),
    gazetteer,
  );
  expect(
    places.map(({ naming }) => text.slice(tokens[naming.tokenStart].start, tokens[naming.tokenEnd - 1].end)),
  ).toEqual(expected);
});
