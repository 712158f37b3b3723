import type { Context } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';
import { bySentence, draftsBeside } from '../draft-index.ts';
import { rejectedReport } from './rejected-report.ts';

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
      if (denial === undefined || isZero(draft)) return draft;
      const reported = draft.kind === 'casualty' ? asReported(draft, denial, context) : null;
      return reported ?? { ...draft, dropped: `only denied: ${denial.key}` };
    }
    if (draft.kind !== 'denial' || draft.rejects !== null) return draft;
    const zero = beside.find(other => isZero(other) && holdsAnchor(draft, other, context));
    if (zero !== undefined && draft.rule === 'denial/cue')
      return { ...draft, dropped: `the zero says it: ${zero.key}` };
    const figure = beside.find(
      (other): other is DraftOf<'casualty'> => other.kind === 'casualty' && holdsAnchor(draft, other, context),
    );
    if (figure === undefined) return draft;
    const { harm, estimate, victims } = figure;
    return { ...draft, rejects: { harm, side: victims.side, estimate } };
  });
}

/** "Denied any deaths" is a zero, and no denial beside it. */
function isZero(draft: Draft): boolean {
  return draft.kind === 'casualty' && draft.act === 'deny' && draft.estimate.high === 0 && draft.dropped === null;
}

/** The figure of somebody's report that is called untrue stays, as his. */
function asReported(draft: DraftOf<'casualty'>, denial: Draft, context: Context): Draft | null {
  if (draft.act === 'allege') return draft;
  if (denial.kind !== 'denial') return null;
  const { tokens } = context.tree;
  const start = tokens.findIndex(token => token.start >= denial.content.start);
  const end = tokens.findLastIndex(token => token.end <= denial.content.end) + 1;
  return rejectedReport(draft, { start, end }, context);
}

/** Whether the content of a denial holds the word that another draft stands on. */
function holdsAnchor(denial: Draft, other: Draft, context: Context): boolean {
  if (denial.kind !== 'denial' || denial.rule === 'denial/negative-event') return false;
  const { start, end } = context.tree.tokens[other.anchor];
  return denial.content.start <= start && end <= denial.content.end;
}
