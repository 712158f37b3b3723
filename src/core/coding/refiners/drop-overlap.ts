import type { Context } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';
import { bySentence, draftsBeside } from '../draft-index.ts';

/**
 * One claim a figure and one a happening: of two casualty drafts on one number and harm, and of two event drafts whose
 * words overlap in one clause, the first proposed stays (codebook §1.3).
 */
export function dropOverlap(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const kept = new Map<number, Draft[]>();
  const index = bySentence(drafts, context);
  return drafts.map(draft => {
    if (draft.dropped !== null) return draft;
    const { sentence } = context.tree.tokens[draft.anchor];
    const sharper = draftsBeside(index, context, draft.anchor).find(other => saysSharper(other, draft));
    if (sharper !== undefined) return { ...draft, dropped: `${sharper.key} says what became of them` };
    const beside = kept.get(sentence) ?? [];
    const rival = beside.find(other => sameWords(other, draft));
    if (rival !== undefined) return { ...draft, dropped: `says again what ${rival.key} says` };
    kept.set(sentence, [...beside, draft]);
    return draft;
  });
}

/**
 * "was shot and later died", "two of the wounded died": over the same victims a word that tells their fate goes before one
 * that leaves it open or only says who they were.
 */
function saysSharper(sharp: Draft, draft: Draft): boolean {
  if (sharp.kind !== 'casualty' || draft.kind !== 'casualty') return false;
  // "Neither dead nor injured" is one zero.
  if (sharp.rule === 'casualty/unharmed' && sharp !== draft && draft.estimate.high === 0)
    return sharp.range.start <= draft.anchor && draft.anchor < sharp.range.end;
  const isOpen = draft.rule === 'casualty/either' && sharp.rule !== 'casualty/either';
  const isName =
    /^casualty\/(?:head|predicate)$/.test(draft.rule) && draft.harm === 'injured' && sharp.harm === 'killed';
  const [one, two] = [sharp.victims.span, draft.victims.span];
  return (isOpen || isName) && one !== null && one.start === two?.start && one.end === two.end;
}

function sameWords(a: Draft, b: Draft): boolean {
  if (a.kind === 'casualty' && b.kind === 'casualty') return sameFigure(a, b);
  if (a.kind === 'event' && b.kind === 'event') return sameHappening(a, b);
  return a.kind === b.kind && a.range.start === b.range.start && a.range.end === b.range.end;
}

function sameFigure(a: DraftOf<'casualty'>, b: DraftOf<'casualty'>): boolean {
  // A toll with its figure says all that the bare noun inside it says.
  if (a.rule === 'casualty/toll') return a.range.start < b.range.end && b.range.start < a.range.end;
  const one = a.victims.span;
  const two = b.victims.span;
  if (one === null || two === null || one.start !== two.start || one.end !== two.end) return false;
  // "Killed or injured", "dead bodies": two words of harm over one phrase.
  return a.harm === b.harm || a.harm === 'killed-or-injured' || b.harm === 'killed-or-injured';
}

function sameHappening(a: DraftOf<'event'>, b: DraftOf<'event'>): boolean {
  const overlap = a.range.start < b.range.end && b.range.start < a.range.end;
  return overlap && Math.abs(a.anchor - b.anchor) <= 8;
}
