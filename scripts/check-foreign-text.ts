// Looks for sentences of other people's corpora in the repository. They stand in ../shared/corpora where we develop, are too
// large for a test, and their licences do not let their text into the product. `npm run foreign-text`.
import { createReadStream, existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sharedRuns, shingles } from '../test/architecture/shingles.ts';
import { ROOT, repositoryFiles } from '../test/architecture/source-file.ts';

/** Longer than for one text: among millions of sentences short runs meet by chance, and names of bodies have ten words. */
const RUN = 12;

const corpora = join(ROOT, '../shared/corpora');
if (!existsSync(corpora)) {
  console.log('No ../shared/corpora beside this checkout: nothing to compare with.');
  process.exit(0);
}

const ours = repositoryRuns();
const found = new Set<string>();
// Rows of UCDP GED may be shipped (CC BY 4.0); the names of its columns stand in our exporter and its tests.
const texts = globSync('**/*.{jsonl,csv}', { cwd: corpora }).filter(path => !path.startsWith('export-conformance'));
for (const path of texts) {
  for await (const line of createInterface({ input: createReadStream(join(corpora, path)) })) {
    for (const run of sharedRuns(line, ours.runs, RUN)) found.add(run);
  }
}
for (const { path, text } of ours.files) {
  for (const run of sharedRuns(text, found, RUN)) console.error(`${path}: ${run}`);
}
console.log(found.size === 0 ? 'No sentence of the corpora stands in the repository.' : `${found.size} runs repeated.`);
process.exitCode = found.size === 0 ? 0 : 1;

/** Our prose and code. Tables of places are left out: they come from the same open gazetteers as some corpora. */
function repositoryRuns() {
  const files = repositoryFiles().filter(
    ({ path }) => /\.(ts|md|txt|tsv|json|ledger)$/.test(path) && !/^(data\/places\/|package-lock)/.test(path),
  );
  return { files, runs: new Set(files.flatMap(({ text }) => [...shingles(text, RUN)])) };
}
