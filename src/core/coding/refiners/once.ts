import { sameActor } from '../../model/actor.ts';
import { type Claimant, claimantName } from '../../model/claimant.ts';
import { type Context, sentenceOf } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';

/**
 * A figure told twice by one speaker in one report is one claim, quoted from the body (codebook §1.3). A headline has no
 * speaker of its own, so what the body says again is dropped from the headline whoever says it there.
 */
export function once(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const kept = drafts.filter(({ dropped }) => dropped === null);
  const byFigure = new Map<string, Draft[]>();
  for (const draft of kept) {
    const key = figureKey(draft);
    byFigure.set(key, [...(byFigure.get(key) ?? []), draft]);
  }
  const order = new Map(drafts.map((draft, i) => [draft, i]));
  const kindred = new Map<string, string>();
  const done = drafts.map((draft, i) => {
    if (draft.dropped !== null) return draft;
    const rivals = (byFigure.get(figureKey(draft)) ?? []).slice(0, RIVALS_MAX);
    const rival =
      rivals.find(other => other !== draft && repeats(draft, i, other, order.get(other) ?? 0, context)) ??
      (draft.kind === 'casualty' && inHeadline(draft, context) ? toldBelow(draft, kept, context) : undefined);
    if (rival === undefined) return draft;
    kindred.set(draft.key, rival.key);
    return { ...draft, dropped: `told again: ${rival.key}` };
  });
  return done.map(draft => pointed(draft, kindred));
}

/** What pointed to a figure that was dropped points to the one that stands for it. */
function pointed(draft: Draft, kindred: ReadonlyMap<string, string>): Draft {
  if (draft.kind !== 'casualty') return draft;
  const to = (key: string | null) => (key === null ? null : (kindred.get(key) ?? key));
  const { supersedes, victims } = draft;
  return {
    ...draft,
    supersedes: to(supersedes),
    victims: { ...victims, partOf: to(victims.partOf), addsTo: to(victims.addsTo) },
  };
}

/** A headline's part of a figure, or its figure without a number, says no more than what the body tells of the same harm. */
function toldBelow(draft: DraftOf<'casualty'>, kept: readonly Draft[], context: Context): Draft | undefined {
  if (draft.victims.partOf === null && draft.estimate.qualifier !== 'vague') return undefined;
  return kept.find(other => other.kind === 'casualty' && other.harm === draft.harm && !inHeadline(other, context));
}

/** So many of one figure are compared: a table of a thousand ones is no story told again. */
const RIVALS_MAX = 50;

function figureKey(draft: Draft): string {
  if (draft.kind === 'casualty') return `${draft.harm} ${draft.estimate.low ?? draft.estimate.high}`;
  // Captives who are freed are another story than that they were taken.
  return draft.kind === 'event' && draft.type === 'release' ? 'release' : draft.kind;
}

/** Whether `draft` only repeats `other`, which is the one to keep. */
function repeats(draft: Draft, i: number, other: Draft, j: number, context: Context): boolean {
  const headline = inHeadline(draft, context);
  if (headline !== inHeadline(other, context)) return headline && sameContent(draft, other);
  if (draft.kind !== 'casualty' || other.kind !== 'casualty' || j > i) return false;
  // "The mayor gave the same number": a second nameless voice is another speaker.
  if (draft.rule === 'casualty/same-figure' && draft.claimant?.words !== other.claimant?.words) return false;
  const speakers = draft.claimant !== null && other.claimant !== null;
  return (
    speakers &&
    claimantName(draft.claimant) === claimantName(other.claimant) &&
    !areTwoNameless(draft.claimant, other.claimant) &&
    sameFigure(draft, other) &&
    isNamedSame(draft, other)
  );
}

/** "Two officers", "one of the security officials": nameless speakers in different words may be two. */
function areTwoNameless(a: Claimant, b: Claimant): boolean {
  if (a.kind !== 'unnamed' || b.kind !== 'unnamed' || a.words === null || b.words === null) return false;
  return a.words.toLowerCase() !== b.words.toLowerCase();
}

function inHeadline(draft: Draft, context: Context): boolean {
  return sentenceOf(context, draft.anchor).kind === 'headline';
}

function sameContent(a: Draft, b: Draft): boolean {
  if (a.kind === 'event' && b.kind === 'event') return b.scope === 'incident';
  return a.kind === 'casualty' && b.kind === 'casualty' && (sameCount(a, b) || isRounded(a, b));
}

/** "Five killed" over "at least five were killed": the headline drops the bound. */
function isRounded(headline: DraftOf<'casualty'>, body: DraftOf<'casualty'>): boolean {
  const { low, qualifier } = headline.estimate;
  const same = headline.harm === body.harm && low !== null && low === body.estimate.low;
  return same && qualifier === 'exact' && body.estimate.qualifier === 'at-least';
}

function sameFigure(a: DraftOf<'casualty'>, b: DraftOf<'casualty'>): boolean {
  return a.scope === b.scope && sameCount(a, b);
}

function sameCount(a: DraftOf<'casualty'>, b: DraftOf<'casualty'>): boolean {
  const { low, high } = a.estimate;
  return a.harm === b.harm && low === b.estimate.low && high === b.estimate.high;
}

/** Two figures of one claimant are the same only where side and status do not part them, and the figure is no mere "one". */
function isNamedSame(a: DraftOf<'casualty'>, b: DraftOf<'casualty'>): boolean {
  const sides = a.victims.side === null || b.victims.side === null || sameActor(a.victims.side, b.victims.side);
  const telling = (a.estimate.high ?? a.estimate.low ?? 0) > 3 && a.estimate.qualifier !== 'vague';
  return (
    sides &&
    telling &&
    (a.victims.status === b.victims.status || a.victims.status === 'unknown' || b.victims.status === 'unknown')
  );
}
