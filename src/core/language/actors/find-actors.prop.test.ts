import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDoc, shippedRegister } from '../../../../test/actor-register.ts';
import { findActors } from './find-actors.ts';

const register = shippedRegister();
const WORDS = [
  'the',
  'The',
  'army',
  'TTP',
  'Kabul',
  'said',
  'Kenyan',
  'police',
  '(RSF)',
  'of',
  'IS',
  "Mali's",
  'fighters',
  '.',
  ',',
  'Front',
  'al-',
  'its',
  '“',
  'é',
];
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map(words => words.join(' ')),
);

test('mentions are in text order, do not overlap, and their tokens hold them', () => {
  fc.assert(
    fc.property(texts, text => {
      const doc = plainDoc(text);
      let end = 0;
      for (const { span, tokenStart, tokenEnd, ref } of findActors(doc, register)) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        expect(tokenEnd).toBeGreaterThan(tokenStart);
        expect(ref.name).not.toBe('');
        if (ref.basis === 'implied') expect(ref.rule).not.toBeNull();
        end = span.end;
      }
    }),
    { seed: 1815, numRuns: 300 },
  );
});

// What would take quadratic time here does not end within the runner's limit.
test('a long text is read to its end', () => {
  const text = 'The army said the RSF and the Rangers shelled El Obeid. Its fighters and the group denied it. '.repeat(
    4000,
  );
  expect(findActors(plainDoc(text), register).length).toBeGreaterThan(10_000);
});
