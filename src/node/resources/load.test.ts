import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/cli/folder.ts';
import { CasusError } from '../../core/base/error.ts';
import { loadCodebook, loadCountryNames, loadResources, loadWordRarity } from './load.ts';

const folder = temporaryFolder({
  'models/language.bin': 'no model',
  'data/actors/states.tsv': 'country\tname\nAFG\tAfghanistan\ttoo\tmany\tfields\n',
});
afterAll(folder.remove);
const root = pathToFileURL(`${folder.path}/`);

describe('resources', () => {
  it('come from the package itself', () => {
    expect(loadCountryNames().get('AFG')).toBe('Afghanistan');
    expect(loadCodebook().eventTypes.size).toBeGreaterThan(5);
    expect(loadWordRarity()('soldiers')).toBeLessThan(loadWordRarity()('makalondi'));
  });

  it.each([
    [() => loadResources({ root }), 'resource-damaged', 'models/language.bin'],
    [() => loadCountryNames({ root }), 'resource-damaged', 'data/actors/states.tsv'],
    [() => loadCodebook({ root }), 'resource-missing', 'data/codebooks/event-types.tsv'],
    [() => loadWordRarity({ root }), 'resource-missing', 'data/language/word-rarity.tsv'],
  ] as const)('%s fails with the name of the file', (load, code, subject) => {
    expect(load).toThrow(CasusError);
    expect(load).toThrow(expect.objectContaining({ code, subject }));
  });
});
