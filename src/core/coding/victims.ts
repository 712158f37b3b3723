import type { Token } from '../language/doc.ts';
import { antecedent, childrenWith, childWith, conjuncts, type Tree } from '../language/tree.ts';
import type { HarmTrigger } from './codebook.ts';
import type { Context } from './context.ts';
import { type NounPhrase, nounPhrase } from './nouns.ts';

/**
 * The phrases for those whom a word of harm speaks of, coordinated ones apart ("two soldiers and a driver"). Empty when
 * the words name nobody. `at` is the trigger's governing token and `end` the first token after its words.
 */
export function victimsOf(context: Context, trigger: HarmTrigger, at: number, end: number): readonly NounPhrase[] {
  const heads = headsOf(context, trigger, at, end);
  const seen = new Set<number>();
  const phrases: NounPhrase[] = [];
  for (const head of heads.flatMap(head => conjuncts(context.tree, head.index))) {
    if (seen.has(head.index) || !isNominal(head) || (head.index !== at && namesHarm(context, head))) continue;
    seen.add(head.index);
    phrases.push(nounPhrase(context, head));
  }
  return phrases;
}

/** "12 dead and 15 casualties": what is coordinated and tells of harm itself is no victim of the first word. */
function namesHarm(context: Context, head: Token): boolean {
  return context.codebook.harmTriggers.byFirst.has(head.lemma.toLowerCase()) && head.upos === 'NOUN';
}

function headsOf(context: Context, trigger: HarmTrigger, at: number, end: number): readonly Token[] {
  switch (trigger.victims) {
    case 'object':
      return list(numeralBefore(context, at) ?? livesOf(context.tree, patientOf(context.tree, at, end)));
    case 'subject':
      return list(subjectOf(context.tree, at) ?? numeralBefore(context, at));
    case 'predicate':
      return list(numeralBefore(context, at) ?? bearerOf(context.tree, at));
    case 'of':
      return ofNoun(context, at);
    case 'head':
      return [context.tree.tokens[at]];
  }
}

/**
 * "12 killed", "over 100 injured": a bare numeral right before the word, where no noun follows it. An auxiliary may
 * stand between ("12 were killed"); a numeral with a noun of its own does not count ("12 soldiers killed").
 */
function numeralBefore(context: Context, at: number): Token | null {
  let i = at - 1;
  while (i >= 0 && (context.tree.tokens[i].upos === 'AUX' || context.tree.tokens[i].upos === 'ADV')) i -= 1;
  const number = i < 0 ? null : context.numberAt[i];
  if (number === null || number.meaning !== 'count' || number.tokenEnd !== i + 1) return null;
  if (context.tree.tokens[i].sentence !== context.tree.tokens[at].sentence) return null;
  const last = context.tree.tokens[number.numeralEnd - 1];
  const governor = context.tree.tokens[last.head];
  const counted = last.label === 'nummod' && governor.index < at && isNominal(governor);
  return counted ? null : last;
}

/** Whom a transitive word of harm befell: object of the active, subject of the passive, or the noun it describes. */
function patientOf(tree: Tree, at: number, end: number): Token | null {
  const token = tree.tokens[at];
  const passive = childWith(tree, at, 'nsubj:pass');
  if (passive !== null) return relativeHead(tree, passive);
  const object = childWith(tree, at, 'obj');
  if (object !== null && (object.index >= end || object.index < at || object.lemma === 'life'))
    return relativeHead(tree, object);
  const participle = token.xpos === 'VBN' || token.xpos === 'VBD' || token.xpos === 'JJ';
  if (!participle) return null;
  const governor = tree.tokens[token.head];
  if (/^(?:acl|amod)/.test(token.label) && isNominal(governor)) return governor;
  const left = token.label === 'xcomp' ? childWith(tree, token.head, 'obj') : null;
  if (left !== null) return left;
  if (childWith(tree, at, 'aux') === null && childWith(tree, at, 'nsubj') !== null) return childWith(tree, at, 'nsubj');
  // "were killed and buried", "were shot and killed": the passive of the verb it is coordinated with.
  return token.label === 'conj' ? childWith(tree, token.head, 'nsubj:pass') : null;
}

/** "claimed 12 lives" counts lives, "the lives of 12 people" the people. */
function livesOf(tree: Tree, patient: Token | null): Token | null {
  if (patient?.lemma !== 'life') return patient;
  return childWith(tree, patient.index, 'nmod') ?? patient;
}

function subjectOf(tree: Tree, at: number): Token | null {
  const token = tree.tokens[at];
  const subject = childWith(tree, at, 'nsubj', 'nsubj:pass');
  if (subject !== null) return relativeHead(tree, subject);
  if (/^acl/.test(token.label) && isNominal(tree.tokens[token.head])) return tree.tokens[token.head];
  if (token.label === 'xcomp' || token.label === 'conj') return childWith(tree, token.head, 'nsubj', 'nsubj:pass');
  return null;
}

/** Who bears an adjective: "12 people dead", "three are missing", "left 12 people dead". */
function bearerOf(tree: Tree, at: number): Token | null {
  const token = tree.tokens[at];
  const governor = tree.tokens[token.head];
  if (token.head !== at && isNominal(governor) && /^(?:amod|acl|nmod|dep|appos)/.test(token.label)) return governor;
  const subject = childWith(tree, at, 'nsubj', 'nsubj:pass');
  if (subject !== null) return relativeHead(tree, subject);
  return token.label === 'xcomp' || token.label === 'ccomp'
    ? childWith(tree, token.head, 'obj', 'nsubj', 'nsubj:pass')
    : null;
}

/** "the death of 12 people": those after "of"; else the noun itself, with its own number ("12 deaths"). */
function ofNoun(context: Context, at: number): readonly Token[] {
  const of = childrenWith(context.tree, at, 'nmod').find(
    child => childWith(context.tree, child.index, 'case')?.lemma === 'of',
  );
  const own = nounPhrase(context, context.tree.tokens[at]);
  if (own.number !== null || of === undefined) return [context.tree.tokens[at]];
  return [of];
}

/** "the men who were killed": the relative pronoun stands for its noun. */
function relativeHead(tree: Tree, subject: Token): Token {
  return antecedent(tree, subject.index) ?? subject;
}

function isNominal(token: Token): boolean {
  return (
    ['NOUN', 'PROPN', 'NUM', 'PRON', 'SYM'].includes(token.upos) ||
    (token.upos === 'ADJ' && token.label !== 'amod') ||
    token.xpos === 'DT'
  );
}

function list(token: Token | null): readonly Token[] {
  return token === null ? [] : [token];
}
