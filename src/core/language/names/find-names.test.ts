import { expect, test } from 'vitest';
import type { Sentence, Token } from '../token.ts';
import { findNames } from './find-names.ts';

/** Sentences of `word/LABEL` or `word`; a word with a capital is tagged as a name. */
function names(...lines: string[]): string[] {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const labels: string[] = [];
  let offset = 0;
  lines.forEach((line, sentence) => {
    const tokenStart = tokens.length;
    const start = offset;
    for (const word of line.split(' ')) {
      const [text, label = 'O'] = word.split('/');
      const upos = /^\p{Lu}/u.test(text) ? 'PROPN' : 'NOUN';
      const place = { start: offset, end: offset + text.length, index: tokens.length, sentence };
      tokens.push({ ...place, text, lemma: text, upos, xpos: 'NN', head: tokenStart, label: 'dep' });
      labels.push(label);
      offset += text.length + 1;
    }
    const span = { start, end: offset - 1 };
    sentences.push({ index: sentence, ...span, tokenStart, tokenEnd: tokens.length, paragraph: 0, kind: 'body' });
  });
  return findNames(tokens, sentences, labels).map(({ tokenStart, tokenEnd, titleStart, kind, basis, span }) => {
    const words = tokens.slice(tokenStart, tokenEnd).map(({ text }) => text);
    expect(span).toEqual({ start: tokens[tokenStart].start, end: tokens[tokenEnd - 1].end });
    const title = tokens.slice(titleStart, tokenStart).map(({ text }) => text);
    return `${kind} ${title.length > 0 ? `[${title.join(' ')}] ` : ''}${words.join(' ')} ${basis}`;
  });
}

test('names as the labels spell them, a title with the person after it', () => {
  expect(names('Brig./B-TITLE Gen./I-TITLE Omar/B-PER Khel/I-PER left Zarghun/B-LOC')).toEqual([
    'PER [Brig. Gen.] Omar Khel model',
    'LOC Zarghun model',
  ]);
});

test('a title without a name is no name; a stray inner label begins one', () => {
  expect(names('the President/B-TITLE met Omar/I-PER and Red/B-ORG Banner/I-ORG Front/B-ORG')).toEqual([
    'PER Omar model',
    'ORG Red Banner model',
    'ORG Front model',
  ]);
});

test('what a name is called most of the time it is everywhere', () => {
  expect(names('Sarband/B-ORG fired', 'Sarband/B-ORG denied', 'Sarband/B-ORG left', 'Sarband/B-LOC said')).toEqual([
    ...['ORG Sarband model', 'ORG Sarband model', 'ORG Sarband model', 'ORG Sarband document'],
  ]);
});

test('one voice against one decides nothing', () => {
  expect(names('Sarband/B-ORG fired', 'in Sarband/B-LOC today')).toEqual(['ORG Sarband model', 'LOC Sarband model']);
});

test('a name that the tagger found once is found again, but not inside of a longer name', () => {
  expect(names('Red/B-ORG Front/I-ORG fired', 'the Red Front left', 'the Red Front Tower fell')).toEqual([
    'ORG Red Front model',
    'ORG Red Front document',
  ]);
});

test('no names', () => {
  expect(names('two men left')).toEqual([]);
});
