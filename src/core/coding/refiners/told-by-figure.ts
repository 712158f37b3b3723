import type { Draft } from '../draft.ts';

/** Acts that a count of captives tells in full. */
const CAPTURES: ReadonlySet<string> = new Set(['capture', 'surrender']);

/**
 * A word that tells a figure and nothing else is that figure and no act beside it (codebook §7.3): "1,680 have been taken
 * since 2014", "three surrendered". The only act of a report stays: the figure needs a happening.
 */
export function toldByFigure(drafts: readonly Draft[]): readonly Draft[] {
  const figures = new Set(
    drafts.filter(({ kind, dropped }) => kind === 'casualty' && dropped === null).map(({ anchor }) => anchor),
  );
  return drafts.map(draft => {
    if (draft.kind !== 'event' || draft.dropped !== null || !figures.has(draft.anchor)) return draft;
    const isOnly = !drafts.some(
      other => other !== draft && other.kind === 'event' && other.scope === 'incident' && other.dropped === null,
    );
    const isTold = (draft.scope === 'period' && draft.type !== 'release') || (CAPTURES.has(draft.type) && !isOnly);
    return isTold ? { ...draft, dropped: 'the figure says it' } : draft;
  });
}
