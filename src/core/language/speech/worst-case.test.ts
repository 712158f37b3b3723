import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from '../syntax/annotate.ts';
import { LanguageModels } from '../syntax/language-models.ts';
import type { Sentence, Token } from '../token.ts';
import { treeOf } from '../tree.ts';
import { findAttributions } from './find-speech.ts';
import { findQuotations } from './quotations.ts';
import { readSpeechLexicon } from './speech-lexicon.ts';

const file = (path: string) => new URL(`../../../../${path}`, import.meta.url);
const models = LanguageModels.from(readFileSync(file('models/language.bin')));
const lexicon = readSpeechLexicon(readFileSync(file('data/lexicons/speech-cues.tsv'), 'utf8'));

const SENTENCE = 400;
const WORD: Record<string, readonly [string, string, string]> = {
  said: ['say', 'VERB', 'VBD'],
  army: ['army', 'NOUN', 'NN'],
  that: ['that', 'SCONJ', 'IN'],
};

/** Words as the parser would hand them over at its worst: long sentences of one paragraph, all words on the first. */
function laidOut(words: readonly string[], label: string): { tokens: Token[]; sentences: Sentence[] } {
  const tokens = words.map((text, index): Token => {
    const [lemma, upos, xpos] = WORD[text] ?? [text, 'PUNCT', text];
    const sentence = Math.floor(index / SENTENCE);
    const start = 2 * index;
    return { index, sentence, start, end: start + 1, text, lemma, upos, xpos, head: sentence * SENTENCE, label };
  });
  const sentences = Array.from({ length: Math.ceil(words.length / SENTENCE) }, (_, index): Sentence => {
    const tokenStart = index * SENTENCE;
    const tokenEnd = Math.min(tokenStart + SENTENCE, words.length);
    return { index, tokenStart, tokenEnd, start: 2 * tokenStart, end: 2 * tokenEnd, paragraph: 0, kind: 'body' };
  });
  return { tokens, sentences };
}

test.each<[string, string[], number]>([
  ['opening marks', ['“'], 0],
  ['straight marks', ['"'], 50_000],
  ['words of saying', ['said'], 0],
  ['open quotations with words of saying', ['“', 'army', 'said', 'that'], 1],
  ['closed quotations with words of saying', ['“', 'army', '”', 'said', 'army'], 20_000],
  ['colons', ['army', ':'], 0],
  ['announced lists', ['-', 'army', 'said', ':'], 0],
])('100,000 tokens of %s take linear time', (_, words, quotations) => {
  const all = Array.from({ length: 100_000 }, (_, i) => words[i % words.length]);
  for (const label of ['ccomp', 'nsubj']) {
    const { tokens, sentences } = laidOut(all, label);
    expect(findQuotations(tokens, sentences).ranges.length).toBe(quotations);
    for (const { content } of findAttributions(treeOf(tokens), sentences, lexicon))
      for (const { start, end } of content) expect(start).toBeLessThan(end);
  }
});

test('spans of speeches lie in the text, whatever it is', () => {
  const words = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    "''",
    '‘',
    '«',
    'said',
    'He',
    'the army',
    ':',
    '.',
    ',',
    '\n\n',
    '1.',
    '–',
    '\ud800',
    'that',
    'according to',
    'claims',
    'not',
    '12 died',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), parts => {
      const { tokens, sentences } = annotate(parts.join(' '), models);
      for (const speech of findAttributions(treeOf(tokens), sentences, lexicon)) {
        const ranges = [...speech.content, ...(speech.sourceRange === null ? [] : [speech.sourceRange])];
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(tokens.length);
        }
      }
    }),
    { seed: 5, numRuns: 300 },
  );
});
