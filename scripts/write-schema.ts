// Writes what is generated from the model and the codebook: docs/reference/record.schema.json, the JSON Schema of the public
// record, and the table of event types in docs/codebook.md. `npm run schema` writes, `npm run schema -- --check` only says
// whether they are up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCodebook } from '../src/node/resources/load.ts';
import { CODEBOOK_PAGE, codebookPageText } from './codebook-page.ts';
import { recordSchemaText, SCHEMA_PATH } from './record-schema.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const { eventTypes } = loadCodebook();

const generated: readonly { readonly path: string; readonly text: (now: string) => string }[] = [
  { path: SCHEMA_PATH, text: recordSchemaText },
  { path: CODEBOOK_PAGE, text: page => codebookPageText(page, eventTypes.values()) },
];

for (const { path, text } of generated) {
  const file = join(import.meta.dirname, '..', path);
  const now = readFileSync(file, 'utf8');
  const wanted = text(now);
  if (now === wanted) console.log(`${path} is up to date.`);
  else if (values.check) {
    console.error(`${path} differs from what it is made from: run \`npm run schema\` and commit it.`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, wanted);
    console.log(`Wrote ${path}.`);
  }
}
