import type { ActorMention } from '../../language/actors/actor-mention.ts';
import { childrenWith, childWith, pathToRoot } from '../../language/tree.ts';
import type { ActorRef } from '../../model/actor.ts';
import { caseOf } from '../clause.ts';
import { type Context, isArmedMention, sentenceOf, within } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';
import { nounPhrase, sideOf, statusOf } from '../nouns.ts';

/**
 * Whose the victims are where another word of the clause says it: "three dead among the auxiliaries", "the army has two
 * wounded", "the rebels lost nine men" (codebook §6.2).
 */
export function victimOwner(drafts: readonly Draft[], context: Context): readonly Draft[] {
  return drafts.map(draft => {
    if (draft.kind !== 'casualty' || draft.victims.side !== null) return draft;
    const all = allOfThem(context, draft);
    if (all !== null)
      return { ...draft, victims: { ...draft.victims, side: sideOf(all), status: statusOf(all, sideOf(all)) } };
    const owner = amongWhom(context, draft) ?? bearerOf(context, draft) ?? takenUp(context, draft);
    if (owner === null) return draft;
    const status = draft.victims.status === 'unknown' ? statusOf(null, owner) : draft.victims.status;
    return { ...draft, victims: { ...draft.victims, side: owner, status } };
  });
}

/** "13 dead, all civilians", "nine killed, all of them soldiers": what the words behind the figure say of all. */
function allOfThem(context: Context, draft: DraftOf<'casualty'>): ActorMention | null {
  const { tokens } = context.tree;
  let at = draft.range.end;
  while (at < draft.range.end + 3 && /^[A-Za-z]+$/.test(tokens[at]?.text ?? '')) at += 1;
  if (tokens[at]?.text !== ',' || tokens[at + 1]?.text.toLowerCase() !== 'all') return null;
  const of = tokens[at + 2]?.text.toLowerCase() === 'of' ? at + 4 : at + 2;
  const mention = context.actorAt[of] ?? null;
  return mention !== null && mention.status !== undefined ? mention : null;
}

/** "Tens of them were killed": those under arms whom the sentence named before, other than whoever speaks. */
function takenUp(context: Context, draft: DraftOf<'casualty'>): ActorRef | null {
  // A part is of those whose part it is.
  if (draft.victims.partOf !== null) return null;
  const { tokens } = context.tree;
  const { start, end } = draft.victims.span ?? { start: 0, end: 0 };
  const them = tokens
    .slice(draft.range.start, draft.range.end)
    .find(token => token.start >= start && token.end <= end && /^(?:them|whom)$/i.test(token.text));
  if (them === undefined) return null;
  const speaker = draft.claimant?.actor?.name ?? null;
  const before = within(context.actorAt, { start: sentenceOf(context, them.index).tokenStart, end: draft.range.start });
  const armed = before.findLast(
    mention => isArmedMention(mention) && mention.ref.id !== null && mention.ref.name !== speaker,
  );
  return armed?.ref ?? null;
}

/** "N dead among the auxiliaries": the noun behind "among", below the figure or its word of harm. */
function amongWhom(context: Context, draft: DraftOf<'casualty'>): ActorRef | null {
  for (let at = draft.range.start; at < Math.min(draft.range.end + 3, context.tree.tokens.length); at += 1) {
    for (const child of childrenWith(context.tree, at, 'nmod', 'obl')) {
      if (!/^(?:among|amongst)$/.test(caseOf(context.tree, child.index) ?? '')) continue;
      const { actor } = nounPhrase(context, child);
      if (actor !== null && actor.ref.kind !== 'civilians') return sideOf(actor);
    }
  }
  return null;
}

function bearerOf(context: Context, draft: DraftOf<'casualty'>): ActorRef | null {
  for (const at of pathToRoot(context.tree, draft.anchor).slice(0, 4)) {
    const verb = context.tree.tokens[at];
    if (verb.upos !== 'VERB' || !context.codebook.wordSets['bearing-loss'].has(verb.lemma)) continue;
    // "The rebels took four prisoners" bears no loss.
    if (draft.harm === 'captured' && verb.lemma !== 'lose') return null;
    // "Its fighters killed nine and lost two".
    const shared = verb.label === 'conj' ? childWith(context.tree, verb.head, 'nsubj') : null;
    const subject = childWith(context.tree, at, 'nsubj') ?? shared;
    const actor = subject === null ? null : nounPhrase(context, subject).actor;
    return actor === null || actor.ref.kind === 'civilians' ? null : sideOf(actor);
  }
  return null;
}
