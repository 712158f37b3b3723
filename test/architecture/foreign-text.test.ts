import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sharedRuns, shingles } from './shingles.ts';
import { ROOT, repositoryFiles } from './source-file.ts';

/** Runs of so many words that two people do not write them by chance. */
const RUN = 6;

// The report that the product was asked for is somebody else's text. It stands beside the checkout where we develop.
const seeds = globSync('../shared/seed/*.txt', { cwd: ROOT }).map(path => join(ROOT, path));

test('no file repeats the text of the seed report', () => {
  const runs = new Set(seeds.flatMap(path => [...shingles(readFileSync(path, 'utf8'), RUN)]));
  expect(runs.size > 0).toBe(existsSync(join(ROOT, '../shared/seed')));
  const prose = repositoryFiles().filter(({ path }) => !path.startsWith('data/places/'));
  const repeated = prose.flatMap(file => sharedRuns(file.text, runs, RUN).map(run => `${file.path}: ${run}`));
  expect(repeated).toEqual([]);
});

test('a repeated run is found whatever its punctuation', () => {
  const runs = shingles('The old mill, they said, stood empty for years.', RUN);
  expect(sharedRuns('# "the old MILL they said stood empty"', runs, RUN)).toEqual([
    'the old mill they said stood',
    'old mill they said stood empty',
  ]);
  expect(sharedRuns('The old mill, they said, was empty.', runs, RUN)).toEqual([]);
});
