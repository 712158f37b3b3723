import { describe, expect, test } from 'vitest';
import { syndicatedFrom } from './syndication.ts';

describe('syndicatedFrom', () => {
  test.each([
    ['The army said so.\n(Karsa News Agency)', null, 'Karsa News Agency'],
    ['The army said so.\n\n(KNA)\n', null, 'KNA'],
    ['The army said so. (KNA/Newsline)', null, 'KNA/Newsline'],
    ['The army said so. — KNA', null, 'KNA'],
    ['The army said so.\n— Newsline', null, 'Newsline'],
    ['The army said so.\nWith inputs from Karsa News Agency.', null, 'Karsa News Agency'],
    ['The army said so.\nSource: KNA', null, 'KNA'],
    ['The army said so.', 'KNA', 'KNA'],
  ])('%j', (text, agency, expected) => {
    expect(syndicatedFrom(text, agency, null)).toBe(expected);
    expect(syndicatedFrom(text, agency, 'The Northern Herald')).toBe(expected);
  });

  test.each([
    ['The army said so.\n(KNA)', null, 'Karsa News Agency'],
    ['The army said so.', 'KNA', 'Karsa News Agency'],
    ['The army said so.', 'Karsa News Agency', 'KNA'],
    ['The army said so.', 'Northern Herald', 'The Northern Herald'],
    ['The army said so.\n(ENDS)', null, null],
    ['“We will stay.” – Anna Karsa', null, null],
    ['“We will stay.” — Anna', null, null],
    ['The force belongs to the Northern Front (NF).', null, null],
    ['The army said so (and nobody else).', null, null],
    ['Source: police', null, null],
    ['', null, null],
  ])('none: %j %s %s', (text, agency, publisher) => {
    expect(syndicatedFrom(text, agency, publisher)).toBeNull();
  });

  // What would take quadratic time here does not end within the runner's limit.
  test('finds none at ends made to be slow', () => {
    const parts = ['A ', '(A', '. ', 'A/', 'of '];
    expect(parts.filter(part => syndicatedFrom(part.repeat(100_000), null, null) !== null)).toEqual([]);
  });
});
