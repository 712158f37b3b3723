import type { Token } from '../language/token.ts';
import { childWith } from '../language/tree.ts';
import { caseOf, isNegated } from './clause.ts';
import { type Context, sentenceOf } from './context.ts';
import type { NounPhrase } from './nouns.ts';

/**
 * What a sentence that has a word of harm says of it where it tells of none: that nobody was `harmed` as far as is
 * reported ("no reports of injuries"), or that nothing is `known` ("no word on casualties", "gave no casualty figures",
 * "not clear if there were any casualties"). Unknown is never zero (codebook §5.3). Null where harm is told.
 */
export type Silence = 'nobody-reported' | 'nothing-known';

/** What is said to be told or not told about a word of harm. */
export function silenceOn(context: Context, at: number): Silence | null {
  const { tree, codebook } = context;
  const { tokens } = tree;
  if (isAsked(context, at)) return 'nothing-known';
  const account = accountOf(context, at);
  if (account === null) return null;
  // "Casualty figures rose": the figure is told by another rule, if at all.
  if (account.index > at) return 'nothing-known';
  if (!isDenied(context, account)) return null;
  const bare = tree.children[account.index].every(child => tokens[child].label !== 'amod');
  return codebook.wordSets['report-noun'].has(account.lemma) && bare ? 'nobody-reported' : 'nothing-known';
}

/** "How many were killed": a question counts nobody. */
export function isQuestion({ tree }: Context, { range }: NounPhrase): boolean {
  return tree.tokens.slice(Math.max(0, range.start - 1), range.start + 1).some(({ text }) => /^how$/i.test(text));
}

/** The noun for an account that a word of harm describes or that is about it: "casualty | figures", "word on | casualties". */
function accountOf(context: Context, at: number): Token | null {
  const { tree, codebook } = context;
  const { label, head } = tree.tokens[at];
  const account = tree.tokens[head];
  const sets = codebook.wordSets;
  if (!sets['account-noun'].has(account.lemma) && !sets['report-noun'].has(account.lemma)) return null;
  if (label === 'compound' || label === 'amod') return account;
  const preposition = caseOf(tree, at) ?? '';
  return /^(?:nmod|obl)/.test(label) && /^(?:of|on|about|for|regarding|over)$/.test(preposition) ? account : null;
}

/** "No word", "any figures" behind a verb that is denied. */
function isDenied({ tree, codebook }: Context, account: Token): boolean {
  if (isNegated(tree, account.index)) return true;
  const verb = tree.tokens[account.head];
  return verb !== account && (isNegated(tree, verb.index) || codebook.wordSets['not-telling'].has(verb.lemma));
}

/** "It was not clear if there were any casualties". */
function isAsked(context: Context, at: number): boolean {
  const { tree } = context;
  const any = childWith(tree, at, 'det')?.text.toLowerCase() === 'any';
  if (!any) return false;
  const { tokenStart } = sentenceOf(context, at);
  return tree.tokens.slice(tokenStart, at).some(({ text }) => /^(?:if|whether)$/i.test(text));
}
