import { childrenWith, childWith, pathToRoot } from '../../language/tree.ts';
import type { ActorRef } from '../../model/actor.ts';
import { caseOf } from '../clause.ts';
import type { Context } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';
import { nounPhrase, sideOf, statusOf } from '../nouns.ts';

/**
 * Whose the victims are where another word of the clause says it: "three dead among the auxiliaries", "the army has two
 * wounded", "the rebels lost nine men" (codebook §6.2).
 */
export function victimOwner(drafts: readonly Draft[], context: Context): readonly Draft[] {
  return drafts.map(draft => {
    if (draft.kind !== 'casualty' || draft.victims.side !== null) return draft;
    const owner = amongWhom(context, draft) ?? bearerOf(context, draft);
    if (owner === null) return draft;
    const status = draft.victims.status === 'unknown' ? statusOf(null, owner) : draft.victims.status;
    return { ...draft, victims: { ...draft.victims, side: owner, status } };
  });
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
    const subject = childWith(context.tree, at, 'nsubj');
    const actor = subject === null ? null : nounPhrase(context, subject).actor;
    return actor === null || actor.ref.kind === 'civilians' ? null : sideOf(actor);
  }
  return null;
}
