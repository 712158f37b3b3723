import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable } from '../src/core/base/table.ts';

const ROOT = join(import.meta.dirname, '..');
const TABLE_PATH = 'data/language/function-words.tsv';
export const MODULE_PATH = 'src/core/ingest/function-words.ts';

/** Text of the module that carries the table of function words into the core, which reads no files. */
export function functionWordsModule(): string {
  const rows = readTable(readFileSync(join(ROOT, TABLE_PATH), 'utf8'));
  const lines = rows.map(({ language = '', words = '' }) => `  ['${language}', ${quoted(words)}],`);
  return `// Written by scripts/write-function-words.ts from ${TABLE_PATH}: change that and run it again.
// biome-ignore-all format: one language a line

/** Language code and its commonest function words, for every language in Latin letters that casus tells apart. */
export const FUNCTION_WORDS: readonly (readonly [string, string])[] = [
${lines.join('\n')}
];
`;
}

/** A string literal as Biome writes it. */
function quoted(words: string): string {
  return words.includes("'") ? `"${words}"` : `'${words}'`;
}
