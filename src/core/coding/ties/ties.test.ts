import { expect, test } from 'vitest';
import { loadActLexicon, loadCodebook, loadResources, loadTieModel } from '../../../node/resources/load.ts';
import { readReport } from '../../ingest/index.ts';
import { analyze } from '../../language/analyze.ts';
import { contextOf } from '../context.ts';
import { tiesIn } from './ties.ts';

const resources = loadResources();
const codebook = loadCodebook();
const acts = loadActLexicon();
const model = loadTieModel();

function ties(text: string): readonly string[] {
  const { value: doc } = analyze(readReport({ text }).value, resources);
  return tiesIn(contextOf(doc, codebook), acts, model).map(({ kind, from, to }) => {
    const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    return `${words(from)} ${kind} ${words(to)}`;
  });
}

// Constructed sentences, with the tie that each tells.
test.each([
  ['Kenyan forces conducted nine strikes against al-Shabaab fighters near Afmadow.', 'fights', 'fighters'],
  ['Coalition aircraft conducted nine strikes against ISIL fighters near Mosul.', 'fights', 'ISIL fighters'],
  ['The convoy arrived in Mopti on Monday.', 'located', 'Mopti'],
])('%s', (text, kind, to) => {
  expect(ties(text).filter(tie => tie.includes(` ${kind} `) && tie.includes(to))).not.toEqual([]);
});

test('phrases of different sentences are never tied', () => {
  const found = ties('The army bombed the camp. Norland praised the nurses.');
  expect(found.filter(tie => /army|camp/.test(tie) && /Norland|nurses/.test(tie))).toEqual([]);
});

test('a chance is a chance, and spans lie in the text', () => {
  const text = 'French soldiers supported Malian troops against jihadists in Gao, said General Diarra.';
  const { value: doc } = analyze(readReport({ text }).value, resources);
  const found = tiesIn(contextOf(doc, codebook), acts, model);
  expect(found.length).toBeGreaterThan(0);
  for (const { from, to, chance } of found) {
    expect(chance).toBeGreaterThan(0);
    expect(chance).toBeLessThanOrEqual(1);
    for (const { start, end } of [from, to]) expect(text.slice(start, end).trim()).not.toBe('');
  }
});
