import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codeText } from '../../../../test/coding-table.ts';
import { loadKindLexicon, loadPoliceWords, loadResources } from '../../../node/resources/load.ts';
import { readTable } from '../../base/table.ts';
import { annotate } from '../../language/syntax/annotate.ts';
import type { Token } from '../../language/token.ts';
import { briefKinds } from './brief-kinds.ts';
import { readKindLexicon } from './kind-lexicon.ts';
import { kindsOf } from './kinds-of.ts';
import { policeActions } from './police-actions.ts';

const { models, numbers } = loadResources();
const kinds = loadKindLexicon();
const policeWords = loadPoliceWords();
const tokensOf = (text: string): readonly Token[] => annotate(text, models, { numbers }).tokens;

describe('what a snippet is about', () => {
  const snippets = readTable(readFileSync(new URL('../../../../test/kinds/snippets.tsv', import.meta.url), 'utf8'));

  test('every kind has snippets, and nine in ten are read right', () => {
    const read = snippets.map(({ kind = '', text = '' }) => ({ kind, found: kindsOf(tokensOf(text), kinds)[0]?.kind }));
    expect(new Set(read.map(({ kind }) => kind))).toEqual(new Set(kinds.kinds.keys()));
    const right = read.filter(({ kind, found }) => kind === found).length;
    expect(right / read.length).toBeGreaterThan(0.9);
  });

  test('a text without a word for anything is of no kind', () => {
    expect(kindsOf(tokensOf('The apples of Norland are red this year.'), kinds)).toEqual([]);
  });

  test('a rule that names an unknown class is refused', () => {
    const table = (columns: string, row: string) => `${columns}\n${row}\n`;
    expect(() =>
      readKindLexicon(
        table('id\tacled_sub_event\tdefinition', 'riot\t\t'),
        table('kind\tweight\tall\tnone', 'riot\t2\tcrowd\t'),
        table('class\twords', 'mob\tmob'),
      ),
    ).toThrow('riot crowd');
  });
});

// Constructed briefs: which kinds of incident they tell of.
test.each([
  [
    'Two policemen were killed when a roadside bomb exploded near Talmar on May 3, reports The Norland Times.',
    'bombing',
  ],
  ['Unidentified assailants shot dead a trader in Sarel market on May 3. He died on the spot.', 'armed-assault'],
  ['Militants lobbed a hand grenade at a police post in Orvan on May 3.', 'bombing'],
  ['Armed men abducted two engineers from Belun on May 3. The kidnapped men were working on a dam.', 'kidnapping'],
  ['Cadres of the Eastern Front set ablaze four tractors of a road company at Tavo on May 3.', 'other'],
  [
    'Militants detonated a bomb under a bus in Orvan and then opened fire; troops retaliated, and the exchange of fire ' +
      'went on for an hour. Two gunmen were gunned down.',
    'armed-assault bombing',
  ],
])('%s', (text, expected) => {
  expect(briefKinds(tokensOf(text), codeText(text).claims, kinds).join(' ')).toBe(expected);
});

// Constructed sentences: what police did.
test.each([
  ['Police arrested nine men after the clash at the mill.', 'any arrest'],
  ['Nobody was arrested at the mill.', ''],
  ['The union demanded the arrest of the mill owner.', ''],
  ['Two people died when police fired to disperse the crowd.', 'any force kill'],
  ['Officers burst teargas shells near the bridge.', 'any force'],
  ['The shops burned while the police looked the other way.', 'any fail'],
  ['The company failed to pay its workers.', ''],
  ['A night patrol was sent to the old town.', 'any'],
  ['The mill closed at noon.', ''],
])('%s', (text, expected) => {
  expect([...policeActions(tokensOf(text), policeWords)].sort().join(' ')).toBe(expected);
});
