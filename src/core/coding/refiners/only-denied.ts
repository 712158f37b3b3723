import type { Context } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';
import { bySentence, draftsBeside } from '../draft-index.ts';

/**
 * What is told only to be denied is no claim of its own: "the talk of 37 dead is a lie" rejects the 37 and tells of nobody
 * killed (codebook §9.3). The figure is kept as what the denial rejects.
 */
export function onlyDenied(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const index = bySentence(drafts, context);
  return drafts.map(draft => {
    if (draft.dropped !== null) return draft;
    const beside = draftsBeside(index, context, draft.anchor);
    if (draft.kind === 'casualty' || draft.kind === 'event' || draft.kind === 'strength') {
      const denial = beside.find(other => other.kind === 'denial' && holdsAnchor(other, draft, context));
      return denial === undefined ? draft : { ...draft, dropped: `only denied: ${denial.key}` };
    }
    if (draft.kind !== 'denial' || draft.rejects !== null) return draft;
    const figure = beside.find(
      (other): other is DraftOf<'casualty'> => other.kind === 'casualty' && holdsAnchor(draft, other, context),
    );
    if (figure === undefined) return draft;
    const { harm, estimate, victims } = figure;
    return { ...draft, rejects: { harm, side: victims.side, estimate } };
  });
}

/** Whether the content of a denial holds the word that another draft stands on. */
function holdsAnchor(denial: Draft, other: Draft, context: Context): boolean {
  if (denial.kind !== 'denial' || denial.rule === 'denial/negative-event') return false;
  const { start, end } = context.tree.tokens[other.anchor];
  return denial.content.start <= start && end <= denial.content.end;
}
