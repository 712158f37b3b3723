import { type Problem, problem } from '../../model/problem.ts';
import type { Sentence, Token } from '../doc.ts';
import type { NumberLexicon } from '../numbers/number-lexicon.ts';
import { splitSentences } from '../text/sentences.ts';
import { tokenize } from '../text/tokens.ts';
import { foldNumbers } from './fold-numbers.ts';
import type { LanguageModels } from './language-models.ts';
import { sentenceSyntax } from './sentence-syntax.ts';

/** What the syntax layer adds to a text. */
export interface Annotation {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly problems: readonly Problem[];
}

/** What the caller knows of a text before its words are tagged. */
export interface AnnotateOptions {
  /** Offsets at which something ends that no sentence runs over: a headline, a dateline. */
  readonly endings?: readonly number[];
  /** Words of numbers: where they are given, the parser sees each number as one word (see `fold-numbers.ts`). */
  readonly numbers?: NumberLexicon;
}

/** Tokens with tags, lemmas and heads, and sentences, all of kind `body`: the caller knows headline and dateline. */
export function annotate(text: string, models: LanguageModels, options: AnnotateOptions = {}): Annotation {
  const spans = tokenize(text, models.rules);
  const words = spans.map(span => ({ ...span, text: text.slice(span.start, span.end) }));
  const folds = options.numbers === undefined ? NO_FOLDS : foldNumbers(words, options.numbers);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const problems: Problem[] = [];
  const cuts = splitSentences(text, spans, models.rules, options.endings);
  for (const { start, end, tokenStart, tokenEnd, paragraph, cut } of cuts) {
    const sentence = sentences.length;
    sentences.push({ index: sentence, start, end, tokenStart, tokenEnd, paragraph, kind: 'body' });
    if (cut) problems.push(problem('sentence-too-long', { start, end }));
    for (const word of unfolded(words, tokenStart, tokenEnd, folds, models)) {
      tokens.push({ ...words[tokens.length], index: tokens.length, sentence, ...word });
    }
  }
  return { tokens, sentences, problems };
}

const NO_FOLDS: ReadonlyMap<number, number> = new Map();

/** Parses the words that are not folded away, and hangs those that are on the word that stands for them. */
function unfolded(
  words: readonly { readonly text: string }[],
  start: number,
  end: number,
  folds: ReadonlyMap<number, number>,
  models: LanguageModels,
): readonly SyntaxOfToken[] {
  const kept: number[] = [];
  for (let i = start; i < end; i += 1) if (!isFolded(folds, i, start, end)) kept.push(i);
  const parsed = sentenceSyntax(
    kept.map(i => words[i].text),
    models,
  );
  const result: SyntaxOfToken[] = [];
  let next = 0;
  for (let i = start; i < end; i += 1) {
    if (isFolded(folds, i, start, end)) {
      const lemma = words[i].text.toLowerCase();
      result.push({ upos: 'ADV', xpos: 'RB', lemma, label: 'advmod', head: folds.get(i) ?? i });
      continue;
    }
    const word = parsed[next];
    result.push({ ...word, head: word.head < 0 ? i : kept[word.head] });
    next += 1;
  }
  return result;
}

type SyntaxOfToken = Pick<Token, 'upos' | 'xpos' | 'lemma' | 'label' | 'head'>;

/** A word is folded only where the word that stands for it is in its sentence. */
function isFolded(folds: ReadonlyMap<number, number>, i: number, start: number, end: number): boolean {
  const into = folds.get(i);
  return into !== undefined && into >= start && into < end;
}
