import type { Context } from '../context.ts';
import type { Draft } from '../draft.ts';

/** Kinds that several rules may read from the same words. */
const KINDS: readonly Draft['kind'][] = ['responsibility', 'denial'];

/**
 * Blame and denial are told once by the same words (codebook §1.3): where two rules read them over overlapping words, the
 * one stays that names the blamed, or else a speaker besides the author, or else the one proposed first.
 */
export function oneOfAKind(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const kept = new Map<string, Draft[]>();
  const dropped = new Map<Draft, string>();
  for (const draft of drafts) {
    if (draft.dropped !== null || !KINDS.includes(draft.kind)) continue;
    const place = `${draft.kind} ${context.tree.tokens[draft.anchor].sentence}`;
    const beside = kept.get(place) ?? [];
    const rival = beside.find(({ range }) => range.start < draft.range.end && draft.range.start < range.end);
    if (rival === undefined) kept.set(place, [...beside, draft]);
    else if (worth(draft) > worth(rival)) {
      dropped.set(rival, draft.key);
      kept.set(place, [...beside.filter(other => other !== rival), draft]);
    } else dropped.set(draft, rival.key);
  }
  return drafts.map(draft => {
    const by = dropped.get(draft);
    return by === undefined ? draft : { ...draft, dropped: `says again what ${by} says` };
  });
}

/** Who is blamed counts for more than who says so, and somebody who says so for more than the author. */
function worth(draft: Draft): number {
  const named = draft.kind === 'responsibility' && draft.actor !== null ? 2 : 0;
  return named + (draft.claimant === null || draft.claimant.kind === 'author' ? 0 : 1);
}
