import { sameActor } from '../../model/actor.ts';
import type { Context } from '../context.ts';
import { spanOf } from '../context.ts';
import type { Draft } from '../draft.ts';
import { bySentence, draftsBeside } from '../draft-index.ts';

/**
 * An armed group that tells of its own attack claims it: "the group said its fighters ambushed a convoy" is a claim of
 * responsibility beside the event, and the act of both is claiming (codebook §9.2). A state's army only reports.
 */
export function claimedAct(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const index = bySentence(drafts, context);
  return drafts.flatMap((draft): readonly Draft[] => {
    if (draft.kind !== 'event' || draft.dropped !== null || draft.scope !== 'incident' || draft.polarity === 'negative')
      return [draft];
    const speaker = draft.claimant?.actor ?? null;
    const doer = draft.roles.find(({ role }) => role === 'actor')?.actor;
    const force = context.codebook.eventTypes.get(draft.type)?.ploverRoot === 'ASSAULT';
    const group = speaker?.kind === 'armed-group' || speaker?.kind === 'militia';
    if (speaker === null || doer === undefined || !group || !force || !sameActor(speaker, doer)) return [draft];
    const told = draftsBeside(index, context, draft.anchor).some(other => other.kind === 'responsibility');
    const claimed = { ...draft, act: 'claim-responsibility' as const };
    if (told) return [claimed];
    const { anchor, range, hedges, claimant, certainty } = draft;
    return [
      claimed,
      {
        kind: 'responsibility',
        key: `claims:${anchor}`,
        anchor,
        range,
        hedges,
        claimant,
        certainty,
        dropped: null,
        rule: 'responsibility/own-act',
        act: 'claim-responsibility',
        polarity: 'positive',
        scope: 'incident',
        actor: speaker,
        content: spanOf(context.tree.tokens, range),
        began: false,
      },
    ];
  });
}
