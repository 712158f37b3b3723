import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annotate } from './annotate.ts';
import { LanguageModels } from './language-models.ts';

const models = LanguageModels.from(readFileSync(join(import.meta.dirname, '../../../../models/language.bin')));

// What would take quadratic time here does not end within the limit of these tests.

const cases: readonly [string, string][] = [
  ['a megabyte of one letter', 'a'.repeat(1_000_000)],
  ['a megabyte of one full stop', '.'.repeat(1_000_000)],
  ['a megabyte of line ends', '\n'.repeat(1_000_000)],
  ['a megabyte of zero-width spaces', '\u200b'.repeat(1_000_000)],
  ['100,000 opening quotes', '“'.repeat(100_000)],
  ['4,000 opening brackets, apart', '( '.repeat(4_000)],
  ['a sentence of 50,000 words', 'the army said that '.repeat(12_500)],
  ['20,000 lone surrogates', '\ud800 '.repeat(20_000)],
  ['right-to-left text', 'قال الجيش إن '.repeat(2_000)],
  ['HTML left-overs', '<p class="x">Nine&nbsp;men</p><br/>'.repeat(500)],
];

test.each(cases)(
  '%s',
  (_, text) => {
    const { tokens, sentences } = annotate(text, models, { mode: 'fast' });
    expect(sentences.at(-1)?.tokenEnd ?? 0).toBe(tokens.length);
    for (const { start, end, text: form } of tokens) if (form.length < 100) expect(text.slice(start, end)).toBe(form);
  },
  120_000,
);
