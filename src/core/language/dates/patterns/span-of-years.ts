import { lowerWord, numberIn, type Pattern, type PatternMatch, wordIn } from '../pattern.ts';
import type { Season } from '../reading.ts';

/** Seasons, halves and quarters, decades and centuries: "the summer of 1916", "last winter", "the 1990s", "the 19th century". */
export const spanOfYearsPatterns: readonly Pattern[] = [
  {
    rule: 'season',
    letters:
      /t?(?:(?<det>[LXT])(?<season>S)|(?<only>S)),?(?:o?(?:(?<year>y)|(?<bc>[dny])k)|o(?:t?(?<rel>[LXT])U)|(?<rel2>[LT])U)?/,
    read: match => {
      const season = (match.group('season') ?? match.group('only'))?.first;
      if (season === undefined || !standsAsSeason(match)) return null;
      const det = match.group('det') ?? match.group('rel') ?? match.group('rel2');
      const bc = numberIn(match, 'bc');
      const year = bc === null ? numberIn(match, 'year') : 1 - bc;
      const shift =
        det === null || year !== null ? null : det.first.letter === 'L' ? -1 : det.first.letter === 'X' ? 1 : 0;
      const comma = year === null && match.source.letters[match.to - 1] === ',' ? 1 : 0;
      return {
        reading: { type: 'season', season: season.value as Season, year, shift },
        from: match.from + bareArticle(match),
        to: match.to - comma,
      };
    },
  },
  {
    rule: 'season-of-year',
    letters: /(?<year>y)(?<season>S)/,
    read: match => ({
      reading: {
        type: 'season',
        season: wordIn(match, 'season') as Season,
        year: numberIn(match, 'year'),
        shift: null,
      },
    }),
  },
  { rule: 'decade', letters: /t?(?<decade>K)(?<era>k)?/, read: readDecade },
  {
    rule: 'century',
    letters: /t?(?<count>w-?O|O)-?(?<unit>U)(?<era>k)?/,
    read: match => {
      if (wordIn(match, 'unit') !== 'century') return null;
      const group = match.group('count');
      const pieces = group === null ? [] : match.source.pieces.slice(group.from, group.to);
      const century = pieces.reduce((sum, { value }) => (typeof value === 'number' ? sum + value : sum), 0);
      return { reading: { type: 'century', century, bc: wordIn(match, 'era').startsWith('b') } };
    },
  },
  {
    rule: 'half-year',
    letters: /t(?<part>[OL_x])(?<unit>[Ux])o(?<year>y)/,
    read: match => {
      const unit = match.group('unit')?.first;
      const name = unit === undefined ? '' : match.source.text.slice(unit.start, unit.end).toLowerCase();
      const which = partNumber(match, name);
      const year = numberIn(match, 'year');
      if (which === null || year === null) return null;
      const months = name === 'half' ? 6 : 3;
      const last = which * months;
      return {
        reading: {
          type: 'part-of-year',
          part: `${name === 'half' ? 'H' : 'Q'}${which}`,
          year,
          months: [last - months + 1, last],
        },
      };
    },
  },
];

/** 1 where the article belongs to a noun that the season only describes: "the Spring Offensive". */
function bareArticle(match: PatternMatch): number {
  if (match.source.letters[match.from] !== 't' || match.to - match.from !== 2) return 0;
  const after = match.after();
  return after?.letter === '_' ||
    /^(?:offensive|campaign|fighting|months|rains|season)$/.test(lowerWord(match.source, after))
    ? 1
    : 0;
}

/** "fall" and "spring" are also verbs and springs: they need an article, a preposition, a year or a capital. */
function standsAsSeason(match: PatternMatch): boolean {
  const piece = (match.group('season') ?? match.group('only'))?.first;
  if (piece === undefined) return false;
  const raw = match.source.text.slice(piece.start, piece.end);
  if (/^(?:fall|spring)$/.test(raw) && wordIn(match, 'det') === 'that' && /^[x@o]$/.test(match.after()?.letter ?? ''))
    return false;
  if (match.group('year') !== null || match.group('det') !== null || match.group('rel') !== null) return true;
  const before = match.before();
  const next = lowerWord(match.source, match.after());
  if (/^(?:fall|spring)$/.test(raw)) {
    const led = match.source.letters[match.from] === 't' || /^[@E]$/.test(before?.letter ?? '');
    return (
      led &&
      next !== 'of' &&
      !/^(?:for|within)$/.test(lowerWord(match.source, before)) &&
      !(raw === 'spring' && before?.letter === '_')
    );
  }
  if (/^Fall$/.test(raw)) return false;
  // "Arab Spring", "the Peace Spring zone": a capital after a capital is a name, but "German Spring Offensive" was in spring.
  if (
    /^\p{Lu}/u.test(raw) &&
    match.source.letters[match.from] !== 't' &&
    before?.letter === '_' &&
    match.after()?.letter !== '_'
  )
    return false;
  return true;
}

function readDecade(match: PatternMatch) {
  const decade = numberIn(match, 'decade');
  if (decade === null) return null;
  const bc = wordIn(match, 'era').startsWith('b');
  if (decade >= 1000 || bc) return { reading: { type: 'decade', year: decade, bc } } as const;
  return decade >= 20 && decade <= 90 ? ({ reading: { type: 'decade', year: 1900 + decade } } as const) : null;
}

/** 2 of "the second half", "the latter half"; null where half or quarter does not follow. */
function partNumber(match: PatternMatch, name: string): number | null {
  const part = match.group('part')?.first;
  if (part === undefined || (name !== 'half' && name !== 'quarter')) return null;
  const word = match.source.text.slice(part.start, part.end).toLowerCase();
  const count = name === 'half' ? 2 : 4;
  if (word === 'last' || word === 'latter') return count;
  return typeof part.value === 'number' && part.value <= count ? part.value : null;
}
