import { expect, test } from 'vitest';
import { checkDate, type DateCase } from '../../../../test/check-date.ts';
import { findDates } from './find-dates.ts';

const EXPLICIT: readonly DateCase[] = [
  ['It fell on 15 October 2025.', null, '15 October 2025', '2025-10-15', '2025-10-15', 1, null, 'stated'],
  ['It fell on October 15th, 2025.', null, 'October 15th, 2025', '2025-10-15', '2025-10-15', 1, null, 'stated'],
  [
    'It fell on Wednesday, Oct. 15, 2025.',
    null,
    'Wednesday, Oct. 15, 2025',
    '2025-10-15',
    '2025-10-15',
    1,
    null,
    'stated',
  ],
  [
    'It fell on the 15th of October 2025.',
    null,
    'the 15th of October 2025',
    '2025-10-15',
    '2025-10-15',
    1,
    null,
    'stated',
  ],
  ['Report of 2025-10-15, final', null, '2025-10-15', '2025-10-15', '2025-10-15', 1, null, 'stated'],
  ['Taken on 15.10.2025 near the river', null, '15.10.2025', '2025-10-15', '2025-10-15', 1, null, 'stated'],
  ['Taken on 10/15/2025 near the river', null, '10/15/2025', '2025-10-15', '2025-10-15', 1, null, 'stated'],
  ['Taken on 9/2/2023 near the river', '2023-02-13', '9/2/2023', '2023-02-09', '2023-02-09', 1, null, 'implied'],
  ['Taken on 9/2/2023 near the river', '2024-02-13', '9/2/2023', null, null, null, null, 'unknown'],
  ['Taken on 9/2/2023 and 13/2/2023', '2024-02-13', '9/2/2023', '2023-02-09', '2023-02-09', 1, null, 'implied'],
  ['Taken on 9/9/2023 near the river', null, '9/9/2023', '2023-09-09', '2023-09-09', 1, null, 'stated'],
  ['It fell on Oct. 15.', '2025-10-16', 'Oct. 15', '2025-10-15', '2025-10-15', 1, null, 'stated'],
  ['On 28 December shells fell.', '2025-01-04', '28 December', '2024-12-28', '2024-12-28', 1, null, 'stated'],
  ['Talks will open on 28 December.', '2025-01-04', '28 December', '2025-12-28', '2025-12-28', 1, null, 'stated'],
  ['On 28 December shells fell.', null, '28 December', null, null, null, null, 'unknown'],
  ['In July 1995 the town fell.', null, 'July 1995', '1995-07-01', '1995-07-31', 4, null, 'stated'],
  ['By mid-July the front was quiet.', '2023-09-01', 'mid-July', '2023-07-11', '2023-07-20', 4, null, 'stated'],
  ['In early 2023 the post was lost.', '2024-02-01', 'early 2023', '2023-01-01', '2023-04-30', 5, null, 'stated'],
  ['By the end of 2023 it was lost.', '2024-02-01', 'the end of 2023', '2023-09-01', '2023-12-31', 5, null, 'stated'],
  ['In the 1990s the valley was quiet.', null, 'the 1990s', '1990-01-01', '1999-12-31', 5, null, 'stated'],
  ['It was taken in 2014.', null, '2014', '2014-01-01', '2014-12-31', 5, null, 'stated'],
  ['It was shelled on the 14th.', '2025-10-16', 'the 14th', '2025-10-14', '2025-10-14', 1, null, 'implied'],
  ['It was shelled on the 24th.', '2025-10-16', 'the 24th', '2025-09-24', '2025-09-24', 1, null, 'implied'],
  ['On 31 February 2023 they met.', '2023-03-10', '31 February 2023', null, null, null, null, 'unknown'],
  ['On 30 February they met.', '2023-03-10', '30 February', null, null, null, null, 'unknown'],
  [
    'In the second half of 2008 it was calm.',
    null,
    'the second half of 2008',
    '2008-07-01',
    '2008-12-31',
    5,
    null,
    'stated',
  ],
];

const PARTS_OF_MONTHS: readonly DateCase[] = [
  [
    'in the last week of August 2023',
    null,
    'the last week of August 2023',
    '2023-08-25',
    '2023-08-31',
    3,
    null,
    'stated',
  ],
  ['in the first week of May', '2023-09-01', 'the first week of May', '2023-05-01', '2023-05-07', 3, null, 'stated'],
  [
    'the first three months of 2023',
    null,
    'the first three months of 2023',
    '2023-01-01',
    '2023-03-31',
    5,
    null,
    'stated',
  ],
  ['by the end of the month', '2023-09-01', 'the end of the month', '2023-09-21', '2023-09-30', 4, null, 'implied'],
  ['He was held last September.', '2023-09-20', 'last September', '2022-09-01', '2022-09-30', 4, null, 'implied'],
  ['The vote of May last year', '2023-09-20', 'May last year', '2022-05-01', '2022-05-31', 4, null, 'stated'],
  ['It lasted more than three years.', null, 'more than three years', null, null, null, null, 'unknown'],
  ['It fell around March 2021.', null, 'around March 2021', '2021-03-01', '2021-03-31', 4, null, 'stated'],
  ['The siege of April 480 BC', null, 'April 480 BC', null, null, null, null, 'unknown'],
];

/** Years and months taken from the words before, and from the look of the verb. */
const FROM_CONTEXT: readonly DateCase[] = [
  [
    'Between June and November 2022 it held. On 28 November it ended.',
    '2024-05-14',
    '28 November',
    '2022-11-28',
    '2022-11-28',
    1,
    null,
    'implied',
  ],
  [
    'It has held since April 2022, though it lapsed that October.',
    '2023-10-08',
    'that October',
    '2022-10-01',
    '2022-10-31',
    4,
    null,
    'implied',
  ],
  [
    'He died on the 29th of last month.',
    '2023-10-08',
    'the 29th of last month',
    '2023-09-29',
    '2023-09-29',
    1,
    null,
    'stated',
  ],
  ['Food must come by 1 December.', '2022-11-25', '1 December', '2022-12-01', '2022-12-01', 1, null, 'stated'],
  ['On 1 December food came.', '2022-11-25', '1 December', '2021-12-01', '2021-12-01', 1, null, 'stated'],
  [
    'Four died overnight from Thursday to Friday.',
    '2023-10-08',
    'overnight from Thursday to Friday',
    '2023-10-05',
    '2023-10-06',
    2,
    'overnight',
    'stated',
  ],
  [
    'Four died overnight on Thursday.',
    '2023-10-08',
    'overnight on Thursday',
    '2023-10-05',
    '2023-10-06',
    2,
    'overnight',
    'implied',
  ],
  [
    'They held it till about 4 in the morning.',
    '2023-07-04',
    '4 in the morning',
    '2023-07-04',
    '2023-07-04',
    1,
    'night',
    'implied',
  ],
];

test.each([...EXPLICIT, ...PARTS_OF_MONTHS, ...FROM_CONTEXT])('%s [%s]', checkDate);

/** A history of old dates: months take the year that it has come to, not the one of its publication. */
const HISTORY =
  'In 1915 and 1916 the front stood still. Battles of 1917 and 1918 moved it. In May 1917 the line broke, ' +
  'and on 3 July it was held again. This month it rained. In December snow fell; in February 1918 it melted.';

test('a history counts in its own years', () => {
  const found = findDates({ text: HISTORY, tokens: [], sentences: [] }, { publishedAt: '2010-05-05' });
  expect(found.map(({ when, value }) => [when.words, value])).toEqual([
    ['1915', '1915'],
    ['1916', '1916'],
    ['1917', '1917'],
    ['1918', '1918'],
    ['May 1917', '1917-05'],
    ['3 July', '1917-07-03'],
    ['This month', '1917-07'],
    ['December', '1917-12'],
    ['February 1918', '1918-02'],
  ]);
});
