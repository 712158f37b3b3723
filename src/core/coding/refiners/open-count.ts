import { childWith } from '../../language/tree.ts';
import { estimate } from '../../model/estimate.ts';
import { type Context, sentenceOf } from '../context.ts';
import type { Draft } from '../draft.ts';

/** "12 bodies and still counting", "the count is not over": the figure before it is open above (codebook §5.1). */
export function openCount(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const ends = context.tree.tokens.flatMap(({ index }) => (isOpen(context, index) ? [index] : []));
  if (ends.length === 0) return drafts;
  return drafts.map(draft => {
    if (draft.kind !== 'casualty' || draft.estimate.qualifier !== 'exact' || draft.estimate.high === 0) return draft;
    const { tokenEnd } = sentenceOf(context, draft.anchor);
    const own = ends.find(end => end >= draft.range.end && end < tokenEnd);
    const between = drafts.some(
      other =>
        other.kind === 'casualty' &&
        own !== undefined &&
        draft.range.end <= other.range.start &&
        other.range.end <= own,
    );
    if (own === undefined || between || draft.rule === 'casualty/same-figure') return draft;
    const { low, best } = draft.estimate;
    return { ...draft, estimate: estimate(low, best, null, 'at-least') };
  });
}

/** "… and counting", "still counting"; "the count is not over". */
function isOpen(context: Context, at: number): boolean {
  const { tokens } = context.tree;
  const { lemma, text } = tokens[at];
  if (/^counting$/i.test(text)) return /^(?:and|still)$/i.test(tokens[at - 1]?.text ?? '');
  if (!/^(?:over|final|complete|finished)$/.test(lemma)) return false;
  const subject = childWith(context.tree, at, 'nsubj');
  const negated = context.tree.children[at].some(child => /^(?:not|n't|n’t|far)$/i.test(tokens[child].text));
  return subject !== null && negated && context.codebook.wordSets['figure-noun'].has(subject.lemma);
}
