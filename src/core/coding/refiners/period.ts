import { type Context, sentenceOf, within } from '../context.ts';
import type { Draft } from '../draft.ts';
import { bySentence, draftsBeside } from '../draft-index.ts';

/** Gives a period total the time that it runs over, where its sentence names one (codebook §7.3). */
export function period(drafts: readonly Draft[], context: Context): readonly Draft[] {
  return drafts.map(draft => {
    if (draft.kind !== 'casualty' || draft.scope !== 'period' || draft.period !== null) return draft;
    const { tokenStart, tokenEnd } = sentenceOf(context, draft.anchor);
    const dates = within(context.dateAt, { start: tokenStart, end: tokenEnd });
    const named = dates.find(({ kind }) => kind === 'period') ?? dates.find(({ kind }) => kind === 'interval');
    return named === undefined ? draft : { ...draft, period: named.when };
  });
}

/**
 * A figure in the same sentence as counted happenings ("nine raids, in which 31 people died") is a total over them
 * (codebook §7.3), and one in the same sentence as an imagined happening is imagined with it.
 */
export function shareScope(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const index = bySentence(drafts, context);
  return drafts.map(draft => {
    if (draft.kind !== 'casualty' || draft.scope !== 'incident') return draft;
    const beside = draftsBeside(index, context, draft.anchor);
    const counted = beside.some(other => other.kind === 'event' && other.scope === 'period');
    return counted ? { ...draft, scope: 'period' as const } : draft;
  });
}
