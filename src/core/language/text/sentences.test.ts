import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';
import { readTokenRules } from './token-rules.ts';
import { tokenize } from './tokens.ts';

const file = join(import.meta.dirname, '../../../../data/language/tokens.tsv');
const rules = readTokenRules(readFileSync(file, 'utf8').split('\n'));

/** Sentences as `paragraph:text`. */
function sentences(text: string): string[] {
  const found = splitSentences(text, tokenize(text, rules), rules);
  return found.map(({ start, end, paragraph }) => `${paragraph}:${text.slice(start, end)}`);
}

const cases: readonly [string, readonly string[]][] = [
  ['Two died. Six were hurt.', ['0:Two died.', '0:Six were hurt.']],
  ['Gen. A. K. Rahimi met Col. Noor. They spoke.', ['0:Gen. A. K. Rahimi met Col. Noor.', '0:They spoke.']],
  ['It left the U.S. The army stayed.', ['0:It left the U.S.', '0:The army stayed.']],
  ['The U.S. Army left on Oct. 3 with No. 7 Squadron.', ['0:The U.S. Army left on Oct. 3 with No. 7 Squadron.']],
  ['“We will fight.” The crowd left.', ['0:“We will fight.”', '0:The crowd left.']],
  ['“Who fired?” he asked. "Not us," she said.', ['0:“Who fired?” he asked.', '0:"Not us," she said.']],
  ['(Two died.) "Go!" He ran', ['0:(Two died.)', '0:"Go!"', '0:He ran']],
  [
    'KABUL, Oct 3 (AFP) — A bomb went off. It hurt nobody.',
    ['0:KABUL, Oct 3 (AFP) — A bomb went off.', '0:It hurt nobody.'],
  ],
  ['Blast kills nine\n\nA blast killed nine.', ['0:Blast kills nine', '1:A blast killed nine.']],
  [
    'Blast kills nine\nA blast killed nine men on the road to the old border town late on Monday, police said.',
    ['0:Blast kills nine', '1:A blast killed nine men on the road to the old border town late on Monday, police said.'],
  ],
  [
    'The convoy was on the road between the two towns\nwhen a bomb went off under the second lorry, said the\narmy. Nobody died.',
    [
      '0:The convoy was on the road between the two towns\nwhen a bomb went off under the second lorry, said the\narmy.',
      '0:Nobody died.',
    ],
  ],
  ['Losses:\n- two tanks\n- one jet', ['0:Losses:', '0:- two tanks', '0:- one jet']],
  ['1. Two died.\n2. Six fled.', ['0:1. Two died.', '0:2. Six fled.']],
  ['two died. six fled.', ['0:two died.', '0:six fled.']],
  ['Nine died.[4] [11] Six fled.The rest hid.', ['0:Nine died.[4] [11]', '0:Six fled.', '0:The rest hid.']],
  ['He waited... and left. Then rain.', ['0:He waited... and left.', '0:Then rain.']],
  ['', []],
  [' \n ', []],
];

test.each(cases)('%j', (text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test('a sentence of more than 200 tokens is cut at a comma and says so', () => {
  const text = `${'one two three, '.repeat(75)}end.`;
  const found = splitSentences(text, tokenize(text, rules), rules);
  expect(found.map(({ tokenStart, tokenEnd, cut }) => [tokenStart, tokenEnd, cut])).toEqual([
    [0, 200, true],
    [200, 302, false],
  ]);
});
