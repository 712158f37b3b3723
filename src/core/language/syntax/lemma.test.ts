import { expect, test } from 'vitest';
import { lemmatize } from './lemma.ts';

const exceptions = new Map([
  ['shot|VBD', 'shoot'],
  ['men|NNS', 'man'],
  ["n't|RB", 'not'],
]);

test.each<[string, string, string, string]>([
  ['soldiers', 'NOUN', 'NNS', 'soldier'],
  ['bodies', 'NOUN', 'NNS', 'body'],
  ['clashes', 'NOUN', 'NNS', 'clash'],
  ['killed', 'VERB', 'VBN', 'kill'],
  ['Killed', 'VERB', 'VBD', 'kill'],
  ['injured', 'VERB', 'VBN', 'injure'],
  ['moved', 'VERB', 'VBD', 'move'],
  ['denied', 'VERB', 'VBD', 'deny'],
  ['planned', 'VERB', 'VBD', 'plan'],
  ['seized', 'VERB', 'VBD', 'seize'],
  ['shelling', 'VERB', 'VBG', 'shell'],
  ['captured', 'VERB', 'VBN', 'capture'],
  ['attacking', 'VERB', 'VBG', 'attack'],
  ['shot', 'VERB', 'VBD', 'shoot'],
  ['men', 'NOUN', 'NNS', 'man'],
  ["n't", 'PART', 'RB', 'not'],
  ['Kabul', 'PROPN', 'NNP', 'Kabul'],
  ['Rangers', 'PROPN', 'NNPS', 'Ranger'],
  ['heavier', 'ADJ', 'JJR', 'heavy'],
  ['deadliest', 'ADJ', 'JJS', 'deadly'],
])('%s as %s %s is %s', (form, upos, xpos, lemma) => {
  expect(lemmatize(form, upos, xpos, exceptions)).toBe(lemma);
});
