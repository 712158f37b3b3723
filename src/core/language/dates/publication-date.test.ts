import { expect, test } from 'vitest';
import { findPublicationDate } from './publication-date.ts';

// [text, words of the date, day, basis]; null where the text gives no publication date.
const CASES: readonly [string, string | null, string?, string?][] = [
  [
    'Two killed in shelling\n\nKYIV, July 5, 2023 (CW) - Two people were killed.',
    'July 5, 2023',
    '2023-07-05',
    'dateline',
  ],
  ['Two killed in shelling\n\nKYIV, July 5 (CW) - Two people were killed.', null],
  ['Updated: 5 July 2023 18:40 GMT\nKYIV, July 5 (CW) - Two people died.', '5 July 2023', '2023-07-05', 'text'],
  [
    'KYIV, July 5 (CW) - Two people died.\n(Published 5 July 2023 in the print edition.)',
    'July 5',
    '2023-07-05',
    'dateline',
  ],
  ['No PR-112/2024\n\nRawalpindi, 11 May 2024:\n\nOn 10 May, troops engaged.', '11 May 2024', '2024-05-11', 'dateline'],
  [
    'A road closed\n\nTuesday, November 19, 2019\n\nThe road was closed.',
    'Tuesday, November 19, 2019',
    '2019-11-19',
    'text',
  ],
  ['2023-07-05\nShelling goes on', '2023-07-05', '2023-07-05', 'text'],
  ['Posted on 15.10.2025 at 02:14\nShelling goes on', '15.10.2025', '2025-10-15', 'text'],
  ['BAMAKO, June 14 – At least 14 soldiers were killed.', null],
  ['GENEVA (31 February 2023) – The office said.', null],
  ['GENEVA (2 March 2023) – The office said.', '2 March 2023', '2023-03-02', 'dateline'],
  ['The battle of 3 May 1999 is not forgotten.\nIt was long.', null],
  ['On 5 July 2023, at about 02:00, units landed.', null],
  ['', null],
];

test.each(CASES)('%s', (text, words, day, basis) => {
  const found = findPublicationDate(text);
  if (words === null) {
    expect(found).toBeNull();
    return;
  }
  expect(found && [text.slice(found.span.start, found.span.end), found.day, found.basis]).toEqual([words, day, basis]);
});
