import type { ActorRef } from '../../model/actor.ts';
import type { Draft } from '../draft.ts';

/**
 * Civilians are a side of their own (codebook §6.1): victims who are called civilians and whose side is not told stand
 * under it. People who were driven from their homes, and families, are civilians too (§4.6).
 */
export function civilianSide(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map(draft => {
    if (draft.kind !== 'casualty' || draft.victims.side !== null) return draft;
    const { status } = draft.victims;
    const uprooted = draft.harm === 'displaced' || draft.unit === 'families';
    if (status !== 'civilian' && !(uprooted && status === 'unknown')) return draft;
    return { ...draft, victims: { ...draft.victims, side: CIVILIANS, status: 'civilian' as const } };
  });
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
