import { describe, expect, it } from 'vitest';
import type { Token } from '../../../core/language/token.ts';
import { drawTree } from './tree-drawing.ts';

/** `words, head of each (its own place: the root), drawing` */
const trees: readonly (readonly [string, readonly number[], readonly string[]])[] = [
  ['Nine soldiers were killed', [1, 3, 3, 3], ['  ┌──╴Nine', '┌─┴╴soldiers', '├──╴were', '┴╴killed']],
  ['Fire !', [0, 0], ['┬╴Fire', '└──╴!']],
  ['Boom', [0], ['─╴Boom']],
  ['a b c d', [2, 3, 2, 2], ['┌──╴a', '│ ┌──╴b', '┼ │╴c', '└─┴╴d']],
];

describe('a tree', () => {
  it.each(trees)('%s', (words, heads, drawing) => {
    expect(drawn(words, heads)).toEqual(drawing);
  });

  it('that is none is drawn all the same', () => {
    expect(drawn('a b', [1, 0])).toHaveLength(2);
  });
});

function drawn(words: string, heads: readonly number[]): readonly string[] {
  const forms = words.split(' ');
  const tokens = forms.map((text, i): Token => {
    const head = 100 + (heads[i] ?? i);
    return {
      index: 100 + i,
      head,
      text,
      lemma: text,
      upos: 'X',
      xpos: 'X',
      label: 'dep',
      sentence: 0,
      start: 0,
      end: 1,
    };
  });
  return drawTree(tokens).map((tree, i) => `${tree}${forms[i]}`);
}
