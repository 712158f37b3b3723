import type { PartOfDay } from '../../../model/when.ts';
import {
  AMOUNT,
  amountIn,
  lowerWord,
  type Pattern,
  type PatternMatch,
  type Proposal,
  unitIn,
  wordIn,
} from '../pattern.ts';
import type { Origin } from '../reading.ts';

/** Times by their distance: "yesterday", "last week", "three days ago", "a week earlier", "the night before". */
export const relativePatterns: readonly Pattern[] = [
  { rule: 'yesterday', letters: /(?<word>R)(?<part>P)?/, read: readDeictic },
  {
    rule: 'day-before-yesterday',
    letters: /t(?<unit>U)(?<side>[BF])(?<word>R)/,
    read: match => {
      const side = match.group('side')?.first.letter === 'B' ? -1 : 1;
      const total = side + dayOffset(wordIn(match, 'word'));
      return unitIn(match) === 'day' ? { reading: day(total, 'published') } : null;
    },
  },
  {
    rule: 'ago',
    letters: new RegExp(`(?:~)?${AMOUNT}(?<unit>[UV])A`),
    read: match => ({
      reading: { type: 'shift', unit: unitIn(match), amount: amountIn(match), sign: -1, from: 'published' },
    }),
  },
  {
    rule: 'earlier-later',
    letters: new RegExp(`~?(?:${AMOUNT})?(?<unit>[UV])(?<side>[BF])`),
    read: readEarlierLater,
  },
  {
    rule: 'the-weekend',
    letters: /t(?<unit>U)/,
    read: match => (unitIn(match) === 'weekend' ? { reading: { type: 'weekend' } } : null),
  },
  { rule: 'last-week', letters: /(?:[EBF]@?)?t?T?(?<det>[LXT])[LX]?(?<unit>U)/, read: readNeighbour },
  { rule: 'last-night', letters: /(?:[EBF]@?)?t?T?(?<det>[LXT])(?<part>P)/, read: readPartOfNeighbour },
  {
    rule: 'night-before',
    letters: /t(?<unit>[UP])(?<side>[BFX])/,
    read: match => {
      if (goesOn(match) && wordIn(match, 'side') !== 'earlier') return null;
      const piece = match.group('unit')?.first;
      const sign = match.group('side')?.first.letter === 'B' ? -1 : 1;
      if (piece?.letter === 'P') return { reading: day(sign, 'story'), part: partOf(piece.value) };
      return { reading: { type: 'shift', unit: unitIn(match), amount: 1, sign, from: 'story' } };
    },
  },
];

function readDeictic(match: PatternMatch): Proposal | null {
  const word = wordIn(match, 'word');
  const part = match.group('part')?.first.value ?? (word === 'tonight' ? 'night' : null);
  if (lowerWord(match.source, match.after()) === 'newspaper') return null;
  return { reading: day(dayOffset(word), 'published'), part: part === null ? null : partOf(part) };
}

/** "two days later"; before a noun "two days after the raid" counts from the raid, which is no date: only the length is read. */
function readEarlierLater(match: PatternMatch): Proposal | null {
  const amount = match.group('amount');
  const side = wordIn(match, 'side');
  const unit = match.group('unit');
  if (unit === null || (amount === null && unit.first.letter === 'U')) return null;
  const closed = side === 'earlier' || side === 'later' || !goesOn(match);
  if (!closed) {
    if (amount === null) return null;
    return { reading: { type: 'length', unit: unitIn(match), amount: amountIn(match) }, to: match.to - 1 };
  }
  const sign = match.group('side')?.first.letter === 'B' ? -1 : 1;
  return {
    reading: {
      type: 'shift',
      unit: unitIn(match),
      amount: amount === null ? null : amountIn(match),
      sign,
      from: 'story',
    },
  };
}

/** "last week", "this month", "the following day", "that year", "earlier this month". */
function readNeighbour(match: PatternMatch): Proposal | null {
  const unit = unitIn(match);
  const det = wordIn(match, 'det');
  if (unit === 'minute' || unit === 'hour') return null;
  const from = match.from + (leadIsConjunction(match) ? 1 : 0);
  if (det === 'past' || (det === 'coming' && unit !== 'day')) {
    return { reading: { type: 'stretch', unit, amount: 1, sign: det === 'past' ? -1 : 1, from: 'published' }, from };
  }
  if (det === 'these' || det === 'those') return null;
  // "the same quarter of 2023" is not of the story's year.
  if (det === 'same' && match.after()?.letter === 'o') return null;
  const letter = match.group('det')?.first.letter;
  const sign = letter === 'L' ? -1 : 1;
  const amount = letter === 'T' ? 0 : 1;
  const article = match.source.letters.slice(match.from, match.to).includes('t');
  const own = det === 'last' || det === 'this' || (det === 'next' && !article && unit !== 'day');
  if (det === 'last' && article && (unit === 'day' || lowerWord(match.source, match.after()) === 'of')) return null;
  return { reading: { type: 'shift', unit, amount, sign, from: own ? 'published' : 'story' }, from };
}

/** "before last week": only "earlier" and "later" belong to the expression. */
function leadIsConjunction(match: PatternMatch): boolean {
  const first = match.source.pieces[match.from];
  return /^(?:before|after)$/.test(lowerWord(match.source, first ?? null));
}

/** "last night", "this morning", "that evening", "the next morning". */
function readPartOfNeighbour(match: PatternMatch): Proposal {
  const from = match.from + (leadIsConjunction(match) ? 1 : 0);
  const det = wordIn(match, 'det');
  const part = partOf(match.group('part')?.first.value ?? null);
  if (det === 'last') return { reading: day(-1, 'published'), part, from };
  if (det === 'this') return { reading: day(0, 'published'), part, from };
  const letter = match.group('det')?.first.letter;
  return { reading: day(letter === 'L' ? -1 : letter === 'X' ? 1 : 0, 'story'), part, from };
}

/** Whether words follow that the expression depends on: "the day after the battle". */
function goesOn(match: PatternMatch): boolean {
  const after = match.after();
  return after !== null && !/^[.,;)|&@'(>]$/.test(after.letter);
}

function dayOffset(word: string): number {
  return word === 'yesterday' ? -1 : word === 'tomorrow' ? 1 : 0;
}

function day(offset: number, from: Origin) {
  return { type: 'shift', unit: 'day', amount: Math.abs(offset), sign: offset < 0 ? -1 : 1, from } as const;
}

function partOf(value: number | string | null): PartOfDay | null {
  return typeof value === 'string' ? (value as PartOfDay) : null;
}
