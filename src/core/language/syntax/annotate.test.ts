import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from './annotate.ts';
import { LanguageModels } from './language-models.ts';

const models = LanguageModels.from(readFileSync(join(import.meta.dirname, '../../../../models/language.bin')));

/** Each token as `form/lemma/UPOS label>governor`. */
function syntax(text: string): string[] {
  const { tokens } = annotate(text, models);
  return tokens.map(
    ({ text: form, lemma, upos, label, head }) => `${form}/${lemma}/${upos} ${label}>${tokens[head].text}`,
  );
}

test('a passive with its agent', () => {
  expect(syntax('Twelve soldiers were killed by rebels.')).toEqual([
    'Twelve/twelve/NUM nummod>soldiers',
    'soldiers/soldier/NOUN nsubj:pass>killed',
    'were/be/AUX aux:pass>killed',
    'killed/kill/VERB root>killed',
    'by/by/ADP case>rebels',
    'rebels/rebel/NOUN obl:agent>killed',
    '././PUNCT punct>killed',
  ]);
});

test('heads and sentences count in the whole document', () => {
  const { tokens, sentences } = annotate('The army denied it. Rebels attacked the base.', models);
  expect(sentences.map(({ tokenStart, tokenEnd, kind }) => [tokenStart, tokenEnd, kind])).toEqual([
    [0, 5, 'body'],
    [5, 10, 'body'],
  ]);
  expect(tokens.map(({ head }) => head)).toEqual([1, 2, 2, 2, 2, 6, 6, 8, 6, 6]);
});

test('any text gives tokens that quote it, one root a sentence and heads within it', () => {
  const words = fc.constantFrom('killed', 'The', 'army', '12', '.', '"', ',', 'in', 'Kabul', '\n', '\n\n', 'said', '—');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(words).map(list => list.join(' ')),
      ),
      text => {
        const { tokens, sentences } = annotate(text, models);
        expect(sentences.at(-1)?.tokenEnd ?? 0).toBe(tokens.length);
        for (const { index, tokenStart, tokenEnd } of sentences) {
          const own = tokens.slice(tokenStart, tokenEnd);
          expect(own.filter(({ index: at, head }) => at === head).length).toBe(1);
          for (const token of own) {
            expect(token.text).toBe(text.slice(token.start, token.end));
            expect(token.sentence).toBe(index);
            expect(token.head >= tokenStart && token.head < tokenEnd).toBe(true);
          }
        }
      },
    ),
    { seed: 11, numRuns: 200 },
  );
});
