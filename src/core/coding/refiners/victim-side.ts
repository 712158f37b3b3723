import type { ActorRef } from '../../model/actor.ts';
import type { Context } from '../context.ts';
import type { Draft } from '../draft.ts';
import { bySentence, draftsBeside } from '../draft-index.ts';
import { isBareFigure } from '../nouns.ts';

/** Kinds of actors whose members are combatants. */
const ARMED = new Set(['military', 'armed-group', 'militia', 'police']);
const GROUPS = new Set(['armed-group', 'militia']);

/**
 * Whose the victims are where their own words do not say it: combatants, and those of a bare figure ("leaving nine dead"),
 * in a sentence that tells of an attack are the attacked side's (codebook §6.2). The side is then `implied`, and the rule is named.
 */
export function victimSide(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const index = bySentence(drafts, context);
  return drafts.map(draft => {
    if (draft.kind !== 'casualty' || draft.victims.side !== null || draft.victims.status === 'civilian') return draft;
    const bare = draft.rule !== 'casualty/toll' && isBareFigure(context, draft.victims.span, draft.anchor);
    if (draft.victims.status === 'unknown' && !bare) return draft;
    const side = attackedSide(draftsBeside(index, context, draft.anchor));
    if (side === null) return draft;
    return { ...draft, victims: { ...draft.victims, side, status: 'combatant' as const } };
  });
}

function attackedSide(beside: readonly Draft[]): ActorRef | null {
  const sides = beside
    // Where an attack is beaten off, those who fall in it are the attackers'.
    .flatMap(other =>
      other.kind === 'event'
        ? other.roles.filter(({ role }) => role === (other.outcome === null ? 'recipient' : 'actor'))
        : [],
    )
    // A rank without a name ("a captain") is no side; rebels are one, whoever they are.
    .filter(({ actor: { id, kind } }) => kind !== null && ARMED.has(kind) && (id !== null || GROUPS.has(kind)))
    .map(({ actor }) => actor);
  const names = new Set(sides.map(({ name }) => name));
  return names.size === 1 ? { ...sides[0], span: null, basis: 'implied', rule: 'side/attacked-in-the-sentence' } : null;
}
