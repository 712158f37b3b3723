import { phrasesAt } from '../../language/phrases.ts';
import type { Token } from '../../language/token.ts';
import { childWith, subtree, type Tree } from '../../language/tree.ts';
import { type Context, hull, sentenceOf, spanOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';

/** Proposes a denial where what others say is called untrue: "the report is false", "it is a lie that …" (codebook §9.3). */
export function untruth(context: Context): readonly DraftOf<'denial'>[] {
  const drafts: DraftOf<'denial'>[] = [];
  const { tokens } = context.tree;
  for (let at = 0; at < tokens.length; at += 1) {
    const match = phrasesAt(tokens, at, context.codebook.denialWords).find(
      ({ entry }) => entry.pos === tokens[at].upos,
    );
    if (match === undefined) continue;
    const denied = deniedBy(context, at);
    if (denied === null) continue;
    const { tokenStart, tokenEnd } = sentenceOf(context, at);
    const clip = { start: Math.max(denied.start, tokenStart), end: Math.min(denied.end, tokenEnd) };
    drafts.push({
      ...NEW_DRAFT,
      kind: 'denial',
      key: `untruth:${at}`,
      anchor: at,
      range: hull(clip, { start: at, end: match.end }),
      rule: 'denial/untruth',
      act: 'deny',
      polarity: 'negative',
      content: spanOf(tokens, clip),
      about: null,
      rejects: null,
    });
  }
  return drafts;
}

/** "called higher figures | false": an adjective behind the object of a verb of calling, which a parse hangs on that. */
function calledSo({ tokens }: Tree, at: number): Token | null {
  const { label, head } = tokens[at];
  const object = tokens[head];
  return label === 'amod' && head === at - 1 && object.label === 'obj' && tokens[object.head].lemma === 'call'
    ? object
    : null;
}

/** The clause called untrue, or the subject of the sentence that calls it so; an attribute ("false passport") denies nothing. */
function deniedBy(context: Context, at: number) {
  const { tree } = context;
  const { label, upos } = tree.tokens[at];
  const called = calledSo(tree, at);
  if (called !== null) return subtree(tree, called.index, new Set(['punct', 'amod']));
  const predicative = upos === 'VERB' || childWith(tree, at, 'cop') !== null || label === 'xcomp' || label === 'obl';
  if (!predicative) return null;
  const clause =
    childWith(tree, at, 'ccomp', 'csubj') ?? (isExpletive(tree, at) ? childWith(tree, at, 'acl', 'advcl') : null);
  const subject =
    childWith(tree, at, 'nsubj', 'nsubj:pass') ??
    (label === 'xcomp' ? childWith(tree, tree.tokens[at].head, 'obj', 'nsubj') : null);
  const chosen = clause ?? subject;
  if (chosen === null) return childWith(tree, at, 'cop') === null ? null : claimBefore(context, at);
  return subtree(tree, chosen.index, new Set(['punct']));
}

/** "Their claim that we fired is a lie": a noun for what others say, before the verb, that a parse hangs elsewhere. */
function claimBefore(context: Context, at: number) {
  const { tokens } = context.tree;
  const { tokenStart } = sentenceOf(context, at);
  const verb = childWith(context.tree, at, 'cop')?.index ?? at;
  for (let i = verb - 1; i >= Math.max(tokenStart, verb - REACH); i -= 1) {
    if (tokens[i].upos === 'NOUN' && context.codebook.wordSets['reported'].has(tokens[i].lemma)) {
      const { start } = subtree(context.tree, i, new Set(['punct', 'acl', 'acl:relcl', 'ccomp']));
      return { start: Math.max(start, tokenStart), end: verb };
    }
  }
  return null;
}

/** How far before the verb such a noun may stand, in tokens. */
const REACH = 16;

/** "It is a lie that …": the subject stands for the clause behind. */
function isExpletive(tree: Tree, at: number): boolean {
  const subject = childWith(tree, at, 'nsubj', 'expl');
  return subject === null || /^(?:it|this|that)$/i.test(subject.text);
}
