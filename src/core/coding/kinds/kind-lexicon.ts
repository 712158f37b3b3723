import { readTable } from '../../base/table.ts';
import { type PhraseIndex, phraseIndex } from '../../language/phrases.ts';

/** What a short text may be about, from `data/codebooks/kinds.tsv`. */
export interface KindEntry {
  readonly id: string;
  /** The sub-event that ACLED calls it, empty where it has none. */
  readonly acledSubEvent: string;
  readonly definition: string;
}

/** A text that has a word of each class of `all` and of none of `none` is of that kind; the heaviest rule decides. */
export interface KindRule {
  readonly kind: string;
  readonly weight: number;
  readonly all: readonly string[];
  readonly none: readonly string[];
}

/** Kinds, the rules by which a text is of one, and the words that the rules ask for. */
export interface KindLexicon {
  readonly kinds: ReadonlyMap<string, KindEntry>;
  readonly rules: readonly KindRule[];
  readonly words: PhraseIndex<{ readonly words: string; readonly name: string }>;
}

/** Reads the three tables. Throws on a rule for a kind or class that the others lack. */
export function readKindLexicon(kinds: string, rules: string, words: string): KindLexicon {
  const entries = readTable(kinds).map(row => ({
    id: row['id'] ?? '',
    acledSubEvent: row['acled_sub_event'] ?? '',
    definition: row['definition'] ?? '',
  }));
  const known = new Map(entries.map(entry => [entry.id, entry]));
  // Hyphens stand apart in a document's tokens.
  const named = readTable(words).map(row => ({
    words: (row['words'] ?? '').replaceAll('-', ' - '),
    name: row['class'] ?? '',
  }));
  const classes = new Set(named.map(({ name }) => name));
  const read = readTable(rules).map(row => ({
    kind: row['kind'] ?? '',
    weight: Number(row['weight']),
    all: listOf(row['all']),
    none: listOf(row['none']),
  }));
  for (const { kind, weight, all, none } of read)
    if (!known.has(kind) || !Number.isFinite(weight) || [...all, ...none].some(name => !classes.has(name)))
      throw new Error(`kind-rules.tsv: the rule ${kind} ${all.join('+')} names what is not there`);
  return { kinds: known, rules: read, words: phraseIndex(named) };
}

function listOf(cell: string | undefined): readonly string[] {
  return cell === undefined || cell === '' ? [] : cell.split('+');
}
