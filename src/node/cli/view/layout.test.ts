import { describe, expect, it } from 'vitest';
import { marked, PLAIN, STYLED } from './page.ts';
import { visible } from './visible.ts';
import { displayWidth, padded, shortened } from './width.ts';
import { wrappedLines } from './wrap.ts';

const NOTHING = { countries: new Map<string, string>(), sentences: () => [] };

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['plain words', 11],
    ['“quoted”', 8],
    ['斯平布尔达克', 12],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['⚔️', 2],
    ['السلام', 6],
    ['a\u200bb', 2],
    ['한국', 4],
    ['हिन्दी', 3],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('pads and shortens by columns, not by units', () => {
    expect(padded('斯平', 6)).toBe('斯平  ');
    expect(padded('12', 4, 'start')).toBe('  12');
    expect(shortened('斯平布尔达克', 7)).toBe('斯平布…');
    expect(shortened('short', 7)).toBe('short');
  });
});

describe('wrap', () => {
  it.each([
    ['one two three', 7, ['one two', 'three']],
    ['one  two', 20, ['one  two']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['see abcdefghij now', 6, ['see', 'abcdef', 'ghij', 'now']],
    ['斯平布尔达克', 5, ['斯平', '布尔', '达克']],
    ['', 5, ['']],
  ] as const)('breaks %s at %i', (text, width, lines) => {
    expect(wrappedLines(text, width)).toEqual(lines);
  });
});

describe('marked', () => {
  const text = 'Officials said that twelve soldiers were killed on the road.';
  const mark = { start: 20, end: 47 };

  it('marks with brackets where there are no styles', () => {
    expect(marked(text, mark, 2, { width: 40, paint: PLAIN, ...NOTHING })).toEqual([
      '  Officials said that ⟦twelve soldiers',
      '  were killed⟧ on the road.',
    ]);
  });

  it('opens and closes its style on each line', () => {
    expect(marked(text, mark, 0, { width: 36, paint: STYLED, ...NOTHING })).toEqual([
      'Officials said that \u001b[1;4mtwelve soldiers\u001b[22;24m',
      '\u001b[1;4mwere killed\u001b[22;24m on the road.',
    ]);
  });

  it('isolates right-to-left words', () => {
    const [line] = marked('قتل 12 جنديا', { start: 0, end: 3 }, 2, { width: 40, paint: PLAIN, ...NOTHING });
    expect(line).toBe('  \u2068⟦قتل⟧ 12 جنديا\u2069');
  });
});

describe('visible', () => {
  it.each([
    ['two\nlines\tand tabs', 'two lines and tabs'],
    ['\u001b[31mred\u0007', '␛[31mred␇'],
    ['\u009b31m', '\uFFFD31m'],
    ['a\u202egpj.exe', 'agpj.exe'],
  ])('makes %j harmless', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});
