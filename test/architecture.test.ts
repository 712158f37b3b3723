import { describe, expect, test } from 'vitest';
import { HYGIENE_RULES } from './architecture/hygiene-rules.ts';
import { IMPORT_RULES } from './architecture/import-rules.ts';
import { LANGUAGE_RULES } from './architecture/language-rules.ts';
import { PURITY_RULES } from './architecture/purity-rules.ts';
import { findings } from './architecture/rule.ts';
import { FILE_LINES_NORM, lineCount, SHAPE_RULES } from './architecture/shape-rules.ts';
import { isCode, repositoryFiles, type SourceFile } from './architecture/source-file.ts';

const FILES = repositoryFiles();
const RULES = [...IMPORT_RULES, ...PURITY_RULES, ...SHAPE_RULES, ...LANGUAGE_RULES, ...HYGIENE_RULES];

describe.each(RULES)('$name', rule => {
  test('holds', () => {
    expect(findings(rule, FILES)).toEqual([]);
  });

  test.each(rule.bad.map(titled))('finds fault with $title', ({ file }) => {
    expect(findings(rule, [file])).not.toEqual([]);
  });

  test.each(rule.good.map(titled))('finds no fault with $title', ({ file }) => {
    expect(findings(rule, [file])).toEqual([]);
  });
});

test(`nine in ten files of code have at most ${FILE_LINES_NORM} lines`, () => {
  const sizes = FILES.filter(({ path }) => isCode(path)).map(({ text }) => lineCount(text));
  expect(sizes.length).toBeGreaterThan(20);
  expect(sizes.filter(lines => lines > FILE_LINES_NORM).length).toBeLessThanOrEqual(sizes.length / 10);
});

function titled(file: SourceFile): { readonly file: SourceFile; readonly title: string } {
  const [firstLine = ''] = file.text.split('\n');
  return { file, title: `${file.path}: ${firstLine.slice(0, 80)}` };
}
