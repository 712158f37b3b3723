import { describe, expect, test } from 'vitest';
import { datelineAt } from './dateline.ts';

/** Text, its dateline, and the day and agency in it. */
const DATELINES: readonly [string, string, string | null, string | null][] = [
  ['BAMAKO, June 14 – At least 14 soldiers were killed.', 'BAMAKO, June 14 –', 'June 14', null],
  ['PORT SUDAN (NBNA) - Shells fell on a market.', 'PORT SUDAN (NBNA) -', null, 'NBNA'],
  ['YEREVAN/BAKU, March 22 (TP) — One soldier was killed.', 'YEREVAN/BAKU, March 22 (TP) —', 'March 22', 'TP'],
  [
    'NEW KARSA, Oct. 15, 2025 /Newsline/ -- The army said.',
    'NEW KARSA, Oct. 15, 2025 /Newsline/ --',
    'Oct. 15, 2025',
    'Newsline',
  ],
  ['GUSAU, Nigeria, March 3 - Nineteen children walked home.', 'GUSAU, Nigeria, March 3 -', 'March 3', null],
  [
    'KABUL, Wednesday, October 15, 2025 — Two men died.',
    'KABUL, Wednesday, October 15, 2025 —',
    'October 15, 2025',
    null,
  ],
  ['BUNIA, DR Congo — Congolese soldiers pursued them.', 'BUNIA, DR Congo —', null, null],
  ['Hodeidah, 21 Rabi’ al-Awwal – Four citizens died.', 'Hodeidah, 21 Rabi’ al-Awwal –', '21 Rabi’ al-Awwal', null],
  ['Baku, March 22. Starting from 06:05 today, units fired.', 'Baku, March 22.', 'March 22', null],
  ['Saravena, Arauca. The company activated its plan.', 'Saravena, Arauca.', null, null],
  ['FORTUL. – The pickup made three trips.', 'FORTUL. –', null, null],
  ['TANK: At least five men were hurt.', 'TANK:', null, null],
  ['D.I. KHAN: Two men were hurt.', 'D.I. KHAN:', null, null],
  ['Dar es Salaam — Six people were hurt.', 'Dar es Salaam —', null, null],
  ['Kabul, Afghanistan – “We heard it,” he said.', 'Kabul, Afghanistan –', null, null],
  [
    'Islamabad, Oct 15 (Newsline): The ministry said – again – no.',
    'Islamabad, Oct 15 (Newsline):',
    'Oct 15',
    'Newsline',
  ],
  ['Oct. 15 (Newsline) -- Two men were hurt.', 'Oct. 15 (Newsline) --', 'Oct. 15', 'Newsline'],
  ['(Newsline) — Two men were hurt.', '(Newsline) —', null, 'Newsline'],
  ['Nay Pyi Taw, 19 February', 'Nay Pyi Taw, 19 February', '19 February', null],
  ['Rawalpindi, 11 May 2024:  ', 'Rawalpindi, 11 May 2024:', '11 May 2024', null],
  [
    'SAN KARSA, 12 MAR 91 (NEWSLINE) -- [TEXT] TWO MEN WERE HURT.',
    'SAN KARSA, 12 MAR 91 (NEWSLINE) --',
    '12 MAR 91',
    'NEWSLINE',
  ],
  ['KARSAPOLIS, Kar. (Feb. 20, 2014) — Police said so.', 'KARSAPOLIS, Kar. (Feb. 20, 2014) —', 'Feb. 20, 2014', null],
  ['HOMEWOOD –Police said that two men were hurt.', 'HOMEWOOD –', null, null],
  // FIXME: a label in capitals has the form of a place; without a list of places nothing tells them apart.
  ['UPDATE: Five men were hurt.', 'UPDATE:', null, null],
];

const NONE: readonly string[] = [
  '',
  'The army said on Tuesday that two men were hurt.',
  'The army – which has fought here since May – said nothing.',
  'Islamabad – the capital – was quiet.',
  'Tank–Jandola road was closed on Friday.',
  'On March 22, starting at 5:40 a.m., units opened fire.',
  'Wednesday, October 15, 2025',
  'October 15, 2025',
  'Friday – The shelling went on.',
  'Karsa: two men were hurt',
  'TANK–JANDOLA ROAD was closed on Friday.',
  'IN A TEXT OF CAPITALS -- AS THEY SAY -- THIS IS NONE.',
  'Update: Two men were hurt.',
  'Tehrik forces (TF) said on Monday that',
  'Ahmed Karsa (45): The man who walked.',
  'Gaza, Karsa, Tank: three wars',
  '18:40 — State health ministry: two dead',
  // FIXME: the place of many local papers; but "Silence. Then shells fell." has the same form.
  'Ayacucho. They fit in the arms.',
];

describe('datelineAt', () => {
  test.each(DATELINES)('%s', (line, words, date, agency) => {
    const text = `A headline\n\n${line}\nMore.`;
    const found = datelineAt(text, 12);
    expect(found).toMatchObject({ date, agency });
    expect(text.slice(found?.span.start, found?.span.end)).toBe(words);
  });

  test.each(NONE)('none in: %s', line => {
    expect(datelineAt(line, 0)).toBeNull();
  });

  // What would take quadratic time here does not end within the runner's limit.
  test('finds none in lines made to be slow', () => {
    const parts = ['A ', 'A. ', 'Aa a ', 'A/', "A' ", ', A', '(A'];
    expect(parts.filter(part => datelineAt(part.repeat(20_000), 0) !== null)).toEqual([]);
  });
});
