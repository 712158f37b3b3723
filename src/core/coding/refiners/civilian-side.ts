import type { ActorRef } from '../../model/actor.ts';
import type { Context } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';

/**
 * Civilians are a side of their own (codebook §6.1): victims who are called civilians and whose side is not told stand
 * under it. People who were driven from their homes, families, and those kidnapped are civilians too (§4.4, §4.6).
 */
export function civilianSide(drafts: readonly Draft[], context: Context): readonly Draft[] {
  return drafts.map(draft => {
    if (draft.kind !== 'casualty' || draft.victims.side !== null) return draft;
    const { status } = draft.victims;
    const abducted = draft.harm === 'captured' && isAbduction(context, draft);
    const uprooted = draft.harm === 'displaced' || draft.unit === 'families' || abducted;
    if (status !== 'civilian' && !(uprooted && status === 'unknown')) return draft;
    return { ...draft, victims: { ...draft.victims, side: CIVILIANS, status: 'civilian' as const } };
  });
}

/** Who is kidnapped is a civilian unless the words say otherwise; soldiers are captured (codebook §4.4). */
function isAbduction({ tree }: Context, { anchor }: DraftOf<'casualty'>): boolean {
  return /^(?:kidnap|abduct)/.test(tree.tokens[anchor].lemma);
}

const CIVILIANS: ActorRef = {
  id: 'civilians',
  name: 'Civilians',
  kind: 'civilians',
  country: null,
  span: null,
  basis: 'implied',
  rule: 'side/civilians',
};
