import { expect, test } from 'vitest';
import type { TreeSentence } from './corpora.ts';
import { headlineOf } from './headlines.ts';

/** A sentence of `form/head/label`, heads from 1, 0 the root. */
function tree(line: string): TreeSentence {
  const words = line.split(' ').map(word => word.split('/'));
  const forms = words.map(([form]) => form);
  const same = { doc: 'd', text: '', forms, lemmas: forms, upos: forms, xpos: forms, entities: null };
  return { ...same, heads: words.map(([, head]) => Number(head) - 1), labels: words.map(([, , label]) => label) };
}

function headline(line: string, index: number): string | undefined {
  const found = headlineOf(tree(line), index);
  return found?.forms.map((form, i) => `${form}/${found.heads[i] + 1}/${found.labels[i]}`).join(' ');
}

const passive =
  'The/2/det men/4/nsubj:pass were/4/aux:pass held/0/root in/7/case the/7/det north/4/obl ././4/punct'.replace(
    '././4',
    './4',
  );

test('articles, forms of be and the full stop go, heads follow', () => {
  expect(headline(passive, 1)).toBe('Men/2/nsubj:pass held/0/root in/4/case north/2/obl');
  expect(headline(passive, 0)).toBe('Men/2/nsubj:pass Held/0/root in/4/case North/2/obl');
});

test('a sentence that stays as it is gives no headline', () => {
  expect(headline('Rebels/2/nsubj seize/0/root town/2/obj', 1)).toBe(undefined);
});
