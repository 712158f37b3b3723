import type { Context } from '../context.ts';
import { sentenceOf } from '../context.ts';
import type { Draft } from '../draft.ts';
import { bySentence, draftsBeside } from '../draft-index.ts';

/**
 * Deaths by disease, flood, traffic or accident are not coded (codebook §1.4): figures in a sentence that names such a cause
 * and no act of force.
 */
export function otherDeaths(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const index = bySentence(drafts, context);
  const causes = context.codebook.wordSets['other-cause'];
  return drafts.map(draft => {
    if (draft.kind !== 'casualty' || draft.dropped !== null) return draft;
    const { tokenStart, tokenEnd } = sentenceOf(context, draft.anchor);
    const words = context.tree.tokens.slice(tokenStart, tokenEnd);
    if (!words.some(({ lemma }) => causes.has(lemma.toLowerCase()))) return draft;
    const force = draftsBeside(index, context, draft.anchor).some(
      other => other.kind === 'event' && isForce(other.type, context),
    );
    return force ? draft : { ...draft, dropped: 'not by force' };
  });
}

function isForce(type: string, context: Context): boolean {
  const root = context.codebook.eventTypes.get(type)?.ploverRoot;
  return root === 'ASSAULT' || root === 'COERCE';
}
