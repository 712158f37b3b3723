import { readTable } from '../../base/table.ts';

export type QualifierWord = 'at-least' | 'over' | 'nearly' | 'under' | 'at-most' | 'about';

/** What a stretch of lower-case words means inside or beside a number. */
export type NumberWord =
  | { readonly kind: 'unit' | 'tens' | 'scale' | 'vague' | 'pair' | 'zero'; readonly value: number }
  | { readonly kind: 'before' | 'after'; readonly value: QualifierWord };

/** A word that makes the number beside it a measure instead of a count, and what it measures. */
export interface UnitWord {
  readonly unit: string;
  readonly side: 'before' | 'after';
}

/** The words of numbers, from `data/lexicons/numbers.tsv` and `units.tsv`. */
export interface NumberLexicon {
  /** By kind class, then by the words joined with one blank. */
  readonly numerals: ReadonlyMap<string, NumberWord>;
  readonly before: ReadonlyMap<string, QualifierWord>;
  readonly after: ReadonlyMap<string, QualifierWord>;
  /** Words after which "up to" is a direction. */
  readonly motions: ReadonlySet<string>;
  readonly unitsAfter: ReadonlyMap<string, string>;
  readonly unitsBefore: ReadonlyMap<string, string>;
  /** Most words that one entry has. */
  readonly wordsMax: number;
  /** By the first word of numerals: most words that one of them has. */
  readonly numeralWords: ReadonlyMap<string, number>;
}

const NUMERAL_KINDS = ['unit', 'tens', 'scale', 'vague', 'pair', 'zero'] as const;
const QUALIFIERS: readonly QualifierWord[] = ['at-least', 'over', 'nearly', 'under', 'at-most', 'about'];

/** Reads both tables. Throws on a kind or qualifier that this version does not know: the file is then newer or damaged. */
export function readNumberLexicon(numbers: string, units: string): NumberLexicon {
  const numerals = new Map<string, NumberWord>();
  const before = new Map<string, QualifierWord>();
  const after = new Map<string, QualifierWord>();
  const motions = new Set<string>();
  const numeralWords = new Map<string, number>();
  let wordsMax = 1;
  for (const { words = '', kind = '', value = '' } of readTable(numbers)) {
    wordsMax = Math.max(wordsMax, words.split(' ').length);
    const numeral = NUMERAL_KINDS.find(known => known === kind);
    const qualifier = QUALIFIERS.find(known => known === value);
    if (kind === 'motion') motions.add(words);
    else if (numeral !== undefined) {
      numerals.set(words, { kind: numeral, value: Number(value) });
      const [first, ...others] = words.split(' ');
      numeralWords.set(first, Math.max(numeralWords.get(first) ?? 1, 1 + others.length));
    } else if (kind === 'before' && qualifier !== undefined) before.set(words, qualifier);
    else if (kind === 'after' && qualifier !== undefined) after.set(words, qualifier);
    else throw new Error(`numbers.tsv: unknown kind or value: ${words} ${kind} ${value}`);
  }
  const unitsAfter = new Map<string, string>();
  const unitsBefore = new Map<string, string>();
  for (const { word = '', unit = '', side = '' } of readTable(units)) {
    (side === 'before' ? unitsBefore : unitsAfter).set(word, unit);
  }
  return { numerals, before, after, motions, unitsAfter, unitsBefore, wordsMax, numeralWords };
}
