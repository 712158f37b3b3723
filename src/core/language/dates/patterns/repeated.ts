import { AMOUNT, lowerWord, numberIn, type Pattern, type PatternMatch, unitIn, wordIn } from '../pattern.ts';
import type { Unit } from '../reading.ts';

/** Repetitions, and words for the present, past and future: "daily", "every Friday", "per month", "now", "recently". */
export const repeatedPatterns: readonly Pattern[] = [
  {
    rule: 'daily',
    letters: /(?<word>Y)/,
    read: match =>
      isTitle(match) ? null : { reading: { type: 'repeated', unit: wordIn(match, 'word') as Unit, weekday: null } },
  },
  {
    rule: 'every-week',
    letters: new RegExp(`[pe](?:${AMOUNT})?(?<unit>[UV])`),
    read: match => ({ reading: { type: 'repeated', unit: unitIn(match), weekday: null } }),
  },
  {
    rule: 'every-friday',
    letters: /e(?<weekday>W)/,
    read: match => ({ reading: { type: 'repeated', unit: 'week', weekday: numberIn(match, 'weekday') } }),
  },
  {
    rule: 'now',
    letters: /t?(?<word>N)/,
    read: match => {
      const value = wordIn(match, 'word');
      const word = lowerWord(match.source, match.group('word')?.first ?? null);
      if (word === 'former') return null;
      const right = word === 'now' && lowerWord(match.source, match.before()) === 'right' ? 1 : 0;
      const from = word === 'future' ? match.from : (match.group('word')?.from ?? match.from) - right;
      return { reading: { type: 'reference', value: value as 'PRESENT_REF' }, from };
    },
  },
  {
    rule: 'this-time',
    letters: /(?<lead>@)?(?<det>T)[_x]/,
    read: match => {
      const noun = lowerWord(match.source, match.source.pieces[match.to - 1] ?? null);
      const det = wordIn(match, 'det');
      const led = match.group('lead') !== null;
      if ((noun !== 'period' && !(noun === 'time' && led)) || !/^(?:this|that)$/.test(det)) return null;
      return {
        reading: { type: 'reference', value: det === 'this' ? 'PRESENT_REF' : 'PAST_REF' },
        from: match.group('det')?.from ?? match.from,
      };
    },
  },
  {
    rule: 'the-past',
    letters: /t(?<word>[L_x])/,
    read: match =>
      /^the (?:past|present)$/.test(
        match.source.text
          .slice(match.source.pieces[match.from]?.start, match.source.pieces[match.to - 1]?.end)
          .toLowerCase(),
      ) && /^[.,;)|]$/.test(match.after()?.letter ?? '.')
        ? {
            reading: {
              type: 'reference',
              value:
                lowerWord(match.source, match.group('word')?.first ?? null) === 'past' ? 'PAST_REF' : 'PRESENT_REF',
            },
          }
        : null,
  },
];

/** "the Daily Chronicle": a capital inside of a sentence, or before another one. */
function isTitle(match: PatternMatch): boolean {
  const piece = match.source.pieces[match.from];
  if (piece === undefined || !/\p{Lu}/u.test(match.source.text.charAt(piece.start))) return false;
  return match.after()?.letter === '_' || !/^[.|(]$/.test(match.before()?.letter ?? '|');
}
