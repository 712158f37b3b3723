import type { Context } from '../context.ts';
import { spanOf } from '../context.ts';
import type { Draft } from '../draft.ts';

/**
 * A party that says of itself or others that something did not happen rejects what is said elsewhere: "our forces did not
 * open fire" is a denial (codebook §9.3). Told by the author, or as a standing state, it stays an event of negative polarity.
 */
export function negativeEvent(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const voice = context.doc.report.source?.affiliation ?? null;
  return drafts.map(draft => {
    if (draft.kind !== 'event' || draft.polarity !== 'negative' || draft.dropped !== null) return draft;
    const party = draft.claimant?.actor != null || (draft.claimant?.kind === 'author' && voice !== null);
    if (!party || draft.scope === 'hypothetical' || draft.scope === 'future') return draft;
    const { key, anchor, range, hedges, claimant, dropped, certainty, scope } = draft;
    return {
      kind: 'denial',
      key,
      anchor,
      range,
      hedges,
      claimant,
      dropped,
      certainty,
      scope: scope === 'period' ? ('incident' as const) : scope,
      rule: 'denial/negative-event',
      act: 'deny',
      polarity: 'negative',
      content: spanOf(context.tree.tokens, range),
      about: null,
      rejects: null,
    };
  });
}
