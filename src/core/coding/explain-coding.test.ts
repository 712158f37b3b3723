import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCodebook, loadResources, loadResourceVersions } from '../../node/resources/load.ts';
import { openVersions } from '../../node/wire.ts';
import { readReport, splitFrontMatter } from '../ingest/index.ts';
import { analyze } from '../language/analyze.ts';
import { code, coderName } from './code.ts';
import { explainCoding } from './explain-coding.ts';

const resources = loadResources();
const codebook = loadCodebook();
const EXAMPLES = join(import.meta.dirname, '../../../examples/reports');

function docOf(document: string) {
  const { text, metadata } = splitFrontMatter(document);
  return analyze(readReport({ text, metadata }).value, resources).value;
}

describe('an explained coding', () => {
  it.each(readdirSync(EXAMPLES))('is the coding of %s', name => {
    const doc = docOf(readFileSync(join(EXAMPLES, name), 'utf8'));
    const { coding, drafts } = explainCoding(doc, codebook);
    expect(coding).toEqual(code(doc, codebook).value);
    expect(new Set(drafts.flatMap(({ claim }) => claim?.id ?? []))).toEqual(new Set(coding.claims.map(({ id }) => id)));
    for (const { claim, dropped, rule } of drafts) {
      expect((claim === null) !== (dropped === null)).toBe(true);
      if (claim !== null) expect(claim.rule).toBe(rule);
    }
  });

  it('tells who proposed, changed and dropped', () => {
    const { drafts } = explainCoding(docOf('Nine soldiers were killed near Gao, the army of Mali said.'), codebook);
    const [casualty] = drafts.filter(({ kind }) => kind === 'casualty');
    expect(casualty).toMatchObject({ proposedBy: 'casualty', rule: 'casualty/object', dropped: null });
    expect(casualty?.changes.find(({ refiner }) => refiner === 'claimant')?.fields).toContain('claimant');
    const film = 'In the film, whose actors and director won prizes, nine soldiers are killed in the last scene.';
    const unmade = explainCoding(docOf(film), codebook).drafts.filter(({ claim }) => claim === null);
    expect(unmade.map(({ dropped }) => dropped?.refiner)).toContain('other-worlds');
  });
});

describe('the name of the coder', () => {
  const { versions } = resources;
  const name = coderName(codebook, versions);

  it('changes with every model, lexicon and table', () => {
    for (const path of Object.keys(versions)) {
      expect(coderName(codebook, { ...versions, [path]: 'another' }), path).not.toBe(name);
    }
    expect(coderName({ version: 'another' }, versions)).not.toBe(name);
    expect(coderName(codebook, { ...versions })).toBe(name);
  });

  it('covers all that reading and coding load', () => {
    expect(Object.keys(versions)).toEqual(
      expect.arrayContaining(['models/language.bin', 'models/gazetteer.bin', 'data/lexicons/speech-cues.tsv']),
    );
    expect(code(docOf('Nine soldiers were killed.'), codebook).value.coder).toBe(name);
  });

  it('is known without reading the models', async () => {
    expect(loadResourceVersions()).toEqual(versions);
    expect((await openVersions()).coder).toBe(name);
  });

  it('changes with a line of the user’s own', () => {
    const own = loadResources({ ownActors: ['name\nLomu Hill Front\n'] });
    expect(coderName(codebook, own.versions)).not.toBe(name);
  });
});
