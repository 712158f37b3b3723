import { type Problem, problem } from '../../model/problem.ts';
import { findNames } from '../names/find-names.ts';
import type { NameMention } from '../names/name-mention.ts';
import type { NumberLexicon } from '../numbers/number-lexicon.ts';
import { type SentenceSpan, splitSentences } from '../text/sentences.ts';
import { tokenize } from '../text/tokens.ts';
import type { Sentence, Token } from '../token.ts';
import { foldNumbers } from './fold-numbers.ts';
import type { LanguageModels, ReadingMode } from './language-models.ts';
import { readSentences, type SyntaxWord } from './read-sentences.ts';

/** What the syntax layer adds to a text. */
export interface Annotation {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly names: readonly NameMention[];
  readonly problems: readonly Problem[];
}

/** What the caller knows of a text before its words are tagged. */
export interface AnnotateOptions {
  /** Offsets at which something ends that no sentence runs over: a headline, a dateline. */
  readonly endings?: readonly number[];
  /** Words of numbers: where they are given, the parser sees each number as one word (see `fold-numbers.ts`). */
  readonly numbers?: NumberLexicon;
  /** `accurate` where it is not said. */
  readonly mode?: ReadingMode;
  /** Whether a sentence of these words matters: where it is given, those that do not are read in fast mode. */
  readonly matters?: (forms: readonly string[]) => boolean;
}

/**
 * Tokens with tags, lemmas and heads, sentences, and names. All sentences are of kind `body`: the caller knows headline
 * and dateline.
 */
export function annotate(text: string, models: LanguageModels, options: AnnotateOptions = {}): Annotation {
  const spans = tokenize(text, models.rules);
  const words = spans.map(span => ({ ...span, text: text.slice(span.start, span.end) }));
  const folds = options.numbers === undefined ? noFolds : foldNumbers(words, options.numbers);
  const cuts = splitSentences(text, spans, models.rules, options.endings);
  const kept = cuts.map(cut => keptWords(cut, folds));
  const forms = kept.map(indices => indices.map(i => words[i].text));
  const tokens: Token[] = [];
  const labels: string[] = [];
  readGated(forms, models, options).forEach((read, sentence) => {
    for (const { name, ...word } of unfolded(words, cuts[sentence], kept[sentence], read, folds)) {
      tokens.push({ ...words[tokens.length], index: tokens.length, sentence, ...word });
      labels.push(name);
    }
  });
  const sentences = cuts.map(({ cut: _, ...span }, index) => ({ index, ...span, kind: 'body' as const }));
  const problems = cuts.filter(({ cut }) => cut).map(({ start, end }) => problem('sentence-too-long', { start, end }));
  return { tokens, sentences, names: findNames(tokens, sentences, labels), problems };
}

/** All sentences in one mode, or those that do not matter in fast mode. */
function readGated(
  forms: readonly (readonly string[])[],
  models: LanguageModels,
  { mode = 'accurate', matters }: AnnotateOptions,
): SyntaxWord[][] {
  if (matters === undefined || mode === 'fast') return readSentences(forms, models, mode);
  const attended = forms.map(matters);
  const [careful, rough] = [true, false].map(side => {
    const own = forms.filter((_, s) => attended[s] === side);
    return readSentences(own, models, side ? 'accurate' : 'fast').values();
  });
  return attended.map(side => (side ? careful : rough).next().value ?? []);
}

const noFolds: ReadonlyMap<number, number> = new Map();

function keptWords({ tokenStart, tokenEnd }: SentenceSpan, folds: ReadonlyMap<number, number>): number[] {
  const kept: number[] = [];
  for (let i = tokenStart; i < tokenEnd; i++) if (!isFolded(folds, i, tokenStart, tokenEnd)) kept.push(i);
  return kept;
}

/** What was read of the kept words, and the folded ones hung on the word that stands for them; heads of the document. */
function unfolded(
  words: readonly { readonly text: string }[],
  { tokenStart, tokenEnd }: SentenceSpan,
  kept: readonly number[],
  read: readonly SyntaxWord[],
  folds: ReadonlyMap<number, number>,
): SyntaxWord[] {
  const result: SyntaxWord[] = [];
  let next = 0;
  for (let i = tokenStart; i < tokenEnd; i++) {
    if (kept[next] === i) {
      const word = read[next++];
      result.push({ ...word, head: word.head < 0 ? i : kept[word.head] });
    } else {
      const lemma = words[i].text.toLowerCase();
      result.push({ upos: 'ADV', xpos: 'RB', lemma, label: 'advmod', head: folds.get(i) ?? i, name: 'O' });
    }
  }
  return result;
}

/** A word is folded only where the word that stands for it is in its sentence. */
function isFolded(folds: ReadonlyMap<number, number>, i: number, start: number, end: number): boolean {
  const into = folds.get(i);
  return into !== undefined && into >= start && into < end;
}
