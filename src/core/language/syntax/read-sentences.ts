import type { LanguageModels, ReadingMode } from './language-models.ts';
import { lemmatize } from './lemma.ts';
import { pieceWordsMax } from './network/network-layout.ts';
import { readTogether, type SentenceReading } from './network/read-together.ts';

/** One word with what the models say of it; `head` counts words of the sentence, -1 is the root. */
export interface SyntaxWord {
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
  readonly head: number;
  readonly label: string;
  /** `O`, or where a name begins (`B-PER`) and goes on (`I-PER`). */
  readonly name: string;
}

/**
 * Tags, lemmas, trees and names of sentences that are already cut into words, none longer than `pieceWordsMax`. The
 * accurate mode asks both networks.
 */
export function readSentences(
  sentences: readonly (readonly string[])[],
  models: LanguageModels,
  mode: ReadingMode,
): SyntaxWord[][] {
  return pieces(sentences).flatMap(piece => {
    const words = piece.map(forms => forms.map(form => models.featuresOf(form)));
    const [fast, accurate] = [models.network('fast'), () => models.network('accurate')];
    const readings = readTogether(words, mode === 'fast' ? [fast] : [fast, accurate()], models.nameTransitions);
    return piece.map((forms, s) => forms.map((form, i) => wordOf(form, i, readings[s], models)));
  });
}

function wordOf(
  form: string,
  i: number,
  { tags, names, heads, labels }: SentenceReading,
  models: LanguageModels,
): SyntaxWord {
  const [upos, xpos] = models.tags[tags[i]];
  const lemma = lemmatize(form, upos, xpos, models.lemmas);
  return { upos, xpos, lemma, head: heads[i], label: models.labels[labels[i]], name: models.names[names[i]] };
}

/** Sentences in pieces that a network takes at once. */
function pieces(sentences: readonly (readonly string[])[]): (readonly string[])[][] {
  const result: (readonly string[])[][] = [];
  let words = pieceWordsMax;
  for (const sentence of sentences) {
    if (words + sentence.length > pieceWordsMax) {
      result.push([]);
      words = 0;
    }
    result[result.length - 1].push(sentence);
    words += sentence.length;
  }
  return result;
}
