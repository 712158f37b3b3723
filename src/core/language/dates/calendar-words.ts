/**
 * The closed classes of English time words: months, weekdays, units, numerals, and the small words that join them.
 * They are grammar, like the letters of a class in a regular expression, not a lexicon that grows with the data.
 * Each word has one class letter (`pieces.ts` explains them) and a value.
 */
export interface CalendarWord {
  readonly letter: string;
  readonly value: number | string;
}

/** The class and value of a lower-case word, or undefined. */
export function calendarWord(word: string): CalendarWord | undefined {
  return WORDS.get(word);
}

const MONTHS =
  'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec';
const WEEKDAYS = 'monday mon|tuesday tue tues|wednesday wed|thursday thu thur thurs|friday fri|saturday sat|sunday sun';
const NUMERALS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty';
const ORDINALS =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth';
const TENS = 'thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred';

/** Words that stand for one value each, by class letter. */
const VALUED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  U: {
    minute: 'minute',
    hour: 'hour',
    day: 'day',
    weekend: 'weekend',
    week: 'week',
    month: 'month',
    quarter: 'quarter',
    year: 'year',
    decade: 'decade',
    century: 'century',
  },
  V: {
    seconds: 'second',
    minutes: 'minute',
    hours: 'hour',
    days: 'day',
    weekends: 'weekend',
    weeks: 'week',
    months: 'month',
    quarters: 'quarter',
    years: 'year',
    decades: 'decade',
    centuries: 'century',
  },
  S: {
    spring: 'SP',
    springtime: 'SP',
    summer: 'SU',
    summertime: 'SU',
    autumn: 'FA',
    fall: 'FA',
    winter: 'WI',
    wintertime: 'WI',
  },
  P: {
    dawn: 'dawn',
    daybreak: 'dawn',
    sunrise: 'dawn',
    morning: 'morning',
    noon: 'midday',
    midday: 'midday',
    afternoon: 'afternoon',
    evening: 'evening',
    dusk: 'evening',
    nightfall: 'evening',
    sunset: 'evening',
    night: 'night',
    midnight: 'night',
    overnight: 'overnight',
  },
  E: {
    early: 'early',
    beginning: 'early',
    start: 'early',
    mid: 'mid',
    middle: 'mid',
    late: 'late',
    end: 'late',
    close: 'late',
  },
  L: { last: 'last', final: 'last', past: 'past', previous: 'previous', preceding: 'previous', prior: 'previous' },
  X: {
    next: 'next',
    coming: 'coming',
    following: 'following',
    subsequent: 'following',
    upcoming: 'coming',
    ensuing: 'following',
  },
  T: { this: 'this', that: 'that', same: 'same', these: 'these', those: 'those' },
  A: { ago: 'ago' },
  B: { before: 'before', earlier: 'earlier', previously: 'earlier' },
  F: { later: 'later', after: 'after', afterwards: 'after', afterward: 'after' },
  R: { today: 'today', yesterday: 'yesterday', tomorrow: 'tomorrow', tonight: 'tonight' },
  N: {
    now: 'PRESENT_REF',
    currently: 'PRESENT_REF',
    nowadays: 'PRESENT_REF',
    current: 'PRESENT_REF',
    recently: 'PAST_REF',
    recent: 'PAST_REF',
    future: 'FUTURE_REF',
    former: 'PAST_REF',
  },
  Y: {
    hourly: 'hour',
    daily: 'day',
    everyday: 'day',
    nightly: 'day',
    weekly: 'week',
    biweekly: 'week',
    monthly: 'month',
    quarterly: 'quarter',
    yearly: 'year',
    annually: 'year',
    annual: 'year',
  },
  H: {
    muharram: '1',
    ashura: 'ashura',
    safar: '2',
    rabi: '3',
    jumada: '5',
    rajab: '7',
    shaban: '8',
    shaaban: '8',
    ramadan: '9',
    ramadhan: '9',
    ramzan: '9',
    shawwal: '10',
    dhu: '11',
    eid: 'eid',
    christmas: 'christmas',
    easter: 'easter',
    nowruz: 'nowruz',
    newroz: 'nowruz',
  },
  q: { several: 'few', few: 'few', many: 'many', couple: 'two', dozens: 'many' },
};

/** Words whose own form is their value, by class letter. */
const PLAIN: Readonly<Record<string, string>> = {
  t: 'the',
  a: 'a an',
  o: 'of',
  f: 'from',
  b: 'between',
  s: 'since',
  '>': 'to until till through til',
  '&': 'and or',
  '@': 'on in at by during for within over',
  '~': 'about around approximately nearly almost roughly some only just another circa ca',
  p: 'per',
  e: 'each every',
  k: 'bc bce ad ce',
  h: 'hrs hr gmt utc',
  '!': 'will shall ll',
  g: 'am pm',
  r: 'rest',
};

const WORDS: ReadonlyMap<string, CalendarWord> = new Map(entries());

function entries(): [string, CalendarWord][] {
  const out: [string, CalendarWord][] = [];
  const listed = (list: string, letter: string, first: number, step = 1) => {
    for (const [i, forms] of list.split('|').entries()) {
      for (const form of forms.split(' ')) out.push([form, { letter, value: first + i * step }]);
    }
  };
  for (const [letter, words] of Object.entries(VALUED)) {
    for (const [word, value] of Object.entries(words)) out.push([word, { letter, value }]);
  }
  for (const [letter, words] of Object.entries(PLAIN)) {
    for (const word of words.split(' ')) out.push([word, { letter, value: word }]);
  }
  listed(MONTHS, 'M', 1);
  listed(WEEKDAYS, 'W', 1);
  listed(NUMERALS, 'w', 1);
  listed(TENS, 'w', 30, 10);
  listed(ORDINALS, 'O', 1);
  return out;
}
