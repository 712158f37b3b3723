import type { Anchor } from '../model/anchor.ts';
import type { Claim } from '../model/claim.ts';
import type { Coding } from '../model/coding.ts';
import type { Event } from '../model/event.ts';
import { compareSpans, type Span } from '../model/span.ts';

/** From this share of their words in common on, two stretches are taken for one. */
const SHARED_MIN = 0.5;

/** Where a claim stands. */
export function anchorOfClaim(claim: Claim): Anchor {
  const { id, evidence, kind } = claim;
  const mark = claim.kind === 'casualty' ? claim.harm : claim.kind === 'event' ? claim.type : null;
  const focus = claim.kind === 'casualty' ? claim.victims.span : null;
  return { of: 'claim', id, reportId: evidence.reportId, spans: [evidence.span], kind, mark, focus };
}

/** Where an event stands: by the words of its claims. */
export function anchorOfEvent({ id, reportId, type, claimIds }: Event, { claims }: Pick<Coding, 'claims'>): Anchor {
  const own = new Set(claimIds);
  const spans = claims.filter(claim => own.has(claim.id)).map(({ evidence }) => evidence.span);
  return { of: 'event', id, reportId, spans: spans.sort(compareSpans), kind: type, mark: null, focus: null };
}

/**
 * The id that what an anchor is of has in a coding; null where it is not there any more, or cannot be told from others.
 * The same id is the same thing; else the words decide: a claim must be of the same kind, a casualty of the same harm.
 */
export function findAnchor(anchor: Anchor, coding: Coding): string | null {
  if (coding.reportId !== anchor.reportId) return null;
  return anchor.of === 'claim' ? findClaim(anchor, coding) : findEvent(anchor, coding);
}

function findClaim(anchor: Anchor, { claims }: Coding): string | null {
  const same = claims.filter(({ kind }) => kind === anchor.kind);
  if (same.some(({ id }) => id === anchor.id)) return anchor.id;
  const ranked = same.flatMap(claim => {
    const here = anchorOfClaim(claim);
    if (claim.kind === 'casualty' && here.mark !== anchor.mark) return [];
    const shared = Math.max(...anchor.spans.map(span => sharedShare(span, claim.evidence.span)));
    if (shared < SHARED_MIN) return [];
    const focus = anchor.focus === null || here.focus === null ? 0 : sharedShare(anchor.focus, here.focus);
    return [{ id: claim.id, rank: [focus, here.mark === anchor.mark ? 1 : 0, shared] }];
  });
  return onlyBest(ranked);
}

function findEvent(anchor: Anchor, { claims, events }: Coding): string | null {
  if (events.some(({ id }) => id === anchor.id)) return anchor.id;
  const ranked = events.flatMap(event => {
    const { spans } = anchorOfEvent(event, { claims });
    const held = anchor.spans.filter(span => spans.some(other => sharedShare(span, other) >= SHARED_MIN)).length;
    return held === 0 ? [] : [{ id: event.id, rank: [held, event.type === anchor.kind ? 1 : 0] }];
  });
  return onlyBest(ranked);
}

interface Ranked {
  readonly id: string;
  /** The first number decides, then the next. */
  readonly rank: readonly number[];
}

/** The one that ranks first, null where there is none or another ranks as high. */
function onlyBest(ranked: readonly Ranked[]): string | null {
  const [first, second] = [...ranked].sort((a, b) => compareRanks(b.rank, a.rank));
  if (first === undefined) return null;
  return second !== undefined && compareRanks(first.rank, second.rank) === 0 ? null : first.id;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** How much of two stretches together both hold, from 0 to 1. */
function sharedShare(a: Span, b: Span): number {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const all = Math.max(a.end, b.end) - Math.min(a.start, b.start);
  return both <= 0 || all <= 0 ? 0 : both / all;
}
