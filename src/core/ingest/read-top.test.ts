import { describe, expect, test } from 'vitest';
import { readTop } from './read-top.ts';

const LONG = `KARSA – ${'The army said on Monday that the road was closed and that nobody had been hurt there. '.repeat(3)}`;

/** Text, headline, dateline. */
const TOPS: readonly [string, string | null, string | null][] = [
  ['Five hurt near Karsa\n\nThe army said so.', 'Five hurt near Karsa', null],
  ['FIVE HURT NEAR KARSA\n\nKARSA: The army said so.', 'FIVE HURT NEAR KARSA', 'KARSA:'],
  ['\n\n  Five hurt near Karsa  \n\nThe army said so.', 'Five hurt near Karsa', null],
  ['Can the truce hold?\n\nThe army said so.', 'Can the truce hold?', null],
  ['Karsa: five hurt, says the U.S.\n\nThe army said so.', 'Karsa: five hurt, says the U.S.', null],
  [`Five hurt near Karsa\n${LONG}`, 'Five hurt near Karsa', 'KARSA –'],
  ['Five hurt near Karsa\nBy Anna Karsa\n\nKARSA – The army said so.', 'Five hurt near Karsa', 'KARSA –'],
  ['Five hurt near Karsa\nKARSA, 5 May 2025\nThe army said so.', 'Five hurt near Karsa', 'KARSA, 5 May 2025'],
  ['Five hurt near Karsa\n\nKarsa, 5 May 2025:\n\nThe army said so.', 'Five hurt near Karsa', 'Karsa, 5 May 2025:'],
  ['5 May 2025\nFive hurt near Karsa\n\nThe army said so.', 'Five hurt near Karsa', null],
  [
    'Five hurt near Karsa as the road\nis closed for the third day\n\nThe army said so.',
    'Five hurt near Karsa as the road\nis closed for the third day',
    null,
  ],
  ['Five hurt near Karsa\n\nA summary in a sentence.\n\nKARSA – The army said so.', 'Five hurt near Karsa', 'KARSA –'],
  // No headline.
  ['The army said so.\n\nNobody was hurt.', null, null],
  ['KARSA – The army said that five\nmen were hurt on the road\nto the north.\n\nMore.', null, 'KARSA –'],
  ['The army said that five\nmen were hurt on the road\nto the north, and that\nit was closed\n\nMore.', null, null],
  ['Five hurt near Karsa', null, null],
  ['The points:\n– five hurt\n– a road closed\n\nMore.', null, null],
  ['KARSA, 5 May 2025\n\nThe army said so.', null, 'KARSA, 5 May 2025'],
  ['12345\n\nThe army said so.', null, null],
  [`${'Five hurt near Karsa '.repeat(12)}\n\nThe army said so.`, null, null],
  ['', null, null],
  [' \n\t\n', null, null],
  // A dateline stands at the head only.
  ['Five hurt\n\nThe army said so.\n\nNobody came.\n\nKARSA – Another report.', 'Five hurt', null],
  ['THE ARMY SAID THAT FIVE\nMEN WERE HURT ON\nMONDAY, 5 MAY.\nMORE.', null, null],
];

describe('readTop', () => {
  test.each(TOPS)('%j', (text, headline, dateline) => {
    const top = readTop(text);
    expect(top.headline === null ? null : text.slice(top.headline.start, top.headline.end)).toBe(headline);
    expect(top.dateline === null ? null : text.slice(top.dateline.span.start, top.dateline.span.end)).toBe(dateline);
  });

  test.each<[string, string, string | null]>([
    ['Five are hurt.\n\nThe army said so.', 'Five are hurt.', 'Five are hurt.'],
    ['\n  Five are hurt.  \n\nThe army said so.', ' Five are hurt.\n', 'Five are hurt.'],
    ['Five are hurt. The army said so.', 'Five are hurt.', null],
    ['Five are hurt.', 'Five are hurt.', null],
    ['Five hurt\n\nThe army said so.', 'Something else', 'Five hurt'],
  ])('a headline that is told: %j, %j', (text, words, expected) => {
    const { headline } = readTop(text, words);
    expect(headline === null ? null : text.slice(headline.start, headline.end)).toBe(expected);
  });

  test('reads the top of a long text only', () => {
    // What would take quadratic time here does not end within the runner's limit.
    expect(readTop('\n'.repeat(2_000_000)).dateline).toBeNull();
    expect(readTop('a\n'.repeat(1_000_000)).dateline).toBeNull();
    expect(readTop(`${' '.repeat(1_000_000)}\n${'A '.repeat(500_000)}`).dateline).toBeNull();
  });
});
