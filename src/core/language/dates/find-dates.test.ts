import { expect, test } from 'vitest';
import { When } from '../../model/when.ts';
import { findDates } from './find-dates.ts';

/** [text, publication day, words, start, end, precision, part of day, basis] of the first mention, or of the one named by `words`. */
type Case = readonly [
  string,
  string | null,
  string,
  string | null,
  string | null,
  number | null,
  string | null,
  string,
];

const EXPLICIT: readonly Case[] = [
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
  ['Taken on 9/2/2023 near the river', '2023-02-13', '9/2/2023', null, null, null, null, 'unknown'],
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

const PARTS_OF_MONTHS: readonly Case[] = [
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

const WEEKDAYS: readonly Case[] = [
  ['Fighting broke out on Wednesday.', '2025-10-16', 'Wednesday', '2025-10-15', '2025-10-15', 1, null, 'stated'],
  ['Fighting broke out on Thursday.', '2025-10-16', 'Thursday', '2025-10-16', '2025-10-16', 1, null, 'stated'],
  ['Fighting broke out on Friday.', '2025-10-16', 'Friday', '2025-10-10', '2025-10-10', 1, null, 'stated'],
  ['Fighting broke out on Wednesday.', null, 'Wednesday', null, null, null, null, 'unknown'],
  [
    'Fighting broke out early Wednesday.',
    '2025-10-16',
    'early Wednesday',
    '2025-10-15',
    '2025-10-15',
    1,
    'early',
    'stated',
  ],
  ['Shells fell late on Saturday.', '2025-10-16', 'late on Saturday', '2025-10-11', '2025-10-11', 1, 'late', 'stated'],
  ['Shells fell on Tuesday night.', '2025-10-16', 'Tuesday night', '2025-10-14', '2025-10-14', 1, 'night', 'stated'],
  ['The council will meet on Friday.', '2025-10-16', 'Friday', '2025-10-17', '2025-10-17', 1, null, 'stated'],
  ['He said on Friday it will go on.', '2025-10-16', 'Friday', '2025-10-10', '2025-10-10', 1, null, 'stated'],
  ['It happened last Friday.', '2025-10-16', 'last Friday', '2025-10-10', '2025-10-10', 1, null, 'stated'],
  ['It happened last Thursday.', '2025-10-16', 'last Thursday', '2025-10-09', '2025-10-09', 1, null, 'stated'],
  ['They meet next Friday.', '2025-10-16', 'next Friday', '2025-10-17', '2025-10-17', 1, null, 'stated'],
  ["Friday's ambush cost six lives.", '2024-05-14', 'Friday', '2024-05-10', '2024-05-10', 1, null, 'stated'],
  ['yesterday Tuesday a charge went off', '2023-04-19', 'yesterday', '2023-04-18', '2023-04-18', 1, null, 'stated'],
  [
    'in the early hours of Friday',
    '2023-10-06',
    'the early hours of Friday',
    '2023-10-06',
    '2023-10-06',
    1,
    'early',
    'stated',
  ],
  ['at 11:40 a.m. Wednesday', '2024-05-08', '11:40 a.m. Wednesday', '2024-05-08', '2024-05-08', 1, 'morning', 'stated'],
];

const RELATIVE: readonly Case[] = [
  ['The toll rose today.', '2025-10-16', 'today', '2025-10-16', '2025-10-16', 1, null, 'stated'],
  ['He left yesterday evening.', '2025-10-16', 'yesterday evening', '2025-10-15', '2025-10-15', 1, 'evening', 'stated'],
  ['He leaves tomorrow.', '2025-10-16', 'tomorrow', '2025-10-17', '2025-10-17', 1, null, 'stated'],
  ['They struck again tonight.', '2025-10-16', 'tonight', '2025-10-16', '2025-10-16', 1, 'night', 'stated'],
  ['They struck again last night.', '2025-10-16', 'last night', '2025-10-15', '2025-10-15', 1, 'night', 'stated'],
  [
    'It left the day before yesterday.',
    '2025-10-16',
    'the day before yesterday',
    '2025-10-14',
    '2025-10-14',
    1,
    null,
    'implied',
  ],
  ['Drones came overnight.', '2025-10-16', 'overnight', '2025-10-15', '2025-10-16', 2, 'overnight', 'implied'],
  ['Drones came overnight.', null, 'overnight', null, null, null, 'overnight', 'unknown'],
  ['He walked past three days ago.', '2024-02-23', 'three days ago', '2024-02-20', '2024-02-20', 1, null, 'implied'],
  ['The raid came two weeks ago.', '2025-10-16', 'two weeks ago', '2025-09-29', '2025-10-05', 3, null, 'implied'],
  ['The raid came a year ago.', '2025-10-16', 'a year ago', '2024-01-01', '2024-12-31', 5, null, 'implied'],
  ['It began last week.', '2025-10-16', 'last week', '2025-10-06', '2025-10-12', 3, null, 'implied'],
  ['It began last month.', '2025-10-16', 'last month', '2025-09-01', '2025-09-30', 4, null, 'implied'],
  ['It began last year.', '2025-10-16', 'last year', '2024-01-01', '2024-12-31', 5, null, 'implied'],
  ['Clashes erupted this week.', '2025-10-16', 'this week', '2025-10-13', '2025-10-16', 2, null, 'implied'],
  [
    'It was calm earlier this month.',
    '2025-10-16',
    'earlier this month',
    '2025-10-01',
    '2025-10-16',
    4,
    null,
    'implied',
  ],
  [
    'In a note of 15 June they said the post fell two days earlier.',
    '2023-06-15',
    'two days earlier',
    '2023-06-13',
    '2023-06-13',
    1,
    null,
    'implied',
  ],
  [
    'It fell on 3 May. The next day they left.',
    '2023-06-15',
    'The next day',
    '2023-05-04',
    '2023-05-04',
    1,
    null,
    'implied',
  ],
  [
    'It fell on 3 May. They had come the night before.',
    '2023-06-15',
    'the night before',
    '2023-05-02',
    '2023-05-02',
    1,
    'night',
    'implied',
  ],
  [
    'It fell on 3 May, and a week later so did the other.',
    '2023-06-15',
    'a week later',
    '2023-05-09',
    '2023-05-11',
    2,
    null,
    'implied',
  ],
  ['They left two days after the raid.', '2023-06-15', 'two days', null, null, null, null, 'unknown'],
];

const INTERVALS: readonly Case[] = [
  ['six attacks in the past week', '2025-10-16', 'the past week', '2025-10-09', '2025-10-16', 3, null, 'implied'],
  ['losses over the past 24 hours', '2025-10-16', 'the past 24 hours', '2025-10-15', '2025-10-16', 2, null, 'implied'],
  [
    'losses in the last three days',
    '2025-10-16',
    'the last three days',
    '2025-10-13',
    '2025-10-16',
    2,
    null,
    'implied',
  ],
  ['losses in the past week', null, 'the past week', null, null, null, null, 'unknown'],
  ['40 have died since January.', '2025-10-16', 'January', '2025-01-01', '2025-10-16', 5, null, 'implied'],
  [
    '40 have died since 3 October 2025.',
    '2025-10-16',
    '3 October 2025',
    '2025-10-03',
    '2025-10-16',
    4,
    null,
    'implied',
  ],
  ['Shelled between 1 and 5 May.', '2025-10-16', '1 and 5 May', '2025-05-01', '2025-05-05', 2, null, 'stated'],
  [
    'From 30 April to 5 May it was calm.',
    '2025-10-16',
    '30 April to 5 May',
    '2025-04-30',
    '2025-05-05',
    2,
    null,
    'stated',
  ],
  [
    'From 28 December to 5 January it was calm.',
    '2025-10-16',
    '28 December to 5 January',
    '2024-12-28',
    '2025-01-05',
    4,
    null,
    'stated',
  ],
  ['the week of 11–17 August', '2024-08-19', '11–17 August', '2024-08-11', '2024-08-17', 3, null, 'stated'],
  [
    'in the night of 7–8 October',
    '2023-10-08',
    'the night of 7–8 October',
    '2023-10-07',
    '2023-10-08',
    2,
    'night',
    'stated',
  ],
  [
    'in the night of 20 to 21 Nov. 2022',
    null,
    'the night of 20 to 21 Nov. 2022',
    '2022-11-20',
    '2022-11-21',
    2,
    'night',
    'stated',
  ],
  [
    'in the night of Sunday to Monday',
    '2022-11-21',
    'the night of Sunday to Monday',
    '2022-11-20',
    '2022-11-21',
    2,
    'night',
    'stated',
  ],
  ['On July 12-14, 1951 they met.', null, 'July 12-14, 1951', '1951-07-12', '1951-07-14', 2, null, 'stated'],
  ['the war of 1914–1918', null, '1914–1918', '1914-01-01', '1918-12-31', 5, null, 'stated'],
  ['the siege (1915-16)', null, '1915-16', '1915-01-01', '1916-12-31', 5, null, 'stated'],
  [
    'from 1 January to 31 March our points',
    '2024-04-09',
    '1 January to 31 March',
    '2024-01-01',
    '2024-03-31',
    5,
    null,
    'stated',
  ],
];

const SEASONS_AND_FEASTS: readonly Case[] = [
  ['In the summer of 1916 they attacked.', null, 'the summer of 1916', '1916-06-01', '1916-08-31', 5, null, 'implied'],
  ['It fell last winter.', '2025-10-16', 'last winter', '2024-12-01', '2025-02-28', 5, null, 'implied'],
  ['It was calm during Ramadan.', '2024-05-14', 'Ramadan', '2024-03-10', '2024-04-10', 5, null, 'implied'],
  ['It was hit on Eid al-Fitr.', '2024-05-14', 'Eid al-Fitr', '2024-04-09', '2024-04-13', 2, null, 'implied'],
  ['It was hit during Eid.', '2024-05-14', 'Eid', null, null, null, null, 'unknown'],
  [
    'Hodeidah, 21 Rabi’ al-Awwal – Four were hit.',
    '2023-10-06',
    '21 Rabi’ al-Awwal',
    '2023-10-05',
    '2023-10-07',
    2,
    null,
    'implied',
  ],
  ['It was hit on Christmas Eve.', '2024-05-14', 'Christmas Eve', '2023-12-24', '2023-12-24', 1, null, 'implied'],
  ['It was hit at Easter.', '2024-05-14', 'Easter', '2024-03-31', '2024-03-31', 1, null, 'implied'],
];

const CLOCKS: readonly Case[] = [
  [
    'at about 02:00 on 4 July, units landed',
    '2023-07-04',
    '02:00 on 4 July',
    '2023-07-04',
    '2023-07-04',
    1,
    'night',
    'stated',
  ],
  [
    'On 13 June 2023, around 11:30 hours, a convoy',
    null,
    '13 June 2023, around 11:30 hours',
    '2023-06-13',
    '2023-06-13',
    1,
    'morning',
    'stated',
  ],
  [
    'On Monday at 17:15 a drone hit it',
    '2022-08-30',
    'Monday at 17:15',
    '2022-08-29',
    '2022-08-29',
    1,
    'afternoon',
    'stated',
  ],
  ['18:40 — the toll is 17', '2024-08-16', '18:40', '2024-08-16', '2024-08-16', 1, 'evening', 'implied'],
  ['It moves only at night.', '2024-08-16', 'night', null, null, null, 'night', 'unknown'],
  ['in its 0600 hours bulletin', '2024-08-16', '0600 hours', '2024-08-16', '2024-08-16', 1, 'morning', 'implied'],
];

test.each([...EXPLICIT, ...PARTS_OF_MONTHS, ...WEEKDAYS, ...RELATIVE, ...INTERVALS, ...SEASONS_AND_FEASTS, ...CLOCKS])(
  '%s [%s]',
  (text, publishedAt, words, start, end, precision, part, basis) => {
    const found = findDates({ text, tokens: [], sentences: [] }, { publishedAt });
    for (const mention of found) {
      expect(When.parse(mention.when)).toEqual(mention.when);
      expect(text.slice(mention.span.start, mention.span.end)).toBe(mention.when.words);
    }
    const mention = found.find(one => one.when.words === words);
    const when = mention?.when;
    expect({
      words: found.map(one => one.when.words),
      is: when && [when.start, when.end, when.precision, when.partOfDay, when.basis],
    }).toEqual({
      words: expect.arrayContaining([words]),
      is: [start, end, precision, part, basis],
    });
  },
);

const REASONS: readonly [string, string | null, string, string][] = [
  ['On 31 February 2023 they met.', null, 'when-impossible', 'day'],
  ['It fell on Wednesday.', null, 'published-unknown', 'day'],
  ['It fell in the past week.', null, 'published-unknown', 'period'],
  ['It took three days.', null, 'a length of time', 'duration'],
  ['It is shelled daily.', null, 'a repetition', 'frequency'],
  ['It was taken on 9/2/2023.', null, 'when-unresolved', 'interval'],
];

test.each(REASONS)('%s: the reason', (text, publishedAt, why, kind) => {
  const [mention] = findDates({ text, tokens: [], sentences: [] }, { publishedAt });
  expect([mention?.when.why.slice(0, why.length), mention?.kind]).toEqual([why, kind]);
});
