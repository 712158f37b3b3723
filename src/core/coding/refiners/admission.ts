import { sameActor } from '../../model/actor.ts';
import type { Draft } from '../draft.ts';

/** Telling one's own losses is admitting them (codebook §3.6): the claimant is the victims' side. */
export function admission(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map(draft => {
    if (draft.kind !== 'casualty' || draft.act !== 'state' || draft.polarity === 'negative') return draft;
    const speaker = draft.claimant?.actor ?? null;
    const side = draft.victims.side;
    const own = speaker !== null && side !== null && draft.victims.status === 'combatant' && sameActor(speaker, side);
    return own ? { ...draft, act: 'admit' as const } : draft;
  });
}
