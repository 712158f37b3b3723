import fc from 'fast-check';
import { expect, it } from 'vitest';
import { column, type Table } from '../table.ts';
import { cellText, csvLines, readableCell, tsvLines } from './csv.ts';

const table = (cells: readonly (string | number | null)[]): Table => ({
  name: 't',
  title: 'T',
  columns: cells.map((_, i) => column(`c${i}`, 'text', '', i === 0 ? '#first' : undefined)),
  rows: [cells],
});

it('quotes what RFC 4180 says, and nothing else', () => {
  const lines = [...csvLines(table(['plain', 'a,b', 'say "no"', 'two\nlines', null, 0, -6.5, ' edge']))];
  expect(lines[1]).toBe('plain,"a,b","say ""no""","two\nlines",,0,-6.5," edge"\r\n');
});

it.each([
  ['=1+1', "'=1+1"],
  ['+49', "'+49"],
  ['-1', "'-1"],
  ['@sum(a)', "'@sum(a)"],
  ['\tx', "'\tx"],
  ["'=1", "''=1"],
  ["'quoted'", "'quoted'"],
  ['5 - 3', '5 - 3'],
])('a spreadsheet does not run %s', (text, cell) => {
  expect(cellText(text)).toBe(cell);
  expect(readableCell(cell)).toBe(text);
});

it('every text comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => readableCell(cellText(text)) === text),
    { seed: 3, numRuns: 100 },
  );
});

it('a tag row stands below the header where it is asked for', () => {
  expect([...csvLines(table(['x', 'y']), { hxl: 'with-tags' })]).toEqual(['c0,c1\r\n', '#first,\r\n', 'x,y\r\n']);
});

it('tab-separated text keeps one row a line', () => {
  expect([...tsvLines(table(['a\tb', 'c\nd', null]))][1]).toBe('a b\tc d\t\n');
});
