import { expect, test } from 'vitest';
import { checkDate, type DateCase } from '../../../../test/check-date.ts';
import { findDates } from './find-dates.ts';

const INTERVALS: readonly DateCase[] = [
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

const SEASONS_AND_FEASTS: readonly DateCase[] = [
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

const CLOCKS: readonly DateCase[] = [
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

test.each([...INTERVALS, ...SEASONS_AND_FEASTS, ...CLOCKS])('%s [%s]', checkDate);

const REASONS: readonly [string, string | null, string, string][] = [
  ['On 31 February 2023 they met.', null, 'when-impossible', 'day'],
  ['It fell on Wednesday.', null, 'published-unknown', 'day'],
  ['It fell in the past week.', null, 'published-unknown', 'period'],
  ['It took three days.', null, 'a length of time', 'duration'],
  ['It is shelled daily.', null, 'a repetition', 'frequency'],
  ['It was taken on 9/2/2023.', null, 'when-unresolved', 'day'],
  ['Two days later they left.', '2023-06-15', 'when-unresolved', 'day'],
];

test.each(REASONS)('%s: the reason', (text, publishedAt, why, kind) => {
  const [mention] = findDates({ text, tokens: [], sentences: [] }, { publishedAt });
  expect([mention?.when.why.slice(0, why.length), mention?.kind]).toEqual([why, kind]);
});
