import { expect, test } from 'vitest';
import type { Entity, TreeSentence } from './corpora.ts';
import { splitHyphens, treeNames } from './name-corpora.ts';

/** A sentence of `form/XPOS/head` (heads count from 1, 0 the root) with marked mentions `i j type`. */
function tree(line: string, ...mentions: string[]): TreeSentence {
  const words = line.split(' ').map(word => word.split('/'));
  const entities: Entity[] = mentions.map(mention => {
    const [i, j, type] = mention.split(' ');
    return { i: Number(i), j: Number(j), type };
  });
  const forms = words.map(([form]) => form);
  return {
    ...{ doc: 'd', text: '', forms, lemmas: forms, labels: forms, upos: words.map(() => 'X') },
    xpos: words.map(([, xpos]) => xpos),
    heads: words.map(([, , head]) => Number(head) - 1),
    entities,
  };
}

test.each<[string, TreeSentence, string]>([
  ['a title apart from the name', tree('Senator/NNP/2 Orla/NNP/3 left/VBD/0', '0 2 person'), 'B-TITLE B-PER O'],
  ['an office alone is no name', tree('the/DT/2 President/NNP/3 left/VBD/0', '0 2 person'), 'O O O'],
  ['a people', tree('Ruritanians/NNPS/2 left/VBD/0', '0 1 person'), 'B-NORP O'],
  [
    'a name with what follows by of, not what follows after a comma',
    tree(
      'the/DT/2 Bank/NNP/0 of/IN/5 the/DT/5 North/NNP/2 ,/,/7 Zenda/NNP/2',
      '0 7 organization',
      '3 5 place',
      '6 7 place',
    ),
    'O B-ORG I-ORG I-ORG I-ORG O B-LOC',
  ],
  [
    'a mention whose head is a common noun',
    tree('two/CD/3 Zenda/NNP/3 men/NNS/0', '0 3 person', '1 2 place'),
    'O B-LOC O',
  ],
  ['another class', tree('Windows/NNP/2 fell/VBD/0', '0 1 object'), 'O O'],
])('%s', (_, sentence, labels) => {
  expect(treeNames(sentence)?.join(' ')).toBe(labels);
});

test('a treebank without mentions says nothing of names', () => {
  expect(treeNames({ ...tree('a/DT/0'), entities: null })).toBe(null);
});

test('hyphens stand apart, and what follows them in a name is inside of it', () => {
  expect(splitHyphens({ forms: ['al-Zenda', 'U.S.-led', '-', 'x'], labels: ['B-ORG', 'O', 'O', 'O'] })).toEqual({
    forms: ['al', '-', 'Zenda', 'U.S.', '-', 'led', '-', 'x'],
    labels: ['B-ORG', 'I-ORG', 'I-ORG', 'O', 'O', 'O', 'O', 'O'],
  });
});
