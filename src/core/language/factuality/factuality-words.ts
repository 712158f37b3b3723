import { readTable } from '../../base/table.ts';

/**
 * What a word does to the happening it governs or stands beside: takes it back (`negation`: "not", "nobody"), brings it to
 * nothing (`undoing`: "fail to", "aborted", "too … to"), limits another ("not only": `focus`), is empty itself so that its object is the happening (`light`: "make an
 * offer"), names a purpose ("no plan to"), or makes its negation the clause's (`opinion`: "do not think that").
 */
export type FactualityWord = 'negation' | 'undoing' | 'focus' | 'light' | 'purpose' | 'opinion';

/** The words by lemma. */
export type FactualityWords = Readonly<Record<FactualityWord, ReadonlySet<string>>>;

const KINDS: readonly FactualityWord[] = ['negation', 'undoing', 'focus', 'light', 'purpose', 'opinion'];

/** Reads `data/lexicons/factuality-words.tsv`. Throws on a kind that this version does not know. */
export function readFactualityWords(table: string): FactualityWords {
  const rows = readTable(table);
  const unknown = rows.find(({ kind }) => !KINDS.some(name => name === kind));
  if (unknown !== undefined)
    throw new Error(`factuality-words.tsv: unknown kind ${unknown['kind']} of ${unknown['word']}`);
  const of = (name: FactualityWord): ReadonlySet<string> =>
    new Set(rows.filter(({ kind }) => kind === name).map(({ word = '' }) => word));
  return {
    negation: of('negation'),
    undoing: of('undoing'),
    focus: of('focus'),
    light: of('light'),
    purpose: of('purpose'),
    opinion: of('opinion'),
  };
}
