import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/**
 * Compares a text with the golden file at `path` (below `test/`), line by line. `UPDATE=1 npm test` writes the file anew;
 * the difference is then read like any other change.
 */
export function expectGolden(path: string, text: string): void {
  const file = fileURLToPath(new URL(path, import.meta.url));
  if (process.env['UPDATE'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const golden = existsSync(file) ? readFileSync(file, 'utf8') : `no golden file ${path} yet: run UPDATE=1 npm test`;
  expect(text).toBe(golden);
}
