import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PARSERS, REFINERS } from './grammar.ts';
import { RULE_PARAGRAPHS } from './rule-paragraphs.ts';

const NAMES = [...PARSERS, ...REFINERS].map(({ name }) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`));

/** Comments that wrap a line may break a citation in two. */
function citedBy(rule: string): readonly string[] {
  const stem = rule === 'share-scope' ? 'period' : rule;
  const path = ['parsers', 'refiners'].map(folder => join(import.meta.dirname, folder, `${stem}.ts`)).find(existsSync);
  const text = path === undefined ? '' : readFileSync(path, 'utf8').replace(/\s+\*?\s*/g, ' ');
  return [...text.matchAll(/codebook §(\d+(?:\.\d+)?)/g)].flatMap(([, paragraph]) => paragraph ?? []);
}

describe('the paragraphs of the rules', () => {
  it('are told for rules of the grammar, and for nearly all of them', () => {
    const told = Object.keys(RULE_PARAGRAPHS);
    expect(told.filter(name => !NAMES.includes(name))).toEqual([]);
    expect(told.length).toBeGreaterThan(0.8 * new Set(NAMES).size);
  });

  it.each(Object.entries(RULE_PARAGRAPHS))('%s follows §%s, as its file says', (rule, paragraphs) => {
    for (const paragraph of paragraphs) expect(citedBy(rule).some(cited => cited.startsWith(paragraph))).toBe(true);
  });
});
