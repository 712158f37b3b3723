import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/**
 * Compares a text with the golden file at `path` (below `test/`), line by line. `UPDATE=1 npm test` writes the file anew;
 * the difference is then read like any other change. In a `.ledger` file, lines that begin with `#` are remarks: an
 * accepted wrong answer has a `# FIXME: why` over it, which stays as long as the line below it does.
 */
export function expectGolden(path: string, text: string): void {
  const file = fileURLToPath(new URL(path, import.meta.url));
  const known = existsSync(file) ? readFileSync(file, 'utf8') : null;
  const remarks = path.endsWith('.ledger') && known !== null ? remarksOf(known) : new Map<string, string[]>();
  if (process.env['UPDATE'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, withRemarks(text, remarks));
  } else {
    const golden = known ?? `no golden file ${path} yet: run UPDATE=1 npm test\n`;
    expect(withRemarks(text, remarks)).toBe(golden);
  }
}

/** The remarks of a golden file by the line that they stand over. */
function remarksOf(golden: string): Map<string, string[]> {
  const remarks = new Map<string, string[]>();
  let open: string[] = [];
  for (const line of golden.split('\n')) {
    if (line.trimStart().startsWith('#')) {
      open.push(line);
    } else if (open.length > 0) {
      remarks.set(unnumbered(line), open);
      open = [];
    }
  }
  return remarks;
}

function withRemarks(text: string, remarks: ReadonlyMap<string, readonly string[]>): string {
  const left = new Map(remarks);
  const lines = text.split('\n').flatMap(line => {
    const found = left.get(unnumbered(line)) ?? [];
    left.delete(unnumbered(line));
    return [...found, line];
  });
  return lines.join('\n');
}

/** A line without the numbers of claims and events: they move when one more is found before them. */
function unnumbered(line: string): string {
  return line.replace(/\b\d+\.\d+(?=[:;,]|$)/g, '#');
}
