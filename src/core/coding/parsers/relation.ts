import type { ActorMention } from '../../language/actors/actor-mention.ts';
import { phrasesAt } from '../../language/phrases.ts';
import { antecedent, childrenWith, childWith } from '../../language/tree.ts';
import type { ActorRef } from '../../model/actor.ts';
import { isNegated, modalOf } from '../clause.ts';
import type { RelationWord } from '../codebook.ts';
import { type Context, hull, sentenceOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { nounPhrase } from '../nouns.ts';

/**
 * Proposes how two named actors stand to each other: sponsors, supports, allied, hostile, splinter, part of (codebook §11). A
 * standing fact, so its scope is background; what could or would be is a risk and no relation.
 */
export function relation(context: Context): readonly DraftOf<'relation'>[] {
  const drafts: DraftOf<'relation'>[] = [];
  const { tokens } = context.tree;
  for (let at = 0; at < tokens.length; at += 1) {
    const compound = byCompound(context, at);
    if (compound !== null) drafts.push(compound);
    for (const { entry, end } of phrasesAt(tokens, at, context.codebook.relationWords)) {
      const draft =
        entry.frame === 'noun-of'
          ? byNoun(context, at, entry)
          : entry.frame === 'suffix'
            ? null
            : byVerb(context, at, end, entry);
      if (draft === null) continue;
      drafts.push(draft);
      break;
    }
  }
  return drafts;
}

/** "X sponsors Y", "X pledged allegiance to Y", "the state that once sheltered X". */
function byVerb(context: Context, at: number, end: number, word: RelationWord): DraftOf<'relation'> | null {
  const { tree } = context;
  if (tree.tokens[at].upos !== 'VERB' || modalOf(tree, at) !== null || isNegated(tree, at)) return null;
  const subject =
    childWith(tree, at, 'nsubj') ?? (tree.tokens[at].label === 'acl' ? tree.tokens[tree.tokens[at].head] : null);
  const from = subject === null ? null : standing(context, antecedent(tree, subject.index)?.index ?? subject.index);
  const object = word.frame === 'verb' ? childWith(tree, at, 'obj') : null;
  const to =
    object === null ? (word.frame === 'verb' ? null : actorAfter(context, end - 1)) : standing(context, object.index);
  if (from === null || to === null) return null;
  const past =
    tree.tokens[at].xpos === 'VBD' ||
    childrenWith(tree, at, 'advmod').some(({ lemma }) => lemma === 'once' || lemma === 'formerly');
  return proposal(at, word, from, to, past);
}

/** "an ally of X", "the group's rival": the other one is the subject of the clause or what the noun is in apposition to. */
function byNoun(context: Context, at: number, word: RelationWord): DraftOf<'relation'> | null {
  const { tree } = context;
  const token = tree.tokens[at];
  if (token.upos !== 'NOUN') return null;
  const other =
    childrenWith(tree, at, 'nmod')
      .map(({ index }) => standing(context, index))
      .find(mention => mention !== null) ?? null;
  const governor = token.label === 'appos' || token.label === 'nmod' ? standing(context, token.head) : null;
  const subject = childWith(tree, at, 'nsubj');
  const self = governor ?? (subject === null ? null : standing(context, subject.index));
  if (other === null || self === null) return null;
  const past =
    childWith(tree, at, 'cop')?.xpos === 'VBD' ||
    childrenWith(tree, at, 'amod').some(({ lemma }) => /^(?:former|old|erstwhile|ex)$/.test(lemma));
  return word.turn ? proposal(at, word, other, self, past) : proposal(at, word, self, other, past);
}

/** "Iran-backed Houthi fighters", "the al-Qaida-linked group JNIM": the first stands behind the second. */
function byCompound(context: Context, at: number): DraftOf<'relation'> | null {
  const { tokens } = context.tree;
  const word = context.codebook.relationWords.byFirst
    .get(tokens[at].text.toLowerCase())
    ?.find(({ entry }) => entry.frame === 'suffix')?.entry;
  if (word === undefined || !/^[-\u2010\u2011]$/.test(tokens[at - 1]?.text ?? '')) return null;
  const first = context.actorAt[at - 2] ?? null;
  const second = actorAfter(context, at);
  if (first === null || second === null || first === second) return null;
  return proposal(at, word, first, second, false);
}

function actorAfter(context: Context, at: number): ActorMention | null {
  const { tokenEnd } = sentenceOf(context, at);
  for (let i = at + 1; i < Math.min(at + 6, tokenEnd); i += 1) {
    const mention = context.actorAt[i];
    if (mention !== null && mention.tokenStart >= at + 1) return isStanding(mention) ? mention : null;
  }
  return null;
}

function standing(context: Context, head: number): ActorMention | null {
  const { actor } = nounPhrase(context, context.tree.tokens[head]);
  return actor !== null && isStanding(actor) ? actor : null;
}

/** Only bodies with a name stand in relations: not "people", nor "fighters" of nobody. */
function isStanding({ ref, form }: ActorMention): boolean {
  return ref.kind !== 'civilians' && ref.kind !== 'media' && (ref.id !== null || form === 'unknown-group');
}

function proposal(
  at: number,
  word: RelationWord,
  from: ActorMention,
  to: ActorMention,
  past: boolean,
): DraftOf<'relation'> | null {
  if (sameRef(from.ref, to.ref)) return null;
  const own = { start: at, end: at + 1 };
  const range = hull(hull(own, { start: from.tokenStart, end: from.tokenEnd }), {
    start: to.tokenStart,
    end: to.tokenEnd,
  });
  return {
    ...NEW_DRAFT,
    kind: 'relation',
    key: `relation:${at}`,
    anchor: at,
    range,
    rule: `relation/${word.frame}`,
    scope: 'background',
    type: word.type,
    from: from.ref,
    to: to.ref,
    valid: past ? 'past' : 'present',
  };
}

function sameRef(a: ActorRef, b: ActorRef): boolean {
  return a.id === b.id && a.name === b.name;
}
