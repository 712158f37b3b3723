import { hashText } from '../../base/hash.ts';
import type { Sentence, Token } from '../../language/token.ts';
import { type Tree, treeOf } from '../../language/tree.ts';

/** How many groups of words with like meaning there are, coarse to fine. */
export const classCounts = [64, 512, 2048] as const;

/** Groups of words by their vectors: for each word of the lexicon, by rank, its group at each of three levels. */
export interface WordClasses {
  readonly rankOf: (form: string) => number;
  /** Three numbers a word. */
  readonly groups: Uint16Array;
}

/** What the role models see of a document: the same layers, as numbers that are quick to combine. */
export interface RoleWords {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly tree: Tree;
  /** Lower-case words. */
  readonly lower: readonly string[];
  /** Hashes of words, lemmas, fine tags and labels. */
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  readonly tag: Int32Array;
  readonly label: Int32Array;
  /** Groups of like words: three numbers a token. */
  readonly group: Uint16Array;
  /** What the layers of actors and places take each word for; 0 for nothing. */
  readonly mark: Int32Array;
}

/** A stretch of tokens that another layer has given a kind. */
export interface Marked {
  readonly tokenStart: number;
  readonly tokenEnd: number;
  readonly kind: string;
}

/** The words of a document as the role models see them; capitals tell them nothing. */
export function roleWords(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  marked: readonly Marked[],
  classes: WordClasses,
): RoleWords {
  const mark = new Int32Array(tokens.length);
  for (const { tokenStart, tokenEnd, kind } of marked) mark.fill(hashText(kind), tokenStart, tokenEnd);
  const lower = tokens.map(({ text }) => text.toLowerCase());
  const group = new Uint16Array(3 * tokens.length);
  lower.forEach((form, i) => {
    const rank = classes.rankOf(form);
    const known = rank >= 0 && 3 * rank < classes.groups.length;
    for (let level = 0; level < 3; level++)
      group[3 * i + level] = known ? classes.groups[3 * rank + level] : classCounts[level];
  });
  return {
    tokens,
    sentences,
    tree: treeOf(tokens),
    lower,
    word: Int32Array.from(lower, form => hashText(form)),
    lemma: Int32Array.from(tokens, ({ lemma }) => hashText(lemma.toLowerCase())),
    tag: Int32Array.from(tokens, ({ xpos }) => hashText(xpos)),
    label: Int32Array.from(tokens, ({ label }) => hashText(label)),
    group,
    mark,
  };
}
