import type { Context } from '../context.ts';
import type { Draft } from '../draft.ts';
import { partyVoice, sameParty } from '../party-voice.ts';

/** Telling one's own losses is admitting them (codebook §3.6): the claimant, or whom the publisher speaks for, is the victims' side. */
export function admission(drafts: readonly Draft[], context: Context): readonly Draft[] {
  return drafts.map(draft => {
    if (draft.kind !== 'casualty' || draft.act !== 'state' || draft.polarity === 'negative') return draft;
    const speaker = partyVoice(context, draft);
    const side = draft.victims.side;
    const own = speaker !== null && side !== null && draft.victims.status === 'combatant' && sameParty(speaker, side);
    return own ? { ...draft, act: 'admit' as const } : draft;
  });
}
