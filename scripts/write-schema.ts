// Writes docs/reference/record.schema.json, the JSON Schema of the public record, from the types of the model.
// `npm run schema` writes it, `npm run schema -- --check` only says whether it is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { recordSchemaText, SCHEMA_PATH } from './record-schema.ts';

const path = join(import.meta.dirname, '..', SCHEMA_PATH);
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

if (!values.check) {
  writeFileSync(path, recordSchemaText());
  console.log(`Wrote ${SCHEMA_PATH}.`);
} else if (readFileSync(path, 'utf8') === recordSchemaText()) {
  console.log(`${SCHEMA_PATH} is up to date.`);
} else {
  console.error(`${SCHEMA_PATH} differs from the model: run \`npm run schema\` and commit it.`);
  process.exitCode = 1;
}
