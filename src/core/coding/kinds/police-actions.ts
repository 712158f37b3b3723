import { readTable } from '../../base/table.ts';
import { type PhraseIndex, phraseIndex, phrasesAt } from '../../language/phrases.ts';
import type { Token } from '../../language/token.ts';

/** What forces of order did as a sentence tells it; `any` where it tells of them at all. */
export type PoliceAction = 'kill' | 'arrest' | 'fail' | 'force' | 'any';

/** The words of `data/lexicons/police-words.tsv`, which explains each class. */
export type PoliceWords = PhraseIndex<{ readonly words: string; readonly name: string }>;

/** Reads the table. */
export function readPoliceWords(text: string): PoliceWords {
  // Hyphens stand apart in a document's tokens.
  const named = readTable(text).map(row => ({
    words: (row['words'] ?? '').replaceAll('-', ' - '),
    name: row['class'] ?? '',
  }));
  return phraseIndex(named);
}

/**
 * What police and other forces of order did in one sentence (codebook §15.3): arrests that are neither denied nor still to come, force, deaths
 * by that force, and what they failed to do. Some words count only where the sentence names a force of order.
 */
export function policeActions(sentence: readonly Token[], words: PoliceWords): ReadonlySet<PoliceAction> {
  const found = new Set(sentence.flatMap((_, i) => phrasesAt(sentence, i, words).map(({ entry }) => entry.name)));
  const police = found.has('force-of-order');
  const denied = sentence.some(({ text }) => /^(?:not|n['’]t|no|never|nobody)$/i.test(text));
  const actions = new Set<PoliceAction>();
  if (found.has('arrest') && !denied && !found.has('not-done')) actions.add('arrest');
  if (found.has('force') || (police && found.has('force-with-police'))) actions.add('force');
  if (actions.has('force') && found.has('kill')) actions.add('kill');
  if (actions.size > 0 || police || found.has('measure')) actions.add('any');
  if (found.has('fail') || (police && found.has('fail-with-police'))) actions.add('fail');
  return actions;
}
