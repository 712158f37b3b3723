import { expect, test } from 'vitest';
import { codeText } from '../../../../test/coding-table.ts';

// Constructed sentences, with what became of each truce and who stands in it.
test.each<[string, string[]]>([
  ['The formal truce lapsed that October.', ['ended: –']],
  ['The militia has once more torn up the truce.', ['broken: –']],
  ['The lull that has held in the north since April may not survive.', ['holding: –']],
  ['A ceasefire mediated by Moscow came into force at 10 a.m.', ['holding: –']],
  ['The truce, brokered by Qatar, has largely held.', ['holding: –']],
  ['Neither side has signed the peace agreement.', ['proposed: –']],
  ['Talks on a ceasefire broke down on Monday.', ['proposed: –']],
  ['Hamas rejected a truce offered by the mediators.', ['rejected: Hamas']],
  ['Despite the ceasefire, Hamas shelled two villages.', ['broken: Hamas']],
  ['The truce was agreed in May. Hamas called it off on 28 November.', ['agreed: –', 'ended: Hamas']],
  ['The understanding of February 2021 is holding, the army said.', ['holding: –']],
  ['Egypt is trying to broker a truce.', ['proposed: –']],
  ['Since a 1992 truce that ended the war, soldiers patrol the line.', []],
  ['Under the truce, the rebels demanded more money.', []],
  ['There was no ceasefire in the town.', []],
  ['The government signed a trade agreement after the army left.', []],
])('%s', (text, expected) => {
  const truces = codeText(text).claims.flatMap(claim =>
    claim.kind === 'ceasefire' ? [`${claim.status}: ${claim.parties.map(({ name }) => name).join(', ') || '–'}`] : [],
  );
  expect(truces).toEqual(expected);
});
