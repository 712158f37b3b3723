import type { PartOfDay } from '../../model/when.ts';
import type { Piece, Pieces } from './pieces.ts';
import type { Candidate, Edge, Reading, Unit } from './reading.ts';

/** A pattern over the class letters of pieces, and how a match is read; null means that it is no time after all. */
export interface Pattern {
  readonly rule: string;
  readonly letters: RegExp;
  read(match: PatternMatch): Proposal | null;
}

/** What a pattern makes of a match; `from` and `to` narrow the pieces where not all of the match is the expression. */
export interface Proposal {
  readonly reading: Reading;
  readonly part?: PartOfDay | null;
  readonly clock?: string | null;
  readonly edge?: Edge | null;
  readonly from?: number;
  readonly to?: number;
}

/** A match in terms of pieces. */
export interface PatternMatch {
  readonly source: Pieces;
  readonly from: number;
  readonly to: number;
  /** First piece of a named group, null where the group did not take part. */
  group(name: string): Group | null;
  /** The piece `offset` before the first (−1) or after the last (1) of the match; null at the ends of the text. */
  before(offset?: number): Piece | null;
  after(offset?: number): Piece | null;
}

export interface Group {
  readonly from: number;
  readonly to: number;
  readonly first: Piece;
}

/** An amount in words or figures: "three", "24", "a", "twenty-four", "several". */
export const AMOUNT = '(?<amount>[dny#]|w(?:-?w){0,2}|aq|q|a)';

/** Runs one pattern over all pieces. After a match that reads as nothing it goes on at the next piece. */
export function findAll(pattern: Pattern, source: Pieces): readonly Candidate[] {
  const found: Candidate[] = [];
  const letters = new RegExp(pattern.letters.source, 'dg');
  for (let match = letters.exec(source.letters); match !== null; match = letters.exec(source.letters)) {
    const { from, to, proposal } = propose(pattern, source, match);
    if (proposal === null || match[0] === '') letters.lastIndex = match.index + 1;
    else {
      const { reading, part = null, clock = null, edge = null } = proposal;
      found.push({
        from: proposal.from ?? from,
        to: proposal.to ?? to,
        rule: pattern.rule,
        reading,
        part,
        clock,
        edge,
      });
    }
  }
  return found;
}

function propose(pattern: Pattern, source: Pieces, match: RegExpExecArray) {
  const from = match.index;
  const to = from + match[0].length;
  const view: PatternMatch = {
    source,
    from,
    to,
    group(name) {
      const range = match.indices?.groups?.[name];
      const first = range === undefined ? undefined : source.pieces[range[0]];
      return range === undefined || first === undefined ? null : { from: range[0], to: range[1], first };
    },
    before: (offset = 1) => source.pieces[from - offset] ?? null,
    after: (offset = 1) => source.pieces[to - 1 + offset] ?? null,
  };
  return { from, to, proposal: pattern.read(view) };
}

/** The value of a group as a number; null where the group is absent or holds no number. */
export function numberIn(match: PatternMatch, name: string): number | null {
  const value = match.group(name)?.first.value;
  return typeof value === 'number' ? value : null;
}

/** The value of a group as a word, "" where it is absent. */
export function wordIn(match: PatternMatch, name: string): string {
  const value = match.group(name)?.first.value;
  return typeof value === 'string' ? value : '';
}

export function unitIn(match: PatternMatch): Unit {
  return wordIn(match, 'unit') as Unit;
}

/** The amount that a group of numerals spells: 24 for "twenty-four", 1 for "a", null for "several" and where there is none. */
export function amountIn(match: PatternMatch): number | null {
  const group = match.group('amount');
  if (group === null) return null;
  const pieces = match.source.pieces.slice(group.from, group.to);
  const last = pieces.at(-1);
  if (last?.letter === 'q') return last.value === 'two' ? 2 : null;
  if (last?.letter === 'a') return 1;
  return pieces.reduce((sum, { value }) => {
    if (typeof value !== 'number') return sum;
    return value === 100 ? Math.max(sum, 1) * 100 : sum + value;
  }, 0);
}

/** Lower-case word at a piece, "" for a mark or a number. */
export function lowerWord(source: Pieces, piece: Piece | null): string {
  return piece === null ? '' : source.text.slice(piece.start, piece.end).toLowerCase();
}
