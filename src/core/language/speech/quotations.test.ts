import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { annotate } from '../syntax/annotate.ts';
import { LanguageModels } from '../syntax/language-models.ts';
import { findQuotations } from './quotations.ts';

const models = LanguageModels.from(readFileSync(new URL('../../../../models/language.bin', import.meta.url)));

/** Compares the quotations of a text in its own words; "+" marks one that goes on from the paragraph before. */
function check(text: string, expected: readonly string[]): void {
  const { tokens, sentences } = annotate(text, models);
  const found = findQuotations(tokens, sentences).ranges.map(({ start, end, goesOn }) => {
    return `${goesOn ? '+ ' : ''}${text.slice(tokens[start].start, tokens[end - 1].end)}`;
  });
  expect(found, text).toEqual(expected);
}

test.each<[string, string[]]>([
  ['He said "we lost the post" and left.', ['"we lost the post"']],
  ['“They came by night. We fled,” he said.', ['“They came by night. We fled,”']],
  ["''They came by night,'' he said.", ["''They came by night,''"]],
  ['He said «we lost the post» twice, «in one day».', ['«we lost the post»', '«in one day»']],
  ['“The mayor said ‘go home’ and we went.”', ['“The mayor said ‘go home’ and we went.”']],
  ["'Go home,' the mayor said.", ["'Go home,'"]],
  ["The soldiers' homes burnt, and the army's trucks too.", []],
  ['He said “we lost the post. Nobody came.', ['“we lost the post.']],
  ['“It was dark.\n\n“Then they came,” he said.', ['“It was dark.', '+ “Then they came,”']],
  ['“ “ “ “', []],
])('quotations of %j', (text, expected) => check(text, expected));
