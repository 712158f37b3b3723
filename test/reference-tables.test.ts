import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ERRORS, EXIT_CODES } from '../src/core/base/error.ts';
import { PROBLEMS } from '../src/core/model/problem.ts';

/** The pages of reference repeat tables of the code word for word: neither can change without the other. */
const TABLES = [
  {
    page: 'errors.md',
    section: '## Errors',
    rows: Object.entries(ERRORS).map(([code, { message, advice, exitCode }]) =>
      row(`\`${code}\``, message, advice, String(exitCode)),
    ),
  },
  {
    page: 'errors.md',
    section: '## Exit codes',
    rows: Object.entries(EXIT_CODES).map(([code, meaning]) => row(code, meaning)),
  },
  {
    page: 'problems.md',
    section: '# Problems',
    rows: Object.entries(PROBLEMS).map(([code, meaning]) => row(`\`${code}\``, meaning)),
  },
];

describe.each(TABLES)('docs/reference/$page, $section', ({ page, section, rows }) => {
  test('repeats the table of the code', () => {
    expect(tableOf(page, section)).toEqual(rows);
  });
});

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The rows of the first table after a heading, without its two header lines. */
function tableOf(page: string, section: string): readonly string[] {
  const lines = readFileSync(new URL(`../docs/reference/${page}`, import.meta.url), 'utf8').split('\n');
  const start = lines.findIndex((line, i) => i > lines.indexOf(section) && line.startsWith('|'));
  const end = lines.findIndex((line, i) => i > start && !line.startsWith('|'));
  return lines.slice(start + 2, end);
}
