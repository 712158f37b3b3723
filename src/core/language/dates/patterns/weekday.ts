import { lowerWord, numberIn, type Pattern, type PatternMatch, wordIn } from '../pattern.ts';

/** Days of the week: "Wednesday", "last Friday", "on the Sunday". Parts of the day are joined to them later. */
export const weekdayPatterns: readonly Pattern[] = [
  {
    rule: 'weekday',
    letters: /(?:t?(?<det>[LXT]))?(?<weekday>W)/,
    read: match =>
      isTitle(match)
        ? null
        : { reading: { type: 'weekday', weekday: numberIn(match, 'weekday') ?? 1, weeks: weeks(match) } },
  },
];

function weeks(match: PatternMatch): 'last' | 'next' | 'this' | null {
  const det = match.group('det');
  if (det === null) return null;
  if (det.first.letter === 'L') return 'last';
  if (det.first.letter === 'X') return 'next';
  return wordIn(match, 'det') === 'this' ? 'this' : null;
}

/** "Bloody Sunday", "Good Friday", "the Sunday Times" are names. */
function isTitle(match: PatternMatch): boolean {
  return (
    /^(?:bloody|black|good|palm|easter|ash|holy|super)$/.test(lowerWord(match.source, match.before())) ||
    /^(?:times|telegraph|mirror|guardian|express|punch)$/.test(lowerWord(match.source, match.after()))
  );
}
