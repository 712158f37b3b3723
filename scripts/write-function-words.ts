// Writes src/core/ingest/function-words.ts from data/language/function-words.tsv; a test holds the two together.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionWordsModule, MODULE_PATH } from './function-words.ts';

writeFileSync(join(import.meta.dirname, '..', MODULE_PATH), functionWordsModule());
console.log(`Wrote ${MODULE_PATH}.`);
