import { AMOUNT, amountIn, lowerWord, type Pattern, type PatternMatch, unitIn, wordIn } from '../pattern.ts';

const MODIFIER = '~?';

/** Lengths of time: "the past 24 hours" ends at the publication, "three days" has no place in the calendar. */
export const stretchPatterns: readonly Pattern[] = [
  {
    rule: 'past-days',
    letters: new RegExp(
      `(?:t?(?:${AMOUNT.replace('|a)', ')')})?(?<det>[LX])|t?(?<first>[LX])${AMOUNT.replace('amount', 'count').replace('|a)', ')')})(?<unit>[UV])`,
    ),
    read: match => {
      const det = match.group('det') ?? match.group('first');
      if (det === null || (match.group('unit')?.first.letter === 'U' && match.group('count') === null)) return null;
      // "and last five days" is a verb: without an article only a preposition makes it a stretch.
      const led =
        match.source.letters[match.from] === 't' ||
        match.group('amount') !== null ||
        /^[@sfoT]$/.test(match.before()?.letter ?? '');
      if (!led) return null;
      const sign = det.first.letter === 'L' ? -1 : 1;
      const story = det.first.value === 'previous' || det.first.value === 'following';
      if (/^(?:of|ago|earlier|later)$/.test(lowerWord(match.source, match.after()))) return null;
      const amount = amountIn(renamed(match));
      return { reading: { type: 'stretch', unit: unitIn(match), amount, sign, from: story ? 'story' : 'published' } };
    },
  },
  {
    rule: 'past-days-bare',
    letters: /t?(?<det>[LXT])(?<unit>V)/,
    read: match => {
      const det = wordIn(match, 'det');
      if (det === 'these')
        return unitIn(match) === 'day' ? { reading: { type: 'reference', value: 'PRESENT_REF' } } : null;
      if (det === 'those' || det === 'same' || det === 'that') return null;
      const sign = match.group('det')?.first.letter === 'L' ? -1 : 1;
      return {
        reading: {
          type: 'stretch',
          unit: unitIn(match),
          amount: null,
          sign,
          from: det === 'following' ? 'story' : 'published',
        },
      };
    },
  },
  {
    rule: 'recent-weeks',
    letters: /t?(?<word>N)(?<unit>V)/,
    read: match => {
      if (lowerWord(match.source, match.group('word')?.first ?? null) !== 'recent') return null;
      return { reading: { type: 'stretch', unit: unitIn(match), amount: null, sign: -1, from: 'published' } };
    },
  },
  {
    rule: 'length',
    letters: new RegExp(`${MODIFIER}${AMOUNT}-?(?<unit>[UV])`),
    read: match => {
      if (isAge(match) || isHour(match)) return null;
      const hyphen = match.source.letters.slice(match.from, match.to).includes('-');
      // "12 a month", "twice a day": a rate.
      const rate =
        match.group('amount')?.first.letter === 'a' &&
        /^(?:times|once|twice|\d[\d,.]*)$/.test(lowerWord(match.source, match.before()));
      if (rate) return { reading: { type: 'repeated', unit: unitIn(match), weekday: null } };
      if (unitIn(match) === 'weekend') return null;
      if (unitIn(match) === 'quarter') return null;
      const mark = hyphen && match.after()?.letter === '-' ? 1 : 0;
      const long = lowerWord(match.source, match.after(1 + mark)) === 'long' ? 1 + mark : 0;
      return { reading: { type: 'length', unit: unitIn(match), amount: amountIn(match) }, to: match.to + long };
    },
  },
  {
    rule: 'length-bare',
    letters: /(?<unit>V)/,
    read: match => {
      if (unitIn(match) === 'quarter') return null;
      const lead = lowerWord(match.source, match.before());
      const free = match.after()?.letter === 'o' || /^(?:for|in|within|after|over|of|took|lasted|last)$/.test(lead);
      return free && !isAge(match) ? { reading: { type: 'length', unit: unitIn(match), amount: null } } : null;
    },
  },
  {
    rule: 'length-long',
    letters: /(?<unit>[UV])-/,
    read: match =>
      lowerWord(match.source, match.after()) === 'long'
        ? {
            reading: {
              type: 'length',
              unit: unitIn(match),
              amount: match.group('unit')?.first.letter === 'U' ? 1 : null,
            },
            to: match.to + 1,
          }
        : null,
  },
];

/** "18 years old", "a 26-year-old", "of 22 years of age", "aged 3 months". */
function isAge(match: PatternMatch): boolean {
  const next = lowerWord(match.source, match.after());
  const skip = next === '-' ? 2 : 1;
  if (/^(?:old|olds)$/.test(lowerWord(match.source, match.after(skip)))) return true;
  return (
    (next === 'of' && lowerWord(match.source, match.after(2)) === 'age') ||
    lowerWord(match.source, match.before()) === 'aged'
  );
}

/** "0600 hours" is an hour of the day. */
function isHour(match: PatternMatch): boolean {
  return typeof match.group('amount')?.first.value === 'string' && match.group('amount')?.first.letter === 'n';
}

/** The match with its second amount group under the name that `amountIn` reads. */
function renamed(match: PatternMatch): PatternMatch {
  return match.group('count') === null
    ? match
    : { ...match, group: name => match.group(name === 'amount' ? 'count' : name) };
}
